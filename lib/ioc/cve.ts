import { isWord } from './chars';
import { startsWord } from './context';
import { emit } from './sink';
import { matchEnd, text } from './source';

/**
 * Four digits of the year, from 1999 on, and 4 to 19 more (CVE record schema, `cveId`), parted by what people write as a
 * dash; the first may be a blank, or a sign and a blank: `CVE: 2020-0601`, `reference:cve,2020-0601`.
 */
const form = /[-_ :#,\u2010-\u2014\u2212]{1,2}(?:1999|20\d\d)[-_\u2010-\u2014\u2212]\d{4,19}(?![\da-z])/iy;

/** Emits the CVE id whose letters end at `at`; its end, 0 when there is none. */
export const readCve = (at: number): number => {
  if (!isWord('cve', at - 3) || !startsWord(at - 3)) return 0;
  const end = matchEnd(form, at);
  if (end > 0) emit('cve', `CVE-${text.slice(at, end).match(/\d+/g)?.join('-')}`, at - 3, end);
  return end;
};
