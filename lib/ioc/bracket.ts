import { BLANK, CLOSE_SQUARE, COLON, SLASH } from './ascii';
import { BACKSLASH, CLOSER, HEX, NAME, OPENER, SPACE, WORD } from './classes';
import { is, setOf, smallAt } from './chars';
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
  const next = isPlain ? i + 1 : i + (byteAt(i + 2) === SLASH ? 2 : 3);
  const end = slashes[byteAt(next)] === 0 ? 0 : slashesEnd(i);
  if (end > 0) return readScheme(i, floor) ? readUrl(end) || end : 0;
  return !isPlain && byteAt(i + 2) === CLOSE_SQUARE && (is(i - 1, HEX) || is(i + 3, HEX))
    ? readIpv6(i, floor)
    : 0;
};

/** What stands behind the first sign of a defanged dot: the dot, or one more sign. */
const dots = setOf('.dD');
const SIGN = SPACE | OPENER | CLOSER | BACKSLASH;

/** A bracket or backslash stands at `i`: reads what it may defang; where to go on, 0 when that is nothing. */
export const readBracket = (i: number, floor: number): number => {
  if (byteAt(i + 1) === COLON) return readColon(i, floor);
  // An escape such as `\n`, a path: there are many.
  if (is(i, BACKSLASH) && is(i + 1, WORD)) return 0;
  let from = i;
  while (from > i - 2 && byteAt(from - 1) === BLANK) from--;
  if (!is(from - 1, NAME)) return 0;
  // An at sign has the code before that of the small `a`, with the same bit.
  const mayBeAt = (smallAt(byteAt(i + 1) === BLANK ? i + 2 : i + 1) | 1) === 97;
  const at = mayBeAt ? matchEnd(atSign, i) : 0;
  if (at > 0) return readEmail(from, byteAt(at) === BLANK ? at + 1 : at);
  const mayBeDot = is(i + 1, SIGN) ? separatorEnd(from) : dots[byteAt(i + 1)];
  return mayBeDot ? readDotted(from, floor) : 0;
};
