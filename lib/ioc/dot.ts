import { codeAt, bitsAt, DIGIT, NAME } from './chars';

const DOT = 46;
const SPACE = 32;
const BACKSLASH = 92;
/** More brackets than this around one dot are not read as one dot. */
const MAX_BRACKETS = 6;

const isOpen = (c: number): boolean => c === 91 || c === 40 || c === 123 || c === BACKSLASH;
const isClose = (c: number): boolean => c === 93 || c === 41 || c === 125 || c === BACKSLASH;

const isDotWord = (text: string, i: number): boolean =>
  (codeAt(text, i) | 32) === 100 && (codeAt(text, i + 1) | 32) === 111 && (codeAt(text, i + 2) | 32) === 116;

const skipSpaces = (text: string, i: number): number => {
  let at = i;
  while (at < i + 2 && codeAt(text, at) === SPACE) at++;
  return at;
};

const skipClosers = (text: string, i: number): number => {
  let at = i;
  while (at < i + MAX_BRACKETS && isClose(codeAt(text, at))) at++;
  return at;
};

/** A dot in brackets, from its first bracket: `[.]`, `(dot)`, `{ . }`, `[.`, `\.`, `[[.]]`, and `()` between digits. */
const bracketed = (text: string, i: number, spaced: boolean): number => {
  // Nearly always it is `[.]`.
  if (codeAt(text, i + 1) === DOT && codeAt(text, i + 2) === 93 && (bitsAt(text, i + 3) & NAME) !== 0)
    return i + 3;
  const c = codeAt(text, i);
  let at = i;
  while (at < i + MAX_BRACKETS && isOpen(codeAt(text, at))) at++;
  const inner = skipSpaces(text, at);
  let after = inner;
  if (codeAt(text, inner) === DOT) after = inner + 1;
  else if (c !== BACKSLASH && isDotWord(text, inner)) after = inner + 3;
  const closed = skipClosers(text, skipSpaces(text, after));
  const isClosed = isClose(codeAt(text, closed - 1)) && closed > after;
  if (after === inner) {
    const empty = isClosed && inner === at && (bitsAt(text, i - 1) & DIGIT) !== 0;
    return empty && (bitsAt(text, closed) & DIGIT) !== 0 ? closed : 0;
  }
  if (!isClosed) return !spaced && inner === at && (bitsAt(text, after) & NAME) !== 0 ? after : 0;
  const next = skipSpaces(text, closed);
  return (bitsAt(text, next) & NAME) !== 0 ? next : 0;
};

/**
 * The end of the separator between two labels that starts at `i`, 0 when there is none. A plain dot is
 * `i + 1`; anything longer is a defanged form.
 */
export const separatorEnd = (text: string, i: number): number => {
  const c = codeAt(text, i);
  if (c === DOT) {
    if ((bitsAt(text, i + 1) & NAME) !== 0) return i + 1;
    const closed = codeAt(text, i + 1) === BACKSLASH ? i : skipClosers(text, i + 1);
    return closed > i + 1 && (bitsAt(text, closed) & NAME) !== 0 ? closed : 0;
  }
  if (c === SPACE) {
    const at = skipSpaces(text, i);
    if (isOpen(codeAt(text, at))) return bracketed(text, at, true);
    return 0;
  }
  if (isOpen(c)) return bracketed(text, i, false);
  // The full stops that browsers read as a dot in a host (UTS 46, section 4).
  if (c === 0x3002 || c === 0xff0e || c === 0xff61) return (bitsAt(text, i + 1) & NAME) !== 0 ? i + 1 : 0;
  return 0;
};
