import { BLANK, CLOSE_SQUARE, COLON } from './ascii';
import { HEX, is, NAME, setOf } from './chars';
import { separatorEnd } from './dot';
import { readDotted } from './dotted';
import { readEmail } from './email';
import { readIpv6 } from './ipv6';
import { readScheme, slashesEnd } from './scheme';
import { byteAt, matchEnd } from './source';
import { readUrl } from './url';

/** A bracketed at sign: `[@]`, `(at)`, `[ at ]`. */
const atSign = /[[({] ?(?:@|at) ?[\])}]/iy;

/** What the slashes of a URL may start with: nearly no other colon comes before one of these. */
const slashes = setOf('/\\[(_');

/** A colon, plain or in brackets: before the slashes of a URL, or between two groups of an IPv6 address. */
export const readColon = (i: number, floor: number): number => {
  const isPlain = byteAt(i) === COLON;
  if (isPlain && (byteAt(i + 1) === COLON || is(i + 1, HEX))) return readIpv6(i, floor);
  if (isPlain && slashes[byteAt(i + 1)] === 0) return 0;
  const end = slashesEnd(i);
  if (end > 0) return readScheme(i, floor) ? readUrl(end) : 0;
  return !isPlain && byteAt(i + 2) === CLOSE_SQUARE && (is(i - 1, HEX) || is(i + 3, HEX))
    ? readIpv6(i, floor)
    : 0;
};

/** A bracket or backslash stands at `i`: reads what it may defang; where to go on, 0 when that is nothing. */
export const readBracket = (i: number, floor: number): number => {
  if (byteAt(i + 1) === COLON) return readColon(i, floor);
  let from = i;
  while (from > i - 2 && byteAt(from - 1) === BLANK) from--;
  if (!is(from - 1, NAME)) return 0;
  const at = matchEnd(atSign, i);
  if (at > 0) return readEmail(from, byteAt(at) === BLANK ? at + 1 : at);
  return separatorEnd(from) === 0 ? 0 : readDotted(from, floor);
};
