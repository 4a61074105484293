import { bitsAt, codeAt, DIGIT, HEX, LETTER, NAME } from './chars';
import { address, colonEnd, readAddress } from './groups';
import { emitNetwork } from './prefix';
import { emit } from './sink';

const COLON = 58;

const isHexGroup = (text: string, start: number, end: number): boolean => {
  if (end > start + 4 || codeAt(text, start - 1) === 95) return false;
  for (let i = start; i < end; i++) if ((bitsAt(text, i) & HEX) === 0) return false;
  return true;
};

/** `a[1::2]` is a slice in code, `[::1]:80` a host. */
const isSlice = (text: string, start: number): boolean =>
  codeAt(text, start - 1) === 91 && (bitsAt(text, start - 2) & (LETTER | DIGIT)) !== 0;

/**
 * What `12:34:56`, `"port":80` and `std::string` look like is told here from what may be an address, cheaply. Positive:
 * where to go on, there is none. Negative: the same, after looking.
 */
const glance = (text: string, colon: number): number => {
  const { length } = text;
  let colons = 1;
  let hasGap = false;
  let last = colon;
  let at = colon + 1;
  let c = 0;
  for (; at < length; at++) {
    c = text.charCodeAt(at);
    if (c === COLON) {
      colons++;
      if (at === last + 1) hasGap = true;
      last = at;
    } else if ((bitsAt(text, at) & HEX) === 0) break;
    else if (at > last + 4) return last + 1;
  }
  const isLong = colons > 5 && colons < 10;
  return hasGap || isLong || (c === 91 && at < length) ? -(last + 1) : last + 1;
};

/** Emits the address around the colon at `colon`, whose first group starts at `start`; where to go on reading. */
export const readIpv6 = (text: string, start: number, colon: number): number => {
  const glanced = codeAt(text, colon) === COLON ? glance(text, colon) : -colon - 1;
  if (glanced > 0) return glanced;
  // `IPv6:2001:db8::1`, `src:fe80::1`: a word before the first colon is no group.
  const after = colonEnd(text, colon);
  const isGap = colonEnd(text, after) > 0;
  const hasGroup = start < colon && isHexGroup(text, start, colon);
  const from = hasGroup ? start : isGap ? colon : after;
  if (!readAddress(text, from)) return -glanced;
  const { end, value } = address;
  if (from === colon && (bitsAt(text, from - 1) & NAME) !== 0) return -glanced;
  const before = codeAt(text, from - 1);
  const next = codeAt(text, end);
  if ((bitsAt(text, end) & NAME) !== 0 && next !== 45) return -glanced;
  if (next === COLON && (bitsAt(text, end + 1) & (NAME | HEX)) !== 0) return -glanced;
  if (before === 46 || (before === COLON && from <= colon) || isSlice(text, from)) return -glanced;
  if (next === 47 || next === 91) {
    const network = emitNetwork(text, value, from, end, 128);
    if (network > 0) return network;
  }
  // `::` alone and `add::face` are operators and scopes in code.
  if (!/\d/.test(value)) return -glanced;
  let zone = end;
  // The zone (RFC 4007, section 11) belongs to the machine that wrote it, not to the address.
  if (next === 37 && (bitsAt(text, end + 1) & NAME) !== 0) {
    zone++;
    while ((bitsAt(text, zone) & NAME) !== 0) zone++;
  }
  emit('ipv6', value, from, zone);
  return zone;
};
