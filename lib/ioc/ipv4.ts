import { BLANK, COLON, DASH, DOT, SLASH, UNDERSCORE } from './ascii';
import { DIGIT, EDGE, LETTER, NAME, UPPER, WORD } from './classes';
import { is } from './chars';
import { isAfter } from './context';
import { endOf, ends, isDefanged, joined, last, nameEnd, startOf, starts } from './name';
import { emitNetwork } from './prefix';
import { octetAt } from './quad';
import { emit, passVersion, versionEnd, versionFirst } from './sink';
import { byteAt, matchEnd, text, textBefore } from './source';
import { isMarked } from './words';
import { VERSION_WORD } from './marks';

/** A product token of a user agent, `Chrome/120.0.0.0` (RFC 9110, section 10.1.5), and not `host/10.0.0.1:80`. */
const isProduct = (start: number, end: number): boolean => {
  let word = start - 1;
  while (word > start - 25 && is(word - 1, LETTER)) word--;
  const before = byteAt(word - 1);
  if (word === start - 1 || before === DOT || before === SLASH || is(word - 1, WORD | EDGE)) return false;
  if (byteAt(end) === COLON) return false;
  return is(word, UPPER) || text.endsWith('.0.0.0', end) || isMarked(word, start - 1, VERSION_WORD);
};

/** The end of what compares versions, `>= 1.2.3.4`, `~1.2.3.4`, and the sign of a section. */
const comparison = /[~^\xa7]|(?<=[<>])=/y;

/** The fourth field of the header of an event: `CEF:0|Vendor|Product|1.2.3.4|`, LEEF likewise. */
const eventHeader = /EF:[\d.]+(?:\|[^|\n]*){2}\|$/;
const LONGEST_HEADER = 90;

const isVersion = (start: number, end: number): boolean => {
  const before = byteAt(start - 1);
  if (before === SLASH) return isProduct(start, end);
  const sign = before === BLANK ? start - 2 : start - 1;
  if (byteAt(sign) > 60 && matchEnd(comparison, sign) > 0) return true;
  if (before === 124 && eventHeader.test(textBefore(start, LONGEST_HEADER))) return true;
  // Attributes of names (X.520) and extensions of certificates (RFC 5280) are written as four numbers everywhere.
  if (byteAt(start + 1) === DOT && /^2\.5\.(?:4|29)\./.test(text.slice(start, end))) return true;
  return isAfter(start, VERSION_WORD);
};

/** `Version 4.0.0.1 fixes 4.0.0.0 and 3.9.9.9`: one more on the same line, of the same first number or the next. */
const isNextVersion = (start: number): boolean => {
  const difference = Math.abs(octetAt(start, endOf(0)) - versionFirst);
  const isNear = versionEnd > 0 && versionEnd > start - LONGEST_HEADER && difference < 2;
  return isNear && versionFirst !== 10 && !text.slice(versionEnd, start).includes('\n');
};

const emitAddress = (value: string, start: number, end: number): number => {
  const network = emitNetwork(value, start, end, 32);
  if (network > 0) return network;
  emit('ipv4', value, start, end);
  return end;
};

/** Whether another label stands before `start`, so that the numbers are the end of a longer name. */
const isInName = (start: number): boolean => byteAt(start - 1) === DOT && is(start - 2, NAME);

const areOctets = (first: number, final: number): boolean => {
  for (let label = first; label <= final; label++)
    if (octetAt(startOf(label), endOf(label)) < 0) return false;
  return true;
};

/** The address that the name read last is, empty when it is none. */
export const addressOfName = (): string => (last === 3 && areOctets(0, 3) ? joined(0, 3) : '');

/**
 * Emits the address or network that the name read last is, or both ends of a range: `10.0.0.1-10.0.0.9`; of `10.0.0.1-9` and
 * `10.0.0.1->` the first. Where to go on; 0 when it is none.
 */
export const readIpv4 = (): number => {
  const start = startOf(0);
  // tcpdump writes the port behind a fifth dot.
  const hasPort = last === 4 && (text.startsWith(' > ', nameEnd) || text.endsWith('> ', start));
  if ((last !== 3 && last !== 6 && !hasPort) || !is(start, DIGIT) || isInName(start)) return 0;
  const final = endOf(3);
  let end = startOf(3);
  while (end < final && is(end, DIGIT)) end++;
  if (octetAt(startOf(3), end) < 0 || !areOctets(0, 2)) return 0;
  const hasDash = end < final && byteAt(end) === DASH;
  const hasSecond = hasDash && octetAt(end + 1, final) >= 0;
  if (
    last === 6
      ? !hasSecond || !areOctets(4, 6)
      : !(end === final || hasSecond || (end + 1 === final && (hasDash || byteAt(start - 1) === UNDERSCORE)))
  )
    return 0;
  if (!isDefanged && (isVersion(start, end) || isNextVersion(start))) {
    passVersion(nameEnd, octetAt(start, endOf(0)));
    return nameEnd;
  }
  ends[3] = end;
  const first = joined(0, 3);
  if (last < 6) return emitAddress(first, start, end);
  emit('ipv4', first, start, end);
  starts[3] = end + 1;
  ends[3] = final;
  return emitAddress(joined(3, 6), end + 1, nameEnd);
};
