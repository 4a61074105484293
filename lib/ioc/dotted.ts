import { PERCENT, SLASH, UNDERSCORE } from './ascii';
import { HEX } from './classes';
import { is, smallAt } from './chars';
import { readCve } from './cve';
import { hostEnd, hostStart, hostValue, readDomain } from './domain';
import { readHash } from './hash';
import { readIpv4 } from './ipv4';
import { endOf, isDefanged, labelStart, last, nameEnd, readName, startOf } from './name';
import { readRest, restEnd } from './path';
import { quiet, quietUntil } from './sink';
import { byteAt, matchEnd, text } from './source';
import { localEnd, readMailbox } from './spoken';

/** The two digits after a percent sign belong to the escape: `%2Fevil.com`. */
const isEscaped = (start: number): boolean =>
  byteAt(start - 1) === PERCENT && is(start, HEX) && is(start + 1, HEX);

/** `http__evil.com`: some feeds write the scheme so. */
const scheme = /h(?:tt|xx)ps?__/iy;

/**
 * A separator of labels may stand at `i`: reads the whole dotted name around it, not before `floor`; where to go on, 0 when there
 * is none or no label before it.
 */
export const readDotted = (i: number, floor: number): number => {
  let start = labelStart(i, floor);
  if (start >= i) return 0;
  if (start + 2 < i && isEscaped(start)) start += 2;
  if (smallAt(start) === 104) start = matchEnd(scheme, start) || start;
  readName(start);
  if (nameEnd <= i) return 0;
  // Emphasis of Markdown: `_1.2.3.4_`.
  if (byteAt(start) === UNDERSCORE && byteAt(nameEnd - 1) === UNDERSCORE) readName(start + 1);
  const address = readIpv4();
  if (address > 0) return address;
  const domain = readDomain();
  if (domain > 0) {
    // `seen at evil[.]com` is prose, `name at evil[dot]com` hardly.
    if (isDefanged && localEnd(hostStart) > 0 && /dot/i.test(text.slice(hostStart, hostEnd)))
      readMailbox(hostStart, hostEnd, hostValue());
    if (byteAt(domain) === SLASH && domain > quietUntil) {
      readRest(domain, byteAt(hostStart - 1));
      quiet(restEnd);
    }
    return domain;
  }
  // A file may be named by its hash, a detection by its vulnerability: `d41d…427e.exe`, `Exploit.CVE-2017-11882.B`.
  for (let label = 0; label <= last; label++) {
    const from = startOf(label);
    const length = endOf(label) - from;
    if (length > 12 && !readHash(from, endOf(label))) readCve(from + 3);
  }
  return nameEnd;
};
