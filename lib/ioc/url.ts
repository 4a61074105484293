import { DIGIT, is, isWord, NAME } from './chars';
import { host, hostValue, readHostName } from './domain';
import { address, readAddress } from './groups';
import { addressOfName } from './ipv4';
import { name, readName } from './name';
import { readRest, refangRest, rest } from './path';
import { readScheme, scheme } from './scheme';
import { emit, relocate } from './sink';
import { byteAt, length, reading, text, WIDE } from './source';

const AT = 64;
const COLON = 58;

/** User information up to its at sign (RFC 3986, section 3.2.1), as far as anyone writes it. */
const userInfo = /[!$-.0-;=A-Z[\]^-~]{0,128}@/y;
const port = /(?::|\[:\])(\d{1,5})(?!\d)/y;
const zoneAndBracket = /(?:%[\w-]+)?\]/y;
/** The letters of an encoded URL: every other character is written as `%XX`. */
const encoded = /[\w.~%-]{1,2048}/y;

/** Where `form` ends that starts at `start`; `start` when it does not. */
const matchEnd = (form: RegExp, start: number): number => {
  form.lastIndex = start;
  return form.test(text) ? form.lastIndex : start;
};

/** The host read last, as written in the URL's canonical form, and where it ends; `plain` when it is written so. */
const place = { value: '', end: 0 };

const readBracketed = (start: number): boolean => {
  if (!readAddress(start + 1)) return false;
  const end = matchEnd(zoneAndBracket, address.end);
  place.value = text.slice(start, end).toLowerCase();
  place.end = end;
  return end > address.end;
};

const readPlace = (start: number): boolean => {
  const first = byteAt(start);
  if (first === 91) return readBracketed(start);
  if (!is(start, NAME) && first !== WIDE) return false;
  readName(start, true);
  place.value = is(start, DIGIT) ? addressOfName() : '';
  place.end = name.end;
  if (place.value !== '') return true;
  if (!readHostName() || host.start !== start || host.end !== name.end) return false;
  place.value = hostValue();
  return true;
};

/** Whether a path, a query or a fragment starts at `at`, in whatever form. */
const startsRest = (at: number): boolean => {
  const c = byteAt(at);
  if (c === 47 || c === 63 || c === 35) return true;
  return (c === 92 || c === 91 || c === 40) && byteAt(at + 1) === 47;
};

/**
 * Emits the URL whose scheme was read last and whose authority starts at `start`; its end, 0 when there is none.
 */
export const readUrl = (start: number): number => {
  let authority = start;
  let hasHost = readPlace(start);
  const behind = hasHost ? place.end : name.end;
  const next = byteAt(behind);
  const isPort = next === COLON && byteAt(behind + 1) === 47;
  if (!isPort && (!hasHost || next === AT || next === COLON)) {
    // The host stands after the last at sign; a password may hold one too.
    for (let after = matchEnd(userInfo, start); after > authority; after = matchEnd(userInfo, after))
      authority = after;
    if (authority > start) hasHost = readPlace(authority);
    else if (hasHost) hasHost = readPlace(start);
  }
  if (!hasHost) return 0;
  const { value, end: hostEnd } = place;
  const before = byteAt(scheme.start - 1);
  const c = byteAt(hostEnd);
  const portEnd = c === COLON || c === 91 ? matchEnd(port, hostEnd) : hostEnd;
  let end = portEnd;
  let tail = '';
  if (startsRest(portEnd)) {
    readRest(portEnd, before);
    end = Math.max(rest.end, portEnd);
    tail = text.slice(portEnd, end);
    if (rest.escaped) tail = refangRest(tail);
  }
  const head = `${scheme.value}://${text.slice(start, authority)}${value}`;
  emit('url', `${head}${text.slice(hostEnd, portEnd).replace('[:]', ':')}${tail}`, scheme.start, end);
  return end;
};

/**
 * Emits the URL whose `%3A%2F%2F` starts at `i`, decoded; where to go on, 0 when there is none. A URL that stands encoded in
 * the query of another is part of that one.
 */
export const readEncoded = (i: number, floor: number): number => {
  if (!isWord('%3a%2f%2f', i) || !readScheme(i, floor)) return 0;
  const { start } = scheme;
  const end = matchEnd(encoded, i);
  let decoded = '';
  try {
    decoded = decodeURIComponent(text.slice(start, end));
  } catch {
    return 0;
  }
  const isUrl = reading(decoded, () => {
    const colon = text.indexOf('://');
    return readScheme(colon, 0) && readUrl(colon + 3) === length;
  });
  if (!isUrl) return 0;
  relocate(start, end);
  return end;
};
