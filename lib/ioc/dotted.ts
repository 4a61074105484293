import { DIGIT, HEX, is, isWord, smallAt } from './chars';
import { readCve } from './cve';
import { host, hostValue, readDomain } from './domain';
import { readHash } from './hash';
import { readIpv4, readNumbers } from './ipv4';
import { endOf, labelStart, name, readName, startOf } from './name';
import { readRest, rest } from './path';
import { quiet } from './sink';
import { byteAt, text } from './source';
import { readMailbox } from './spoken';

const PERCENT = 37;
const UNDERSCORE = 95;

/** The two digits after a percent sign belong to the escape: `%2Fevil.com`. */
const isEscaped = (start: number): boolean =>
  byteAt(start - 1) === PERCENT && is(start, HEX) && is(start + 1, HEX);

/** `http__evil.com`: some feeds write the scheme so. */
const schemeEnd = (start: number): number => {
  const end = smallAt(start + 4) === 115 ? start + 5 : start + 4;
  const isScheme = isWord('http', start) || isWord('hxxp', start);
  return isScheme && byteAt(end) === UNDERSCORE && byteAt(end + 1) === UNDERSCORE ? end + 2 : start;
};

/**
 * A separator of labels stands at `i`: reads the whole dotted name around it, not before `floor`; where to go on, 0 when no
 * label stands before.
 */
export const readDotted = (i: number, floor: number): number => {
  let start = labelStart(i, floor);
  if (start >= i) return 0;
  if (is(start, DIGIT)) {
    const numbers = readNumbers(start);
    if (numbers > 0) return numbers;
  }
  if (start + 2 < i && isEscaped(start)) start += 2;
  if (smallAt(start) === 104) start = schemeEnd(start);
  readName(start);
  const { end } = name;
  const address = readIpv4();
  if (address > 0) return address;
  const domain = readDomain();
  if (domain > 0) {
    if (name.defanged && /dot/i.test(text.slice(start, end))) readMailbox(host.start, host.end, hostValue());
    if (byteAt(domain) === 47) {
      readRest(domain, byteAt(host.start - 1));
      quiet(rest.end);
    }
    return domain;
  }
  // A file may be named by its hash, a detection by its vulnerability: `d41d…427e.exe`, `Exploit.CVE-2017-11882.B`.
  for (let label = 0; label < name.labels; label++) {
    const from = startOf(label);
    const length = endOf(label) - from;
    if (length > 12 && !readHash(from, endOf(label))) readCve(from + 3);
  }
  return end;
};
