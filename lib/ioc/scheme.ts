import { codeAt } from './chars';
/** `http`, `hxxp`, `h**p`, `h[tt]p` and the like, with or without `s`; it may touch what stands before. */
const web = /h(?:\[?[txz]{2}\]?|\*\*)p(\[?s\]?)?$/i;
/** The other schemes that can be asked for, and `meow`, `fxp`, `ftx`, `f*p`: words of their own. */
const others = /(?:^|[[*n])(meows?|[st]?f[tx*][px]s?|wss?|ldaps?|rmi)$/i;

const isSchemeChar = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 42 || c === 91 || c === 93;

/** The scheme read last. */
export const scheme = { start: 0, value: '' };

const isLetters = (text: string, at: number, letters: string): boolean => {
  for (let i = 0; i < letters.length; i++) if (codeAt(text, at + i) !== letters.charCodeAt(i)) return false;
  return true;
};

/** The two that nearly all are, without a look into the list. */
const isHttp = (text: string, end: number, floor: number): boolean => {
  const secure = codeAt(text, end - 1) === 115;
  const start = end - (secure ? 5 : 4);
  if (start < floor || !isLetters(text, start, 'http')) return false;
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
  const match = web.exec(written) ?? others.exec(written);
  if (match === null) return false;
  const [whole, part = ''] = match;
  const isWeb = /p\W?s?\W?$/i.test(whole) && /^h/i.test(whole);
  const word = part.toLowerCase();
  scheme.start = end - (isWeb ? whole : part).length;
  scheme.value = isWeb
    ? word === ''
      ? 'http'
      : 'https'
    : word.replace('meow', 'http').replace(/^f(?:[x*]p|tx)/, 'ftp');
  return true;
};

/**
 * The end of `://` in any of its forms that starts at `i`: `:\/\/` in JSON, `[:]//`, `[://]`, `:[//]`,
 * `[:][/][/]`, `:\\`, `:__`; 0 when there is none.
 */
export const slashesEnd = (text: string, i: number): number => {
  if (text.startsWith('[://]', i) || text.startsWith('(://)', i)) return i + 5;
  let at = i;
  if (text.startsWith('[:]', at) || text.startsWith('(:)', at)) at += 3;
  else if (codeAt(text, at) === 58) at++;
  else return 0;
  const one = slashEnd(text, at);
  const two = one === 0 ? 0 : slashEnd(text, one);
  if (two > 0) return two;
  if (text.startsWith('[//]', at)) return at + 4;
  return text.startsWith('\\\\', at) || text.startsWith('__', at) ? at + 2 : 0;
};

const slashEnd = (text: string, i: number): number => {
  const c = codeAt(text, i);
  if (c === 47) return i + 1;
  if (c === 92) return codeAt(text, i + 1) === 47 ? i + 2 : 0;
  return (c === 91 || c === 40) && (text.startsWith('[/]', i) || text.startsWith('(/)', i)) ? i + 3 : 0;
};
