import { COLON, SLASH } from './ascii';
import { is, isWord, setOf, smallAt } from './chars';
import { CLOSER, LETTER, OPENER } from './classes';
import { byteAt, matchEnd, text } from './source';

const H = 104;

/**
 * `http` in any disguise, `hxxp`, `h**p`, `h[tt]p`, with or without `s`; the other schemes that can be asked for, and `meow`,
 * `fxp`, `ftx`, `f*p`.
 */
const form = /h(?:\[?[txz]{2}\]?|\*\*)p(?:\[?s\]?)?|meows?|[st]?f[tx*][px]s?|wss?|ldaps?|rmi/iy;
const LONGEST = 9;

/** What schemes are written with beside letters. */
const signs = setOf('*[]');
/** What may touch a scheme: a bracket, a sign of Markdown, the letter of `\n`. */
const openers = setOf('*[n');

/** The scheme read last: where it starts and ends. */
export let schemeStart = 0;
let schemeEnd = 0;
/** It is `http` or `https`, undisguised. */
let isPlain = false;

/**
 * Reads the scheme that ends at `end` into `scheme`; false when no scheme of a URL that can be asked for ends there.
 * `http` may touch what stands before it (`url=Chttp://`, `\nhttp://`), the rest must be a word.
 */
export const readScheme = (end: number, floor: number): boolean => {
  let at = (schemeEnd = end);
  while (at > floor && at > end - LONGEST && smallAt(at) !== H) {
    if (!is(at - 1, LETTER) && signs[byteAt(at - 1)] === 0) break;
    at--;
  }
  while (at < end && openers[byteAt(at)] === 1) at++;
  schemeStart = at;
  isPlain = isWord('http', at) && end === at + (smallAt(at + 4) === 115 ? 5 : 4);
  return isPlain || (at < end && matchEnd(form, at) === end);
};

/** What the scheme read last means. */
export const schemeValue = (): string => {
  const word = text.slice(schemeStart, schemeEnd).toLowerCase();
  if (isPlain) return word;
  return word
    .replace(/^(?:meow|h[^p]*p)/, 'http')
    .replace(/^f(?:[x*]p|tx)/, 'ftp')
    .replaceAll(/[[\]]/g, '');
};

const arePlain = (i: number): boolean =>
  byteAt(i + 1) === SLASH && byteAt(i + 2) === SLASH && byteAt(i) === COLON;

const slashes = /(?::|\[:\]|\(:\))(?:(?:\\?\/|[[(]\/[\])]){2}|\[\/\/\]|\\\\|__)/y;

/**
 * The end of `://` in any of its forms that starts at `i`: `:\/\/` in JSON, `[:]//`, `[://]`, `:[//]`,
 * `[:][/][/]`, `:\\`, `:__`; 0 when there is none.
 */
export const slashesEnd = (i: number): number => {
  if (arePlain(i)) return i + 3;
  return arePlain(i + 1) && is(i, OPENER) && is(i + 4, CLOSER) ? i + 5 : matchEnd(slashes, i);
};
