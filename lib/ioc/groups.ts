import { bitsAt, codeAt, HEX } from './chars';
import { octet } from './quad';

const COLON = 58;
const DOT = 46;

/** The groups of the address read last, where its text ends, and what it is made of. */
const groups = new Uint16Array(8);
export const address = { end: 0, count: 0, hasDigit: false };

const hex = (from: number, to: number): string => {
  let out = from < to ? (groups[from] as number).toString(16) : '';
  for (let i = from + 1; i < to; i++) out += `:${(groups[i] as number).toString(16)}`;
  return out;
};

/**
 * The address read last as RFC 5952 writes it: lower case, no leading zeros, the first longest run of two or
 * more zero groups as `::`, an IPv4-mapped address in its dotted form.
 */
export const canonical = (): string => {
  let best = -1;
  let bestLength = 1;
  for (let i = 0; i < 8; i++) {
    let j = i;
    while (j < 8 && groups[j] === 0) j++;
    if (j - i > bestLength) {
      best = i;
      bestLength = j - i;
    }
    if (j > i) i = j;
  }
  if (best === 0 && bestLength === 5 && groups[5] === 0xffff) {
    const [high, low] = [groups[6] as number, groups[7] as number];
    return `::ffff:${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
  }
  return best < 0 ? hex(0, 8) : `${hex(0, best)}::${hex(best + bestLength, 8)}`;
};

/** Where the colon that starts at `i` ends, `[:]` being one; 0 when there is none. */
export const colonEnd = (text: string, i: number): number => {
  const c = codeAt(text, i);
  if (c === COLON) return i + 1;
  return c === 91 && codeAt(text, i + 1) === COLON && codeAt(text, i + 2) === 93 ? i + 3 : 0;
};

const mixed = new RegExp(`${octet}(?:(?:\\.|\\[\\.\\])${octet}){3}(?!\\d)`, 'y');

/** Reads four octets from `start` into groups `count` and `count + 1`; their end, 0 when they are none. */
const readOctets = (text: string, start: number, count: number): number => {
  mixed.lastIndex = start;
  const [written] = mixed.exec(text) ?? [];
  if (written === undefined) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = written.split(/\D+/).map(Number);
  if (count < 7) {
    groups[count] = a * 256 + b;
    groups[count + 1] = c * 256 + d;
  }
  return start + written.length;
};

/**
 * Reads hexadecimal groups and colons from `start` as far as they go; whether they are an address (RFC 4291, section
 * 2.2), `::` being one or more groups. Eight groups of two digits each are an EUI-64 or a serial number, not an address.
 */
export const readAddress = (text: string, start: number): boolean => {
  let at = start;
  let count = 0;
  let gap = -1;
  let ok = true;
  let hasDigit = false;
  let allTwo = true;
  let end = at;
  const first = colonEnd(text, at);
  if (first > 0) {
    at = colonEnd(text, first);
    if (at === 0) return false;
    gap = 0;
    end = at;
  }
  while (count < 10) {
    const from = at;
    let value = 0;
    for (; (bitsAt(text, at) & HEX) !== 0; at++) {
      const c = codeAt(text, at);
      if (c < 58) hasDigit = true;
      value = (value << 4) | (c < 58 ? c - 48 : (c | 32) - 87);
    }
    if (at === from) break;
    const octets = codeAt(text, at) === DOT || codeAt(text, at) === 91 ? readOctets(text, from, count) : 0;
    if (octets > 0) {
      count += 2;
      end = octets;
      break;
    }
    if (at > from + 4) ok = false;
    if (at !== from + 2) allTwo = false;
    if (count < 8) groups[count] = value;
    count++;
    end = at;
    const next = colonEnd(text, at);
    if (next === 0) break;
    const second = colonEnd(text, next);
    if (second > 0) {
      if (gap >= 0) ok = false;
      gap = count;
      end = second;
    }
    at = second > 0 ? second : next;
  }
  address.end = end;
  address.count = count;
  address.hasDigit = hasDigit;
  if (!ok || (gap < 0 ? count !== 8 || allTwo : count > 7)) return false;
  if (gap >= 0) {
    groups.copyWithin(8 - (count - gap), gap, count);
    groups.fill(0, gap, 8 - (count - gap));
  }
  return true;
};

/** The eight groups of a whole text that is an address; undefined when it is none. */
export const groupsOf = (value: string): readonly number[] | undefined =>
  readAddress(value, 0) && address.end === value.length ? Array.from(groups) : undefined;
