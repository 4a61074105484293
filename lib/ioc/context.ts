import { bitsAt, codeAt, DIGIT, LETTER } from './chars';

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

/** One word before a slash is a service, `HTTP/web01.corp.example`; two slashes or backslashes open a host. */
const noPath = /(?:^|[\s":])[a-z\d]+\/$|\/\/$|\\\\$/i;

/** Whether a path leads to `at`: the name is then a file or a folder. */
export const isInPath = (text: string, at: number): boolean => {
  const c = codeAt(text, at - 1);
  return (c === 47 || c === 92) && !noPath.test(text.slice(Math.max(0, at - 40), at));
};

/** Blanks, list marks and quotes from the start of a line or cell, and to its end. */
const opens = /(?<=(?:^|[\n|])[ \t\r*`"'+-]{0,12})/y;
const closes = /[ \t\r*`"'+-]{0,60}(?:[\n|]|$)/y;

/** Whether the name from `start` to `end` has its line or cell to itself. */
export const isAlone = (text: string, start: number, end: number): boolean => {
  opens.lastIndex = start;
  closes.lastIndex = end;
  return opens.test(text) && closes.test(text);
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
