import { codeAt, bitsAt, DIGIT, NAME } from './chars';
import { host, readHostName } from './domain';
import { address as v6, readAddress } from './groups';
import { joined, name, readName } from './name';
import { readRest, refangRest, rest } from './path';
import { isQuad } from './quad';
import { readScheme, scheme } from './scheme';
import { emit, relocate } from './sink';

const AT = 64;
const COLON = 58;
const LONGEST_USER_INFO = 128;
const LONGEST_ENCODED = 2048;

/** The end of user information that starts at `start`, past its at sign; `start` when there is none (RFC 3986, 3.2.1). */
const userInfoEnd = (text: string, start: number): number => {
  for (let at = start; at < start + LONGEST_USER_INFO; at++) {
    const c = codeAt(text, at);
    if (c === AT) return at + 1;
    if (
      !(c > 32 && c < 127) ||
      c === 47 ||
      c === 63 ||
      c === 35 ||
      c === 34 ||
      c === 60 ||
      c === 62 ||
      c === 92
    )
      break;
  }
  return start;
};

/** The host read last, as written in the URL's canonical form, and where it ends. */
const place = { value: '', end: 0 };

const readBracketed = (text: string, start: number): boolean => {
  if (!readAddress(text, start + 1)) return false;
  let at = v6.end;
  if (codeAt(text, at) === 37) at++;
  while ((bitsAt(text, at) & NAME) !== 0) at++;
  if (codeAt(text, at) !== 93) return false;
  place.value = text.slice(start, at + 1).toLowerCase();
  place.end = at + 1;
  return true;
};

const readPlace = (text: string, start: number): boolean => {
  if (codeAt(text, start) === 91) return readBracketed(text, start);
  if ((bitsAt(text, start) & NAME) === 0 && codeAt(text, start) < 128) return false;
  readName(text, start, true);
  const address = name.labels === 4 && (bitsAt(text, start) & DIGIT) !== 0 ? joined(text, 0, 3) : '';
  if (isQuad(address)) {
    place.value = address;
    place.end = name.end;
    return true;
  }
  if (!readHostName(text) || host.start !== start || host.end !== name.end) return false;
  place.value = host.value;
  place.end = host.end;
  return true;
};

/** The end of a port after `start`, `start` when there is none; its text goes to `port`. */
let port = '';
const readPort = (text: string, start: number): number => {
  port = '';
  let at = start;
  if (codeAt(text, at) === COLON) at++;
  else if (text.startsWith('[:]', at)) at += 3;
  else return start;
  const from = at;
  while (at < from + 6 && (bitsAt(text, at) & DIGIT) !== 0) at++;
  if (at === from || at > from + 5) return start;
  port = `:${text.slice(from, at)}`;
  return at;
};

/** Whether a path, a query or a fragment starts at `at`, in whatever form. */
const startsRest = (text: string, at: number): boolean => {
  const c = codeAt(text, at);
  if (c === 47 || c === 63 || c === 35) return true;
  if (c === 92) return codeAt(text, at + 1) === 47;
  return (c === 91 || c === 40) && codeAt(text, at + 1) === 47;
};

/**
 * Emits the URL whose scheme was read last and whose authority starts at `start`; its end, 0 when there is none.
 */
export const readUrl = (text: string, start: number): number => {
  let authority = start;
  let hasHost = readPlace(text, start);
  const next = codeAt(text, hasHost ? place.end : start);
  if (!hasHost || next === AT || next === COLON) {
    // The host stands after the last at sign; a password may hold one too.
    for (let after = userInfoEnd(text, start); after > authority; after = userInfoEnd(text, after)) {
      authority = after;
    }
    if (authority > start) hasHost = readPlace(text, authority);
    else if (hasHost) hasHost = readPlace(text, start);
  }
  if (!hasHost) return 0;
  const hostValue = place.value;
  const hostEnd = place.end;
  const portEnd = readPort(text, hostEnd);
  let end = portEnd;
  let tail = '';
  if (startsRest(text, portEnd)) {
    readRest(text, portEnd, codeAt(text, scheme.start - 1));
    end = Math.max(rest.end, portEnd);
    tail = text.slice(portEnd, end);
    if (rest.escaped) tail = refangRest(tail);
  }
  const value = `${scheme.value}://${text.slice(start, authority)}${hostValue}${port}${tail}`;
  emit('url', value, scheme.start, end);
  return end;
};

/** The letters of an encoded URL: every other character is written as `%XX`. */
const encodedEnd = (text: string, start: number): number => {
  let at = start;
  for (; at < start + LONGEST_ENCODED; at++) {
    const c = codeAt(text, at);
    if ((bitsAt(text, at) & NAME) === 0 && c !== 37 && c !== 46 && c !== 126) break;
  }
  return at;
};

/**
 * Emits the URL whose `%3A%2F%2F` starts at `i`, decoded; where to go on, 0 when there is none. A URL that stands encoded in
 * the query of another is part of that one.
 */
export const readEncoded = (text: string, i: number, floor: number): number => {
  if (!/^%3a%2f%2f/i.test(text.slice(i, i + 9)) || !readScheme(text, i, floor)) return 0;
  const { start } = scheme;
  const end = encodedEnd(text, i);
  let decoded = '';
  try {
    decoded = decodeURIComponent(text.slice(start, end));
  } catch {
    return 0;
  }
  const colon = decoded.indexOf('://');
  if (!readScheme(decoded, colon, 0) || readUrl(decoded, colon + 3) !== decoded.length) return 0;
  relocate(start, end);
  return end;
};
