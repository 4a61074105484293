import { byteAt, matchEnd, text } from './source';

/** `http`, `hxxp`, `h**p`, `h[tt]p` and the like, with or without `s`; it may touch what stands before. */
const web = /h(?:\[?[txz]{2}\]?|\*\*)p(\[?s\]?)?$/i;
/** The other schemes that can be asked for, and `meow`, `fxp`, `ftx`, `f*p`: words of their own. */
const others = /(?:^|[[*n])(meows?|[st]?f[tx*][px]s?|wss?|ldaps?|rmi)$/i;

const isSchemeChar = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 42 || c === 91 || c === 93;

/** The scheme read last: where it starts, and what it means. */
export let schemeStart = 0;
export let schemeValue = '';

/**
 * Reads the scheme that ends at `end` into `scheme`; false when no scheme of a URL that can be asked for ends there.
 * `http` may touch what stands before it (`url=Chttp://`, `\nhttp://`), the rest must be a word.
 */
export const readScheme = (end: number, floor: number): boolean => {
  let start = end;
  while (start > floor && start > end - 8 && isSchemeChar(byteAt(start - 1))) start--;
  const written = text.slice(start, end);
  const [whole, secure] = web.exec(written) ?? [];
  const word = whole ?? others.exec(written)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  schemeStart = end - word.length;
  if (whole === undefined) schemeValue = word.replace('meow', 'http').replace(/^f(?:[x*]p|tx)/, 'ftp');
  else schemeValue = secure === undefined ? 'http' : 'https';
  return true;
};

const slashes = /[[(]:\/\/[\])]|(?::|\[:\]|\(:\))(?:(?:\\?\/|[[(]\/[\])]){2}|\[\/\/\]|\\\\|__)/y;

/**
 * The end of `://` in any of its forms that starts at `i`: `:\/\/` in JSON, `[:]//`, `[://]`, `:[//]`,
 * `[:][/][/]`, `:\\`, `:__`; 0 when there is none.
 */
export const slashesEnd = (i: number): number => matchEnd(slashes, i);
