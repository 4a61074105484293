import { codeAt, bitsAt, DIGIT, LETTER } from './chars';
import { emit } from './sink';

/** Hyphens, dashes, the underscore and the space that stand between the parts of a CVE id as people write it. */
const isDash = (c: number): boolean =>
  c === 45 || c === 95 || c === 32 || (c >= 0x2010 && c <= 0x2014) || c === 0x2212;

const digitsEnd = (text: string, start: number, most: number): number => {
  let at = start;
  while (at < start + most && (bitsAt(text, at) & DIGIT) !== 0) at++;
  return at;
};

/**
 * Emits the CVE id whose letters end at `at`; its end, 0 when there is none. Four digits of the year, then 4 to 19
 * (CVE record schema, `cveId`). The first ids are of 1999.
 */
export const readCve = (text: string, at: number): number => {
  const start = at - 3;
  if (!isDash(codeAt(text, at)) || text.slice(start, at).toUpperCase() !== 'CVE') return 0;
  const year = digitsEnd(text, at + 1, 5);
  if (year !== at + 5 || !isDash(codeAt(text, year)) || codeAt(text, year) === 32) return 0;
  const end = digitsEnd(text, year + 1, 20);
  const length = end - year - 1;
  if (length < 4 || length > 19 || (bitsAt(text, end) & LETTER) !== 0) return 0;
  const value = text.slice(at + 1, year);
  if (value < '1999' || value >= '2100') return 0;
  emit('cve', `CVE-${value}-${text.slice(year + 1, end)}`, start, end);
  return end;
};
