import { bitsAt, codeAt, DIGIT, HEX } from './chars';
import { readCve } from './cve';
import { host, readDomain } from './domain';
import { readHash } from './hash';
import { readIpv4, readNumbers } from './ipv4';
import { endOf, labelStart, name, readName, startOf } from './name';
import { readRest, rest } from './path';
import { quiet } from './sink';
import { readMailbox } from './spoken';

const PERCENT = 37;

/** The two digits after a percent sign belong to the escape: `%2Fevil.com`. */
const isEscaped = (text: string, start: number): boolean =>
  codeAt(text, start - 1) === PERCENT && (bitsAt(text, start) & bitsAt(text, start + 1) & HEX) !== 0;

/** `http__evil.com`: some feeds write the scheme so. */
const schemeEnd = (text: string, start: number): number => {
  if (codeAt(text, start + 4) !== 95 && codeAt(text, start + 5) !== 95) return start;
  return start + (/^h[tx]{2}ps?__/i.exec(text.slice(start, start + 7))?.[0].length ?? 0);
};

/**
 * A separator of labels stands at `i`: reads the whole dotted name around it, which starts at `nameStart`, to be searched for
 * when that is negative; where to go on, 0 when no label stands before.
 */
export const readDotted = (text: string, i: number, nameStart: number, floor: number): number => {
  let start = nameStart < 0 ? labelStart(text, i, floor) : nameStart;
  if (start >= i) return 0;
  if ((bitsAt(text, start) & DIGIT) !== 0) {
    const numbers = readNumbers(text, start);
    if (numbers > 0) return numbers;
  }
  if (start + 2 < i && isEscaped(text, start)) start += 2;
  if ((codeAt(text, start) | 32) === 104) start = schemeEnd(text, start);
  readName(text, start);
  const { end } = name;
  const address = readIpv4(text);
  if (address > 0) return address;
  const domain = readDomain(text);
  if (domain > 0) {
    if (name.defanged && /dot/i.test(text.slice(start, end)))
      readMailbox(text, host.start, host.end, host.value);
    if (codeAt(text, domain) === 47) {
      readRest(text, domain, codeAt(text, host.start - 1));
      quiet(rest.end);
    }
    return domain;
  }
  // A file may be named by its hash, a detection by its vulnerability: `d41d…427e.exe`, `Exploit.CVE-2017-11882.B`.
  for (let label = 0; label < name.labels; label++) {
    const from = startOf(label);
    if (!readHash(text, from, endOf(label)) && endOf(label) - from > 12) readCve(text, from + 3);
  }
  return end;
};
