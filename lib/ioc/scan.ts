import { bitsAt, codeAt, DIGIT, HEX, NAME } from './chars';
import { readAsn } from './asn';
import { readCve } from './cve';
import { separatorEnd } from './dot';
import { readDomain } from './domain';
import { readEmail } from './email';
import { isHashLength, readHash } from './hash';
import { readIpv4, readNumbers } from './ipv4';
import { readIpv6 } from './ipv6';
import type { Indicator } from './kind';
import { endOf, labelStart, name, readName, startOf } from './name';
import { readScheme, slashesEnd } from './scheme';
import { finishFinding, startFinding } from './sink';
import { readUrl } from './url';

const PLAIN = 1;
const DOT = 2;
const COLON = 3;
const AT = 4;
const BRACKET = 5;
const WIDE = 6;

/** What the scanner does at a character that ends a word. */
const actions = new Uint8Array(128).fill(PLAIN);
actions[46] = DOT;
actions[58] = COLON;
actions[64] = AT;
actions[91] = actions[40] = actions[123] = actions[92] = BRACKET;

let floor = 0;

/** A word ended: a hash, the letters of a CVE id, or an AS number. Returns where to go on, 0 to go on as planned. */
const readWord = (text: string, start: number, end: number): number => {
  const length = end - start;
  if (length === 3) return (codeAt(text, start) | 32) === 99 ? readCve(text, end) : readAsnWord(text, start);
  if (isHashLength(length)) return readHash(text, start, end) ? end : 0;
  return length < 14 ? readAsnWord(text, start) : 0;
};

const readAsnWord = (text: string, start: number): number =>
  (codeAt(text, start) | 32) === 97 ? readAsn(text, start) : 0;

/** Labels of a name that is none of the kinds may be hashes: `d41d…427e.exe`. */
const readHashLabels = (text: string): void => {
  for (let i = 0; i < name.labels; i++) readHash(text, startOf(i), endOf(i));
};

/** A separator of labels stands at `i`: reads the whole dotted name around it. */
const readDotted = (text: string, i: number, wordStart: number): number => {
  let start = wordStart;
  if (start > floor && (start === i || (bitsAt(text, start - 1) & NAME) !== 0))
    start = labelStart(text, i, floor);
  if (start === i) return 0;
  if ((bitsAt(text, start) & DIGIT) !== 0) {
    const numbers = readNumbers(text, start);
    if (numbers > 0) return numbers;
  }
  // `%2Fevil.com`: the two digits belong to the escape.
  if (
    codeAt(text, start - 1) === 37 &&
    (bitsAt(text, start) & bitsAt(text, start + 1) & HEX) !== 0 &&
    start + 2 < i
  )
    start += 2;
  readName(text, start);
  const { end } = name;
  floor = end;
  const v4 = readIpv4(text);
  if (v4 > 0) return v4;
  const domain = readDomain(text);
  if (domain > 0) return domain;
  readHashLabels(text);
  return end;
};

/** The end of a bracketed at sign that starts at `i`: `[@]`, `(at)`, `[ at ]`; 0 when there is none. */
const atEnd = (text: string, i: number): number => {
  const match = /^[[({] ?(?:@|at) ?[\])}]/i.exec(text.slice(i, i + 6));
  return match === null ? 0 : i + match[0].length;
};

const readColon = (text: string, i: number, start: number): number => {
  const next = codeAt(text, i + 1);
  if ((bitsAt(text, i + 1) & HEX) !== 0 || next === 58) return readIpv6(text, start, i);
  if (next !== 47 && next !== 92 && next !== 91 && next !== 40 && next !== 95) return 0;
  const slashes = slashesEnd(text, i);
  return slashes > 0 && readScheme(text, i, floor) ? readUrl(text, slashes) : 0;
};

const skipSpacesBack = (text: string, i: number): number => {
  let at = i;
  while (at > i - 2 && codeAt(text, at - 1) === 32) at--;
  return at;
};

const readBracket = (text: string, i: number): number => {
  const next = codeAt(text, i + 1);
  if (next === 58) {
    const slashes = slashesEnd(text, i);
    if (slashes > 0 && readScheme(text, i, floor)) return readUrl(text, slashes);
    if ((bitsAt(text, i - 1) & HEX) !== 0 && text.startsWith('[:]', i))
      return readIpv6(text, labelStart(text, i, floor), i);
    return 0;
  }
  const at = atEnd(text, i);
  if (at > 0) return readEmail(text, skipSpacesBack(text, i), codeAt(text, at) === 32 ? at + 1 : at, 0);
  const from = skipSpacesBack(text, i);
  return (bitsAt(text, from - 1) & NAME) !== 0 && separatorEnd(text, from) > 0
    ? readDotted(text, from, from)
    : 0;
};

/** Reads what the character at `i` announces; where to go on, 0 when that is the next character. */
const readAnchor = (text: string, action: number, i: number, wordStart: number): number => {
  switch (action) {
    case DOT:
      return separatorEnd(text, i) > 0 ? readDotted(text, i, wordStart) : 0;
    case COLON:
      return readColon(text, i, wordStart);
    case AT:
      return readEmail(text, i, i + 1, 0);
    case BRACKET:
      return readBracket(text, i);
    default:
      return separatorEnd(text, i) > 0 ? readDotted(text, i, wordStart) : 0;
  }
};

/** Lengths of words worth a look: hashes whatever their first letter, the others when it is an A or a C. */
const lookAt = new Uint8Array(130);
lookAt.fill(1, 3, 14);
for (const length of [32, 40, 64, 128]) lookAt[length] = 2;

const isWorthALook = (text: string, start: number, length: number): boolean => {
  const look = length < 130 ? (lookAt[length] as number) : 0;
  if (look !== 1) return look === 2;
  const first = text.charCodeAt(start) | 32;
  return first === 97 || (first === 99 && length === 3);
};

/** Every indicator in a text, in order. */
export const scan = (text: string): Indicator[] => {
  startFinding();
  floor = 0;
  const length = text.length;
  let wordStart = 0;
  let i = 0;
  while (i < length) {
    const c = text.charCodeAt(i);
    // A letter or digit inside a word: nearly every character, so it is told by comparing alone.
    const folded = c | 32;
    if (folded >= 97 ? folded <= 122 : c >= 48 && c <= 57) {
      i++;
      continue;
    }
    const action = c < 128 ? (actions[c] as number) : WIDE;
    let next = action === PLAIN ? 0 : readAnchor(text, action, i, wordStart);
    if (next === 0 && i - wordStart > 2 && isWorthALook(text, wordStart, i - wordStart))
      next = readWord(text, wordStart, i);
    if (next > i) {
      if (next > floor) floor = next;
      i = next;
      wordStart = next;
    } else wordStart = ++i;
  }
  if (length - wordStart > 2) readWord(text, wordStart, length);
  return finishFinding();
};
