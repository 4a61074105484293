import { BLANK, DASH, DOT } from './ascii';
import { DIGIT, EDGE, NAME, UPPER } from './classes';
import { is, smallAt } from './chars';
import { startsWord } from './context';
import { emit } from './sink';
import { byteAt, matchEnd } from './source';

/** The largest autonomous system number (RFC 6793). */
const LARGEST = 4_294_967_295;

const ZERO = 48;

/** Between `ASN` and its number: `ASN: 64500`, `"asn": 64500`. */
const joint = /["':= ]{0,4}/y;

/**
 * Emits the autonomous system number whose prefix, `AS` or `ASN`, starts at `start` when a word does; its `S` is known to be there.
 * Without the N, one digit is a product (`AS2`), two need capitals, 400 is the machine, and `AS` may be the word: in small letters
 * before a blank, or in a heading such as `JUST AS 2014`.
 */
export const readAsn = (start: number): void => {
  if (smallAt(start) !== 97 || !startsWord(start)) return;
  const hasN = smallAt(start + 2) === 110;
  let from = hasN ? matchEnd(joint, start + 3) : start + 2;
  const hasBlank = byteAt(from) === BLANK;
  if (hasBlank) from++;
  if (byteAt(from) === ZERO || byteAt(start - 1) === DOT) return;
  if (is(start - 1, EDGE) && !is(start - 2, DIGIT)) return;
  let value = 0;
  let end = from;
  for (; is(end, DIGIT); end++) value = value * 10 + byteAt(end) - ZERO;
  // The notation, not a number: `ASN1`.
  if (value === 0 || value > LARGEST || (value === 1 && from === start + 3)) return;
  if (byteAt(end) === DOT ? is(end + 1, NAME) : byteAt(end) !== DASH && is(end, NAME)) return;
  if (!hasN) {
    const isUpper = is(start + 1, UPPER);
    if (end < from + (isUpper && !hasBlank ? 2 : 3) || value === 400) return;
    if (hasBlank && (!isUpper || (byteAt(start - 1) === BLANK && is(start - 2, UPPER)))) return;
  }
  emit('asn', `AS${value}`, start, end);
};
