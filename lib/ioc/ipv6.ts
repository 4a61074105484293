import { codeAt, bitsAt, DIGIT, HEX, LETTER, NAME } from './chars';
import { isOctet, prefixEnd } from './ipv4';
import { emit } from './sink';

const COLON = 58;
const DOT = 46;

/** The groups of the address read last, and where its text ends. */
const groups = new Uint16Array(8);
export const address = { end: 0, value: '', groups: 0, hasDigit: false };

/** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as `::`. */
export const compress = (parts: ArrayLike<number>): string => {
  let best = -1;
  let bestLength = 1;
  for (let i = 0; i < 8; i++) {
    let j = i;
    while (j < 8 && parts[j] === 0) j++;
    if (j - i > bestLength) {
      best = i;
      bestLength = j - i;
    }
    if (j > i) i = j;
  }
  const hex = (from: number, to: number): string =>
    Array.prototype.slice
      .call(parts, from, to)
      .map((part: number) => part.toString(16))
      .join(':');
  // Section 5: an IPv4-mapped address keeps its dotted form.
  if (best === 0 && bestLength === 5 && parts[5] === 0xffff) {
    const [high = 0, low = 0] = [parts[6], parts[7]];
    return `::ffff:${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
  }
  return best < 0 ? hex(0, 8) : `${hex(0, best)}::${hex(best + bestLength, 8)}`;
};

/** Where the colon that starts at `i` ends, `[:]` being one; 0 when there is none. */
const colonEnd = (text: string, i: number): number => {
  if (codeAt(text, i) === COLON) return i + 1;
  return codeAt(text, i) === 91 && text.startsWith('[:]', i) ? i + 3 : 0;
};

const octetsEnd = (text: string, start: number): number => {
  let at = start;
  for (let i = 0; i < 4; i++) {
    const from = at;
    while (at < from + 4 && (bitsAt(text, at) & DIGIT) !== 0) at++;
    if (!isOctet(text, from, at) || groups.length < 8) return 0;
    if (i === 3) return at;
    if (text.startsWith('[.]', at)) at += 3;
    else if (codeAt(text, at) === DOT) at++;
    else return 0;
  }
  return 0;
};

const putOctets = (text: string, start: number, end: number, count: number): void => {
  const octets = text.slice(start, end).replaceAll('[.]', '.').split('.').map(Number);
  groups[count] = ((octets[0] ?? 0) << 8) | (octets[1] ?? 0);
  groups[count + 1] = ((octets[2] ?? 0) << 8) | (octets[3] ?? 0);
};

/**
 * Reads hexadecimal groups and colons from `start` as far as they go into `address`; whether they are an address
 * (RFC 4291, section 2.2). `address.end` is set in either case, so that a caller never reads them twice.
 */
export const readAddress = (text: string, start: number): boolean => {
  let at = start;
  let count = 0;
  let gap = -1;
  let hasDigit = false;
  let twoDigits = true;
  let ok = true;
  const first = colonEnd(text, at);
  const double = first === 0 ? 0 : colonEnd(text, first);
  if (double > 0) {
    gap = 0;
    at = double;
  }
  let end = at;
  for (;;) {
    const from = at;
    let value = 0;
    let c = codeAt(text, at);
    while ((bitsAt(text, at) & HEX) !== 0) {
      hasDigit ||= c < 58;
      value = ((value << 4) | (c < 58 ? c - 48 : (c | 32) - 87)) & 0xffff;
      c = codeAt(text, ++at);
    }
    const length = at - from;
    if (length === 0) break;
    if (c === DOT && count >= 1 - (gap >= 0 ? 1 : 0) && length <= 3 && (bitsAt(text, at + 1) & DIGIT) !== 0) {
      const after = octetsEnd(text, from);
      if (after > 0) {
        if (count <= 6) putOctets(text, from, after, count);
        count += 2;
        end = after;
        at = after;
        break;
      }
    }
    if (length > 4) ok = false;
    if (length !== 2) twoDigits = false;
    if (count < 8) groups[count] = value;
    count++;
    end = at;
    const next = colonEnd(text, at);
    if (next === 0) break;
    const second = colonEnd(text, next);
    if (second > 0) {
      if (gap >= 0) ok = false;
      gap = count;
      at = second;
      end = at;
    } else at = next;
  }
  address.end = Math.max(end, start + 1);
  address.groups = count;
  if (!ok || (gap < 0 ? count !== 8 || twoDigits : count > 7)) return false;
  address.hasDigit = hasDigit;
  if (gap >= 0 && count < 8) {
    groups.copyWithin(8 - (count - gap), gap, count);
    groups.fill(0, gap, 8 - (count - gap));
  }
  address.value = compress(groups);
  return true;
};

/** The eight groups of a whole text that is an address; undefined when it is none. */
export const groupsOf = (value: string): readonly number[] | undefined =>
  readAddress(value, 0) && address.end === value.length ? Array.from(groups) : undefined;

/** `a[1::2]` is a slice in code, `[::1]:80` a host. */
const isSlice = (text: string, start: number): boolean =>
  codeAt(text, start - 1) === 91 && (bitsAt(text, start - 2) & (LETTER | DIGIT)) !== 0;

/** Emits the address around the colon at `colon`, whose first group starts at `start`; where to go on reading. */
export const readIpv6 = (text: string, start: number, colon: number): number => {
  let from = start;
  // `IPv6:2001:db8::1`, `src:fe80::1`: a word before the first colon is no group.
  const touched = (bitsAt(text, from - 1) & NAME) !== 0 || from < colon - 4 || !isHexGroup(text, from, colon);
  if (touched && from !== colon) from = colonEnd(text, colon);
  if (from === colon && colonEnd(text, colonEnd(text, colon)) === 0) from = colonEnd(text, colon);
  if (!readAddress(text, from)) return Math.max(address.end, colon + 1);
  const { end, value } = address;
  // `::` alone and `add::face` are operators and scopes in code.
  if (!address.hasDigit || address.groups === 0) return end;
  const before = codeAt(text, from - 1);
  const next = codeAt(text, end);
  if (touched && codeAt(text, from) === COLON) return end;
  if ((bitsAt(text, end) & NAME) !== 0 && next !== 45) return end;
  if (next === COLON && (bitsAt(text, end + 1) & NAME) !== 0) return end;
  if (before === COLON && from <= colon) return end;
  if (before === DOT || isSlice(text, from)) return end;
  const network = prefixEnd(text, end, 128);
  if (network > end) {
    emit(
      'cidr',
      `${value}/${text.slice(text.lastIndexOf('/', network) + 1, network).replace(']', '')}`,
      from,
      network,
    );
    return network;
  }
  let after = end;
  // The zone (RFC 4007, section 11) belongs to the machine that wrote it, not to the address.
  if (next === 37 && (bitsAt(text, end + 1) & NAME) !== 0) {
    after = end + 1;
    while ((bitsAt(text, after) & NAME) !== 0) after++;
  }
  emit('ipv6', value, from, after);
  return after;
};

const isHexGroup = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if ((bitsAt(text, i) & HEX) === 0) return false;
  return true;
};
