import { codeAt, bits, bitsAt, DIGIT, LETTER, SPACE } from './chars';

/** Between a word and the name it says something about: `domain: "evil.so"`, `version=1.2.3.4`. */
const isJoint = (c: number): boolean =>
  c === 32 || c === 9 || c === 58 || c === 61 || c === 34 || c === 39 || c === 96 || c === 40 || c === 91;

/** The word before `at`, in lower case, past at most five joints; empty when there is none on this line. */
export const wordBefore = (text: string, at: number): string => {
  let end = at;
  while (end > at - 5 && isJoint(codeAt(text, end - 1))) end--;
  if (end === at || (bitsAt(text, end - 1) & LETTER) === 0) return '';
  let start = end;
  while (start > end - 20 && (bitsAt(text, start - 1) & (LETTER | DIGIT)) !== 0) start--;
  // The last part of a chain, `url.domain`, is no word of its own.
  return text.slice(codeAt(text, start - 1) === 46 ? start - 1 : start, end).toLowerCase();
};

/** Whether a path leads to `at`: the name is then a file or a folder. A leading `//` or `\\` is a host. */
export const isInPath = (text: string, at: number): boolean => {
  const c = codeAt(text, at - 1);
  if (c !== 47 && c !== 92) return false;
  if (codeAt(text, at - 2) === c) return false;
  if (c === 92) return true;
  // One word before the slash is a service, `HTTP/web01.corp.example`; anything longer is a path.
  let start = at - 1;
  while (start > 0 && (bitsAt(text, start - 1) & (LETTER | DIGIT)) !== 0) start--;
  const before = codeAt(text, start - 1);
  return start === at - 1 || !(start === 0 || (bits(before) & SPACE) !== 0 || before === 34 || before === 58);
};

/** Blanks, list marks, quotes and table borders: what may stand around a name that has a line or a cell to itself. */
const isFrame = (c: number): boolean =>
  c === 32 || c === 9 || c === 13 || c === 45 || c === 42 || c === 96 || c === 34 || c === 39 || c === 43;

const isEdge = (text: string, i: number): boolean => {
  const c = codeAt(text, i);
  return i < 0 || i >= text.length || c === 10 || c === 124;
};

/** Whether nothing but a frame stands before and after on the line or in the cell. */
export const isAlone = (text: string, start: number, end: number): boolean => {
  let before = start - 1;
  while (before > start - 12 && isFrame(codeAt(text, before))) before--;
  let after = end;
  while (after < end + 60 && isFrame(codeAt(text, after))) after++;
  return isEdge(text, before) && isEdge(text, after);
};

/** More of a path than this before a backslash is not looked at. */
const LONGEST_PATH = 48;

const isEscapeLetter = (c: number): boolean => c === 110 || c === 114 || c === 116;

/**
 * Whether the backslash at `i` is of `\\n`, `\\r` or `\\t` in an escaped text, and not of a path: before it in the same word
 * stand no drive, no variable and no backslash with another letter.
 */
export const isEscape = (text: string, i: number): boolean => {
  if (!isEscapeLetter(codeAt(text, i + 1)) || (bitsAt(text, i + 2) & (LETTER | DIGIT)) === 0) return false;
  for (let at = i - 1; at > i - LONGEST_PATH; at--) {
    const c = codeAt(text, at);
    if (c <= 32 || c === 34 || c === 39 || c === 44) return true;
    if (c === 92) return isEscapeLetter(codeAt(text, at + 1));
    if (c === 37 || (c === 58 && at === i - 1)) return false;
  }
  return true;
};
