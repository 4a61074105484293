import { smallAt } from './chars';
import { byteAt, text } from './source';

/** `http`, `hxxp`, `h**p`, `h[tt]p` and the like, with or without `s`; it may touch what stands before. */
const web = /h(?:\[?[txz]{2}\]?|\*\*)p(\[?s\]?)?$/i;
/** The other schemes that can be asked for, and `meow`, `fxp`, `ftx`, `f*p`: words of their own. */
const others = /(?:^|[[*n])(meows?|[st]?f[tx*][px]s?|wss?|ldaps?|rmi)$/i;

const isSchemeChar = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 42 || c === 91 || c === 93;

/** The scheme read last; `plain` when it is written as it is meant. */
export const scheme = { start: 0, value: '', plain: false };

const T = 116;
const X = 120;

/** `http` and `hxxp` with or without `s`, in any case: nearly all there are, told without an expression. */
const isHttp = (end: number, floor: number): boolean => {
  const secure = smallAt(end - 1) === 115;
  const start = end - (secure ? 5 : 4);
  const second = smallAt(start + 1);
  const third = smallAt(start + 2);
  if (start < floor || (second !== T && second !== X) || (third !== T && third !== X)) return false;
  if (smallAt(start) !== 104 || smallAt(start + 3) !== 112) return false;
  scheme.start = start;
  scheme.value = secure ? 'https' : 'http';
  scheme.plain = text.startsWith(scheme.value, start);
  return true;
};

/**
 * Reads the scheme that ends at `end` into `scheme`; false when no scheme of a URL that can be asked for ends there.
 * `http` may touch what stands before it (`url=Chttp://`, `\nhttp://`), the rest must be a word.
 */
export const readScheme = (end: number, floor: number): boolean => {
  if (isHttp(end, floor)) return true;
  let start = end;
  while (start > floor && start > end - 8 && isSchemeChar(byteAt(start - 1))) start--;
  const written = text.slice(start, end);
  const [whole, secure] = web.exec(written) ?? [];
  const word = whole ?? others.exec(written)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  scheme.start = end - word.length;
  scheme.plain = false;
  if (whole === undefined) scheme.value = word.replace('meow', 'http').replace(/^f(?:[x*]p|tx)/, 'ftp');
  else scheme.value = secure === undefined ? 'http' : 'https';
  return true;
};

const slashes = /[[(]:\/\/[\])]|(?::|\[:\]|\(:\))(?:(?:\\?\/|[[(]\/[\])]){2}|\[\/\/\]|\\\\|__)/y;

/**
 * The end of `://` in any of its forms that starts at `i`: `:\/\/` in JSON, `[:]//`, `[://]`, `:[//]`,
 * `[:][/][/]`, `:\\`, `:__`; 0 when there is none.
 */
export const slashesEnd = (i: number): number => {
  if (byteAt(i) === 58 && byteAt(i + 1) === 47 && byteAt(i + 2) === 47) return i + 3;
  slashes.lastIndex = i;
  return slashes.test(text) ? slashes.lastIndex : 0;
};
