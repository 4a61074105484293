import { codeAt } from './chars';

/** `http`, `hxxp`, `h**p`, `h[tt]p` and the like, with or without `s`; it may touch what stands before. */
const web = /h(?:\[?[txz]{2}\]?|\*\*)p(\[?s\]?)?$/i;
/** The other schemes that can be asked for, and `meow`, `fxp`, `ftx`, `f*p`: words of their own. */
const others = /(?:^|[[*n])(meows?|[st]?f[tx*][px]s?|wss?|ldaps?|rmi)$/i;

const isSchemeChar = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 42 || c === 91 || c === 93;

/** The scheme read last. */
export const scheme = { start: 0, value: '' };

const T = 116;
const X = 120;

/** `http` and `hxxp` with or without `s`, in any case: nearly all there are, told without an expression. */
const isHttp = (text: string, end: number, floor: number): boolean => {
  const secure = (codeAt(text, end - 1) | 32) === 115;
  const start = end - (secure ? 5 : 4);
  const second = codeAt(text, start + 1) | 32;
  const third = codeAt(text, start + 2) | 32;
  if (start < floor || (second !== T && second !== X) || (third !== T && third !== X)) return false;
  if ((codeAt(text, start) | 32) !== 104 || (codeAt(text, start + 3) | 32) !== 112) return false;
  scheme.start = start;
  scheme.value = secure ? 'https' : 'http';
  return true;
};

/**
 * Reads the scheme that ends at `end` into `scheme`; false when no scheme of a URL that can be asked for ends there.
 * `http` may touch what stands before it (`url=Chttp://`, `\nhttp://`), the rest must be a word.
 */
export const readScheme = (text: string, end: number, floor: number): boolean => {
  if (isHttp(text, end, floor)) return true;
  let start = end;
  while (start > floor && start > end - 8 && isSchemeChar(codeAt(text, start - 1))) start--;
  const written = text.slice(start, end);
  const [whole, secure] = web.exec(written) ?? [];
  if (whole !== undefined) {
    scheme.start = end - whole.length;
    scheme.value = secure === undefined ? 'http' : 'https';
    return true;
  }
  const word = others.exec(written)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  scheme.start = end - word.length;
  scheme.value = word.replace('meow', 'http').replace(/^f(?:[x*]p|tx)/, 'ftp');
  return true;
};

const slashes = /[[(]:\/\/[\])]|(?::|\[:\]|\(:\))(?:(?:\\?\/|[[(]\/[\])]){2}|\[\/\/\]|\\\\|__)/y;

/**
 * The end of `://` in any of its forms that starts at `i`: `:\/\/` in JSON, `[:]//`, `[://]`, `:[//]`,
 * `[:][/][/]`, `:\\`, `:__`; 0 when there is none.
 */
export const slashesEnd = (text: string, i: number): number => {
  if (text.startsWith('://', i)) return i + 3;
  slashes.lastIndex = i;
  return slashes.test(text) ? slashes.lastIndex : 0;
};
