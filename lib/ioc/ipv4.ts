import { DIGIT, is, LETTER, NAME, SEPARATOR, table, UPPER } from './chars';
import { wordBefore } from './context';
import { endOf, joined, name, startOf } from './name';
import { emitNetwork } from './prefix';
import { octetAt } from './quad';
import { emit } from './sink';
import { byteAt, bytes, text, WIDE } from './source';
import { VERSION_WORD } from './words';

const DASH = 45;
const LONGEST_PRODUCT = 24;

/** A product token of a user agent, `Chrome/120.0.0.0` (RFC 9110, section 10.1.5), and not `host/10.0.0.1:80`. */
const isProduct = (start: number, end: number): boolean => {
  let from = start - 1;
  while (from > start - 1 - LONGEST_PRODUCT && is(from - 1, LETTER)) from--;
  const before = byteAt(from - 1);
  if (from === start - 1 || is(from - 1, NAME) || before === 46 || before === 47) return false;
  return byteAt(end) !== 58 && (is(from, UPPER) || text.endsWith('.0.0.0', end));
};

const isVersion = (start: number, end: number): boolean => {
  const before = byteAt(start - 1);
  if (before === 47) return isProduct(start, end);
  if (before === 126 || before === 94) return true;
  return (wordBefore(start, true) & VERSION_WORD) !== 0;
};

const emitAddress = (value: string, start: number, end: number): number => {
  const next = byteAt(end);
  const network = next === 47 || next === 91 ? emitNetwork(value, start, end, 32) : 0;
  if (network > 0) return network;
  emit('ipv4', value, start, end);
  return end;
};

/** Whether another label stands before `start`, so that the numbers are the end of a longer name. */
const isInName = (start: number): boolean => byteAt(start - 1) === 46 && is(start - 2, NAME);

/**
 * Plain numbers and dots from `start`: emits the address that they are and returns where to go on. 0 when anything else
 * touches them, so that the whole name has to be read.
 */
export const readNumbers = (start: number): number => {
  const all = bytes;
  let at = start;
  let octets = 0;
  let isValid = true;
  for (;;) {
    const from = at;
    let value = 0;
    let c = 0;
    for (; (c = (all[at] as number) - 48) >= 0 && c < 10; at++) value = value * 10 + c;
    if (at === from || at > from + 20) return 0;
    octets++;
    if (value > 255 || at > from + 3 || (at > from + 1 && all[from] === 48)) isValid = false;
    c += 48;
    const after = table[all[at + 1] as number] as number;
    if (c === 46) {
      if ((after & DIGIT) !== 0) {
        at++;
        continue;
      }
      const next = all[at + 1];
      if ((after & NAME) !== 0 || next === 93 || next === 41 || next === WIDE) return 0;
      break;
    }
    const kind = table[c] as number;
    if (c === WIDE || (kind & NAME) !== 0) return 0;
    if ((kind & SEPARATOR) !== 0 && (c !== 32 || (after & SEPARATOR) !== 0)) return 0;
    break;
  }
  if (octets !== 4 || !isValid || isInName(start) || isVersion(start, at)) return at;
  return emitAddress(text.slice(start, at), start, at);
};

const areOctets = (first: number, last: number): boolean => {
  for (let label = first; label <= last; label++) if (octetAt(startOf(label), endOf(label)) < 0) return false;
  return true;
};

/** The address that the name read last is, empty when it is none. */
export const addressOfName = (): string => (name.labels === 4 && areOctets(0, 3) ? joined(0, 3) : '');

/**
 * Emits the address or network that the name read last is, or both ends of a range: `10.0.0.1-10.0.0.9`; of `10.0.0.1-9` and
 * `10.0.0.1->` the first. Where to go on; 0 when it is none.
 */
export const readIpv4 = (): number => {
  const { labels } = name;
  const start = startOf(0);
  if ((labels !== 4 && labels !== 7) || !is(start, DIGIT) || isInName(start)) return 0;
  const last = endOf(3);
  let end = startOf(3);
  while (end < last && is(end, DIGIT)) end++;
  if (octetAt(startOf(3), end) < 0 || !areOctets(0, 2)) return 0;
  const hasDash = end < last && byteAt(end) === DASH;
  const hasSecond = hasDash && octetAt(end + 1, last) >= 0;
  if (
    labels === 7
      ? !hasSecond || !areOctets(4, 6)
      : !(end === last || hasSecond || (hasDash && end + 1 === last))
  )
    return 0;
  if (!name.defanged && isVersion(start, end)) return name.end;
  const first = `${joined(0, 2)}.${text.slice(startOf(3), end)}`;
  if (labels === 4) return emitAddress(first, start, end);
  emit('ipv4', first, start, end);
  return emitAddress(`${text.slice(end + 1, last)}.${joined(4, 6)}`, end + 1, name.end);
};
