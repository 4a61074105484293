import { AT, CLOSE_SQUARE, COLON, PERCENT, SLASH } from './ascii';
import { BACKSLASH, DIGIT, NAME, OPENER, WIDE_NAME } from './classes';
import { is, isWord, runEnd, setOf } from './chars';
import { hostEnd, hostStart, hostValue, readHostName } from './domain';
import { addressEnd, colonEnd, readAddress } from './groups';
import { addressOfName } from './ipv4';
import { nameEnd, readName } from './name';
import { hasEscapes, readRest, refangRest, restEnd } from './path';
import { readScheme, schemeStart, schemeValue } from './scheme';
import { emit, relocate } from './sink';
import { byteAt, matchEnd, reading, text } from './source';
import { WIDE } from './wide';

/** What ends user information (RFC 3986, section 3.2.1), as people write it, and how much of it anyone does. */
const afterUser = setOf('"#/<>?\\\x7f').fill(1, 0, 33).fill(1, WIDE);
const LONGEST_USER = 128;
/** The letters of an encoded URL: every other character is written as `%XX`; blanks, quotes, `<>` and the like end it. */
const encoded = /(?:[\w.~-]|%(?![01]|2[02]|3[ce]|5e|60|7[cf])[\da-f]{2}){1,2048}(?<!\.)/iy;

/** The host read last, as written in the URL's canonical form, and where it ends. */
let placeValue = '';
let placeEnd = 0;

const readBracketed = (start: number): boolean => {
  if (!readAddress(start + 1)) return false;
  placeEnd = byteAt(addressEnd) === PERCENT ? runEnd(addressEnd + 1, NAME, LONGEST_USER) : addressEnd;
  if (byteAt(placeEnd) !== CLOSE_SQUARE) return false;
  placeValue = text.slice(start, ++placeEnd).toLowerCase();
  return true;
};

const readPlace = (start: number): boolean => {
  const first = byteAt(start);
  if (first === 91) return readBracketed(start);
  if (!is(start, NAME) && first < WIDE) return false;
  readName(start, NAME | WIDE_NAME);
  placeValue = is(start, DIGIT) ? addressOfName() : '';
  placeEnd = nameEnd;
  if (placeValue !== '') return true;
  if (!readHostName() || hostStart !== start || hostEnd !== nameEnd) return false;
  placeValue = hostValue();
  return true;
};

/** Whether a path, a query or a fragment starts at `i`, in whatever form. */
const startsRest = (i: number): boolean => {
  const c = byteAt(i);
  return c === SLASH || c === 63 || c === 35 || (byteAt(i + 1) === SLASH && is(i, OPENER | BACKSLASH));
};

/** The end of the port behind the host that ends at `end`; `end` when there is none. */
const pastPort = (end: number): number => {
  const from = colonEnd(end);
  const to = runEnd(from, DIGIT, 6);
  return from > 0 && to > from && to < from + 6 ? to : end;
};

/**
 * Emits the URL whose scheme was read last and whose authority starts at `start`; its end, 0 when there is none.
 */
export const readUrl = (start: number): number => {
  let authority = start;
  let hasHost = readPlace(start);
  const behind = hasHost ? placeEnd : nameEnd;
  const next = byteAt(behind);
  const isPort = next === COLON && byteAt(behind + 1) === SLASH;
  if (!isPort && (!hasHost || next === AT || next === COLON)) {
    // The host stands after the last at sign; a password may hold one too.
    for (let at = start; at <= authority + LONGEST_USER && afterUser[byteAt(at)] === 0; at++)
      if (byteAt(at) === AT) authority = at + 1;
    if (authority > start) hasHost = readPlace(authority);
  }
  if (!hasHost) return 0;
  const before = byteAt(schemeStart - 1);
  const portEnd = pastPort(placeEnd);
  let end = portEnd;
  // A port has no other form but that of its colon.
  let tail = end > placeEnd ? `:${text.slice(colonEnd(placeEnd), end)}` : '';
  if (startsRest(portEnd)) {
    readRest(portEnd, before);
    end = Math.max(restEnd, portEnd);
    const rest = text.slice(portEnd, end);
    tail += hasEscapes ? refangRest(rest) : rest;
  }
  const head = `${schemeValue()}://${text.slice(start, authority)}${placeValue}`;
  emit('url', `${head}${tail}`, schemeStart, end);
  return end;
};

/**
 * Emits the URL whose `%3A%2F%2F` starts at `i`, decoded; where to go on, 0 when there is none. A URL that stands encoded in
 * the query of another is part of that one.
 */
export const readEncoded = (i: number, floor: number): number => {
  // `%253A%252F%252F` was encoded twice.
  const isTwice = isWord('%253a%252f%252f', i);
  if (!isTwice && !isWord('%3a%2f%2f', i)) return 0;
  const host = i + (isTwice ? 15 : 9);
  // Nearly all that are none are told by their host, before anything is decoded.
  readName(host);
  const hasHost = isWord('%5b', host) || addressOfName() !== '' || readHostName();
  if (!hasHost || !readScheme(i, floor)) return 0;
  const start = schemeStart;
  const run = matchEnd(encoded, i);
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.slice(start, run));
    if (isTwice) decoded = decodeURIComponent(decoded);
  } catch {
    return run;
  }
  const end = reading(decoded, () => {
    const colon = text.indexOf('://');
    return readScheme(colon, 0) ? readUrl(colon + 3) : 0;
  });
  if (end > 0) relocate(start, run);
  return run;
};
