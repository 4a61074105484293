import { COLON, DASH, DOT, OPEN_SQUARE, PERCENT, SLASH, UNDERSCORE } from './ascii';
import { DIGIT, HEX, NAME, WORD } from './classes';
import { is, runEnd, table } from './chars';
import { pastEscape } from './context';
import { addressEnd, canonical, colonEnd, readAddress } from './groups';
import { emitNetwork } from './prefix';
import { emit } from './sink';
import { byteAt, bytes } from './source';

/** Where the group that ends before the colon at `colon` starts; the colon itself when a longer word stands there. */
const groupStart = (colon: number, floor: number): number => {
  let at = colon;
  while (at > floor && at > colon - 5 && is(at - 1, WORD)) at--;
  at = at < colon ? pastEscape(at) : at;
  return colon - at > 4 || byteAt(at - 1) === UNDERSCORE || runEnd(at, HEX, 4) < colon ? colon : at;
};

/** `a[1::2]` is a slice in code, `[::1]:80` a host. */
const isSlice = (start: number): boolean => byteAt(start - 1) === OPEN_SQUARE && is(start - 2, WORD);

/**
 * What `12:34:56`, `"port":80` and `std::string` look like is told here from what may be an address, cheaply. Positive:
 * where to go on, there is none. Negative: the same, after looking.
 */
const glance = (colon: number): number => {
  const all = bytes;
  let colons = 1;
  let hasGap = false;
  let last = colon;
  let at = colon + 1;
  let c = all[at] as number;
  for (; ; c = all[++at] as number) {
    if (c === COLON) {
      colons++;
      if (at === last + 1) hasGap = true;
      last = at;
    } else if (((table[c] as number) & HEX) === 0 || at > last + 4) break;
  }
  return hasGap || c === OPEN_SQUARE || (colons > 5 && colons < 10) ? -(last + 1) : last + 1;
};

/** Emits the address around the colon at `colon`, nothing of it before `floor`; where to go on reading. */
export const readIpv6 = (colon: number, floor: number): number => {
  const glanced = byteAt(colon) === COLON ? glance(colon) : -colon - 1;
  if (glanced > 0) return glanced;
  // `IPv6:2001:db8::1`, `src:fe80::1`: a word before the first colon is no group.
  const after = colonEnd(colon);
  const start = groupStart(colon, floor);
  // Behind another `[:]` it was read with the groups before, and was no address.
  if (start > 2 && start < colon && colonEnd(start - 3) === start) return -glanced;
  const from = start < colon || colonEnd(after) > 0 ? start : after;
  if (!readAddress(from)) return -glanced;
  const end = addressEnd;
  if (end < from + 3 && !(byteAt(end) === SLASH && is(end + 1, DIGIT))) return -glanced;
  if (from === colon && is(from - 1, NAME)) return -glanced;
  const before = byteAt(from - 1);
  const next = byteAt(end);
  if (is(end, NAME) && next !== DASH) return -glanced;
  if (
    next === COLON &&
    (byteAt(end + 1) === COLON || (is(end + 1, NAME) && runEnd(end + 1, DIGIT, 5) < end + 6))
  )
    return -glanced;
  if (before === DOT || (before === COLON && from <= colon) || isSlice(from)) return -glanced;
  const value = canonical();
  const network = emitNetwork(value, from, end, 128);
  if (network > 0) return network;
  // `::` alone and `add::face` are operators and scopes in code.
  if (!/\d/.test(value)) return end;
  let zone = end;
  // The zone (RFC 4007, section 11) belongs to the machine that wrote it, not to the address.
  if (next === PERCENT && is(end + 1, NAME)) {
    zone++;
    while (is(zone, NAME)) zone++;
  }
  emit('ipv6', value, from, zone);
  return zone;
};
