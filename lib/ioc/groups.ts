import { CLOSE_SQUARE, COLON, OPEN_SQUARE } from './ascii';
import { DIGIT, HEX } from './classes';
import { is, runEnd } from './chars';
import { octetAt } from './quad';
import { byteAt } from './source';

/** The end of `sign` at `i`, alone or in square brackets as in `[:]`; 0 when neither is there. */
const signEnd = (i: number, sign: number): number => {
  if (byteAt(i) === sign) return i + 1;
  return byteAt(i) === OPEN_SQUARE && byteAt(i + 1) === sign && byteAt(i + 2) === CLOSE_SQUARE ? i + 3 : 0;
};

/** Where the colon that starts at `i` ends, `[:]` being one; 0 when there is none. */
export const colonEnd = (i: number): number => signEnd(i, COLON);

/** The eight groups of the address read last, and where its text ends. */
export const groups = new Uint16Array(8);
export let addressEnd = 0;

/** Reads four octets at `start` into two groups from `count` on; their end, 0 when there are none. */
const readOctets = (start: number, count: number): number => {
  let at = start;
  for (let i = 0; i < 4; i++) {
    const end = runEnd(at, DIGIT, 4);
    const octet = octetAt(at, end);
    if (octet < 0) return 0;
    const group = count + (i >> 1);
    groups[group] = i % 2 === 0 ? octet << 8 : (groups[group] as number) | octet;
    at = i === 3 ? end : signEnd(end, 46);
    if (at === 0) return 0;
  }
  return at;
};

/**
 * Reads the IPv6 address at `start` (RFC 4291, section 2.2) into `groups` and `address`; whether there is one. Eight groups
 * of two digits each are an EUI-64 or a serial number. A single colon at the end is of the sentence.
 */
export const readAddress = (start: number): boolean => {
  let at = start;
  let count = 0;
  let gap = -1;
  let hasPairsOnly = true;
  const first = colonEnd(start);
  if (first > 0) {
    at = colonEnd(first);
    if (at === 0) return false;
    gap = 0;
  }
  addressEnd = at;
  while (count < 8) {
    let end = at;
    let value = 0;
    for (; end < at + 5 && is(end, HEX); end++) {
      const c = byteAt(end);
      // Of letters, in either case, the low bits count from one.
      value = value * 16 + (c & 15) + 9 * (c >> 6);
    }
    if (end === at || end > at + 4) break;
    const octets = signEnd(end, 46) > 0 && count < 7 ? readOctets(at, count) : 0;
    if (octets > 0) {
      count += 2;
      addressEnd = octets;
      break;
    }
    groups[count++] = value;
    if (end !== at + 2) hasPairsOnly = false;
    addressEnd = end;
    at = colonEnd(end);
    if (at === 0) break;
    const second = colonEnd(at);
    if (second === 0) continue;
    if (gap >= 0) return false;
    gap = count;
    addressEnd = at = second;
  }
  if (gap < 0) return count === 8 && !hasPairsOnly;
  if (count > 7) return false;
  // What stands behind the gap moves to the end.
  const size = 8 - count;
  for (let i = 7; i >= gap; i--) groups[i] = i - size < gap ? 0 : (groups[i - size] as number);
  return true;
};

/** The address read last as RFC 5952 writes it: the longest run of zero groups left out, an IPv4-mapped one with dots. */
export const canonical = (): string => {
  let run = 0;
  let most = 1;
  let end = 0;
  for (let i = 0; i < 8;) {
    run = groups[i++] === 0 ? run + 1 : 0;
    if (run > most) [most, end] = [run, i];
  }
  const octets = (group: number): string => `${group >> 8}.${group & 255}`;
  if (end === 5 && most === 5 && groups[5] === 0xffff)
    return `::ffff:${octets(groups[6] as number)}.${octets(groups[7] as number)}`;
  let out = '';
  for (let i = 0; i < 8; i++) {
    if (i === end - most) {
      out += '::';
      if ((i = end) > 7) break;
    } else if (i > 0) out += ':';
    out += (groups[i] as number).toString(16);
  }
  return out;
};
