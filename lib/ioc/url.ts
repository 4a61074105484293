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

/** User information up to its at sign (RFC 3986, section 3.2.1), as far as anyone writes it. */
const userInfo = /[!$-.0-;=A-Z[\]^-~]{0,128}@/y;
const port = /(?::|\[:\])(\d{1,5})(?!\d)/y;
const zoneAndBracket = /(?:%[\w-]+)?\]/y;
/** The letters of an encoded URL: every other character is written as `%XX`. */
const encoded = /[\w.~%-]{1,2048}/y;

/** Where `form` ends that starts at `start`; `start` when it does not. */
const matchEnd = (form: RegExp, text: string, start: number): number => {
  form.lastIndex = start;
  return form.test(text) ? form.lastIndex : start;
};

/** The host read last, as written in the URL's canonical form, and where it ends. */
const place = { value: '', end: 0 };

const readBracketed = (text: string, start: number): boolean => {
  if (!readAddress(text, start + 1)) return false;
  const end = matchEnd(zoneAndBracket, text, v6.end);
  place.value = text.slice(start, end).toLowerCase();
  place.end = end;
  return end > v6.end;
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
  const behind = hasHost ? place.end : name.end;
  const next = codeAt(text, behind);
  const isPort = next === COLON && codeAt(text, behind + 1) === 47;
  if (!isPort && (!hasHost || next === AT || next === COLON)) {
    // The host stands after the last at sign; a password may hold one too.
    for (
      let after = matchEnd(userInfo, text, start);
      after > authority;
      after = matchEnd(userInfo, text, after)
    ) {
      authority = after;
    }
    if (authority > start) hasHost = readPlace(text, authority);
    else if (hasHost) hasHost = readPlace(text, start);
  }
  if (!hasHost) return 0;
  const hostValue = place.value;
  const hostEnd = place.end;
  const portEnd = matchEnd(port, text, hostEnd);
  let end = portEnd;
  let tail = '';
  if (startsRest(text, portEnd)) {
    readRest(text, portEnd, codeAt(text, scheme.start - 1));
    end = Math.max(rest.end, portEnd);
    tail = text.slice(portEnd, end);
    if (rest.escaped) tail = refangRest(tail);
  }
  const value = `${scheme.value}://${text.slice(start, authority)}${hostValue}${text.slice(hostEnd, portEnd).replace('[:]', ':')}${tail}`;
  emit('url', value, scheme.start, end);
  return end;
};

/**
 * Emits the URL whose `%3A%2F%2F` starts at `i`, decoded; where to go on, 0 when there is none. A URL that stands encoded in
 * the query of another is part of that one.
 */
export const readEncoded = (text: string, i: number, floor: number): number => {
  if (!/^%3a%2f%2f/i.test(text.slice(i, i + 9)) || !readScheme(text, i, floor)) return 0;
  const { start } = scheme;
  const end = matchEnd(encoded, text, i);
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
