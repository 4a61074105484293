import { COLON, DOT, PERCENT, SLASH } from './ascii';
import { is, isWord, setOf } from './chars';
import { LETTER, WORD } from './classes';
import { byteAt, matchEnd } from './source';
import { VERSION_WORD } from './marks';
import { isMarked } from './words';

/** Between a word and the name it says something about: `domain: "evil.so"`, `version=1.2.3.4`. */
const joints = setOf(' \t:="\'`([<>');

/** Between a word and the version it speaks of. */
const link = /i[ns]|to/iy;

/**
 * Whether the word before `at`, past at most five joints and on this line, has one of the `marks`. The last part of a
 * chain, `url.domain`, is no word of its own. Before a number it is, it may be shortened (`ver. 1.2.3.4`) or part of another
 * (`osVersion`, `Versionsnummer`), and a short word may stand between: `fixed in 1.2.3.4`.
 */
export const isAfter = (at: number, marks: number, isNumber = marks === VERSION_WORD): boolean => {
  let end = at;
  while (end > at - 5 && joints[byteAt(end - 1)] === 1) end--;
  if (end < at && isNumber && byteAt(end - 1) === DOT) end--;
  if (end === at || !is(end - 1, LETTER)) return false;
  let start = end;
  while (start > end - 20 && is(start - 1, WORD)) start--;
  if (isNumber) {
    if (isWord('version', end - 7) || isWord('versi', start)) return true;
    if (start === end - 2 && matchEnd(link, start) > 0) return isAfter(start, marks, false);
  } else if (byteAt(start - 1) === DOT) return false;
  return isMarked(start, end, marks);
};

/**
 * Whether a path leads to `at`: the name is then a file or a folder. One word before a slash is a service,
 * `HTTP/web01.corp.example`; two slashes or backslashes open a host.
 */
export const isInPath = (at: number): boolean => {
  const c = byteAt(at - 1);
  if ((c !== SLASH && c !== 92) || byteAt(at - 2) === c) return false;
  let start = at - 1;
  while (is(start - 1, WORD)) start--;
  const before = byteAt(start - 1);
  return c === 92 || start === at - 1 || !(before <= 32 || before === 34 || before === COLON);
};

/** Blanks, list marks and quotes, as they stand between a name and the start or the end of its line or cell. */
const margin = setOf(' \t\r*`"\'+-');
const LONGEST_MARGIN = 60;

/** The ends of a line, a cell or the text. */
const isLineEnd = (c: number): boolean => c === 10 || c === 124 || c === 0;

/** Whether the name from `start` to `end` has its line or cell to itself. */
export const isAlone = (start: number, end: number): boolean => {
  let before = start - 1;
  while (before > start - LONGEST_MARGIN && margin[byteAt(before)] === 1) before--;
  if (!isLineEnd(byteAt(before))) return false;
  let after = end;
  while (after < end + LONGEST_MARGIN && margin[byteAt(after)] === 1) after++;
  return isLineEnd(byteAt(after));
};

/** More of a path than this before a backslash is not looked at. */
const LONGEST_PATH = 48;

const escapes = setOf('nrt');

/**
 * Whether the backslash at `i` is of `\\n`, `\\r` or `\\t` in an escaped text, and not of a path: before it in the same word
 * stand no drive, no variable and no backslash with another letter.
 */
const isEscape = (i: number): boolean => {
  if (byteAt(i) !== 92 || escapes[byteAt(i + 1)] === 0 || !is(i + 2, WORD)) return false;
  for (let at = i - 1; at > i - LONGEST_PATH; at--) {
    const c = byteAt(at);
    if (c <= 32 || c === 34 || c === 39 || c === 44) return true;
    if (c === 92) return escapes[byteAt(at + 1)] === 1;
    if (c === PERCENT || (c === COLON && at === i - 1)) return false;
  }
  return true;
};

/** The start of a word or name, `start`, without the letter of an escape before it: `\nevil.com`. */
export const pastEscape = (start: number): number => (isEscape(start - 1) ? start + 1 : start);

/** Whether a word starts at `i`: no letter or digit stands before it but that of an escape. */
export const startsWord = (i: number): boolean => !is(i - 1, WORD) || isEscape(i - 2);
