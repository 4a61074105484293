import { readAsn } from './asn';
import { readBracket } from './bracket';
import { bits, bitsAt, codeAt, HEX, NAME } from './chars';
import { isEscape } from './context';
import { readCve } from './cve';
import { separatorEnd } from './dot';
import { readDotted } from './dotted';
import { readEmail } from './email';
import { isHashLength, readHash } from './hash';
import { readIpv6 } from './ipv6';
import type { Indicator } from './kind';
import { readScheme, slashesEnd } from './scheme';
import { readSpoken } from './spoken';
import { finishFinding, startFinding } from './sink';
import { readEncoded, readUrl } from './url';

/** Where the name around here starts has to be searched for: letters outside ASCII are in it. */
const UNKNOWN = -1;

const PLAIN = 1;
const INNER = 2;
const DOT = 3;
const COLON = 4;
const AT = 5;
const BRACKET = 6;
const PERCENT = 7;
const WIDE = 8;

/** What the scanner does at a character that ends a word; `-` and `_` end a word inside a name. */
const actions = new Uint8Array(128).fill(PLAIN);
actions[45] = actions[95] = INNER;
actions[46] = DOT;
actions[58] = COLON;
actions[64] = AT;
actions[37] = PERCENT;
actions[91] = actions[40] = actions[123] = actions[92] = BRACKET;

const readColon = (text: string, i: number, start: number, floor: number): number => {
  const next = codeAt(text, i + 1);
  if (next === 58 || (bitsAt(text, i + 1) & HEX) !== 0) return readIpv6(text, start, i);
  if (next !== 47 && next !== 92 && next !== 91 && next !== 40 && next !== 95) return 0;
  const slashes = slashesEnd(text, i);
  return slashes > 0 && readScheme(text, i, floor) ? readUrl(text, slashes) : 0;
};

const readAnchor = (
  text: string,
  action: number,
  i: number,
  nameStart: number,
  wordStart: number,
  floor: number,
): number => {
  switch (action) {
    case COLON:
      return readColon(text, i, wordStart, floor);
    case AT:
      return readAt(text, i);
    case PERCENT:
      return readEncoded(text, i, floor);
    case BRACKET:
      return readBracket(text, i, nameStart, floor);
    default:
      return separatorEnd(text, i) > 0 ? readDotted(text, i, nameStart, floor) : 0;
  }
};

/** Long words may be hashes, words that start with A or C an AS number or a CVE id. */
const isWorthALook = (text: string, start: number, end: number): boolean => {
  const first = text.charCodeAt(start) | 32;
  return first === 97 || end - start > 31 || ((first === 99 || first === 100) && end - start === 3);
};

/** An at sign: between blanks, `name @ host`, it asks for a host that is defanged. */
const readAt = (text: string, i: number): number => {
  const before = codeAt(text, i - 1) === 32 ? i - 1 : i;
  const after = codeAt(text, i + 1) === 32 ? i + 2 : i + 1;
  return readEmail(text, before, after, 0, before !== i || after !== i + 1);
};

/** A word ended: a hash, the letters of a CVE id, or an AS number. Where to go on, 0 when it is none of them. */
const readWord = (text: string, start: number, end: number, floor: number): number => {
  const length = end - start;
  if (length > 31) return isHashLength(length) && readHash(text, start, end) ? end : 0;
  const first = text.charCodeAt(start) | 32;
  if (first === 97) return length < 14 ? readAsn(text, start) : 0;
  if (length !== 3) return 0;
  return first === 99 ? readCve(text, end) : readSpoken(text, start, floor);
};

/**
 * Every indicator in a text, in order, in one pass: words are skipped letter by letter, and only what ends a word is
 * looked at. What a reader has read is never read again, so the time is linear for any text.
 */
export const scan = (text: string): Indicator[] => {
  startFinding();
  const { length } = text;
  let floor = 0;
  let nameStart = 0;
  let wordStart = 0;
  let i = 0;
  for (;;) {
    let c = 0;
    // Letters and digits inside a word are nearly all there is: told by comparing alone, the likely first.
    for (; i < length; i++) {
      c = text.charCodeAt(i);
      if (c >= 97 ? c > 122 : c < 48 || (c > 57 && (c < 65 || c > 90))) break;
    }
    if (i >= length) break;
    const action = c < 128 ? (actions[c] as number) : WIDE;
    // A word before a colon goes first: `31d6…89c0:x`, `AS64500:fe80::1`.
    let next = action === COLON && isWorthALook(text, wordStart, i) ? readWord(text, wordStart, i, floor) : 0;
    if (next === 0 && action > INNER) next = readAnchor(text, action, i, nameStart, wordStart, floor);
    if (next === 0 && i - wordStart > 1 && isWorthALook(text, wordStart, i))
      next = readWord(text, wordStart, i, floor);
    if (next > floor) floor = next;
    if (next > i) {
      nameStart = wordStart = i = next;
    } else {
      // The letter after a backslash is a line end or a tab in an escaped text, unless the backslash is of a path.
      if (c === 92 && isEscape(text, i)) i++;
      wordStart = ++i;
      if (action === WIDE && (bits(c) & NAME) !== 0) nameStart = UNKNOWN;
      else if (action !== INNER) nameStart = i;
    }
  }
  if (length - wordStart > 2) readWord(text, wordStart, length, floor);
  return finishFinding();
};
