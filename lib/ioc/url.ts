import { codeAt, bitsAt, DIGIT, NAME } from './chars';
import { host, readHostName } from './domain';
import { address, readAddress } from './groups';
import { isAddress } from './octets';
import { endOf, joined, name, readName } from './name';
import { readRest, refangRest, rest } from './path';
import { scheme } from './scheme';
import { emit } from './sink';

const AT = 64;
const COLON = 58;
const LONGEST_USER_INFO = 128;

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
  let at = address.end;
  if (codeAt(text, at) === 37) while (codeAt(text, at) !== 93 && (bitsAt(text, at + 1) & NAME) !== 0) at++;
  if (codeAt(text, at) !== 93) return false;
  place.value = text.slice(start, at + 1).toLowerCase();
  place.end = at + 1;
  return true;
};

const readPlace = (text: string, start: number): boolean => {
  if (codeAt(text, start) === 91) return readBracketed(text, start);
  if ((bitsAt(text, start) & NAME) === 0 && codeAt(text, start) < 128) return false;
  readName(text, start, true);
  if (name.labels === 4 && isAddress(text, 0, endOf(3))) {
    place.value = joined(text, 0, 3);
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
    const after = userInfoEnd(text, start);
    if (after > start && readPlace(text, after)) {
      authority = after;
      hasHost = true;
    } else if (after > start && hasHost && !readPlace(text, start)) return 0;
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
