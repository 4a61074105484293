import { DOT, OPEN_SQUARE } from './ascii';
import { BACKSLASH, CLOSER, DIGIT, NAME, OPENER, SPACE, WORD } from './classes';
import { is, isWord, runEnd } from './chars';
import { byteAt } from './source';
import { FULL_DOT, SENTENCE_DOT, WIDE } from './wide';

/** No defanged dot has more brackets than this on a side, or more blanks. */
const BRACKETS = 6;
const BLANKS = 2;

/** Whether a label may start at `i`: which letters outside ASCII may, its reader knows. */
const isLabel = (i: number): boolean => is(i, NAME) || byteAt(i) >= WIDE;

/** A dot in brackets, blanks allowed: `[.]`, `(dot)`, `{ . }`, `[[.]]`, `\.]`; half of that: `[.`, `\.`, `[dot`; `1()2`. */
const bracketedEnd = (i: number): number => {
  const opener = runEnd(i, SPACE, BLANKS);
  const inner = runEnd(opener, OPENER | BACKSLASH, BRACKETS);
  if (inner === opener) return 0;
  let at = runEnd(inner, SPACE, BLANKS);
  const isHalf = opener === i && at === inner;
  const isSign = byteAt(at) === DOT;
  if (isSign) at++;
  else if (isWord('dot', at) && byteAt(at - 1) !== 92) at += 3;
  else {
    const isEmpty = at === i + 1 && is(i, OPENER) && is(at, CLOSER);
    return isEmpty && is(i - 1, DIGIT) && is(at + 1, DIGIT) ? at + 1 : 0;
  }
  const closer = runEnd(at, SPACE, BLANKS);
  const outer = runEnd(closer, CLOSER | BACKSLASH, BRACKETS);
  const end = runEnd(outer, SPACE, BLANKS);
  if (outer > closer && isLabel(end)) return end;
  const mayBeHalf = isSign || byteAt(i) === OPEN_SQUARE;
  return isHalf && mayBeHalf && isLabel(at) ? at : 0;
};

/**
 * The end of the separator between two labels that starts at `i`, 0 when there is none. A plain dot is
 * `i + 1`; anything longer is a defanged form.
 */
export const separatorEnd = (i: number): number => {
  const c = byteAt(i);
  // An ideographic full stop ends sentences too: behind it has to stand a letter of ASCII.
  if (c >= WIDE)
    return (c === FULL_DOT && is(i + 1, NAME)) || (c === SENTENCE_DOT && is(i + 1, WORD)) ? i + 1 : 0;
  // An escape such as `\n` is none, and there are many.
  if (is(i, BACKSLASH) && is(i + 1, WORD)) return 0;
  if (c !== DOT) return bracketedEnd(i);
  if (is(i + 1, NAME)) return i + 1;
  const end = runEnd(i + 1, CLOSER, BRACKETS);
  return end > i + 1 && isLabel(end) ? end : 0;
};
