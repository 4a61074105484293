import { AT, BLANK, COLON, DOT } from './ascii';
import { readAsn } from './asn';
import { readBracket, readColon } from './bracket';
import { is, isWord } from './chars';
import { NAME } from './classes';
import { readCve } from './cve';
import { separatorEnd } from './dot';
import { readDotted } from './dotted';
import { readEmail } from './email';
import { hashEnd, hashStart, readHash, seekHash } from './hash';
import type { Indicator } from './kind';
import { forgetName } from './name';
import { takeFound } from './sink';
import { byteAt, bytes, length, reading } from './source';
import { readSpoken } from './spoken';
import { readEncoded } from './url';
import { FULL_DOT, SENTENCE_DOT } from './wide';

/** The bytes that the scanner stops at: any other is passed over by one look-up. */
const stops = new Uint8Array(256).fill(1, FULL_DOT);
for (const char of '\0.:@%[({\\sSvVdD') stops[char.charCodeAt(0)] = 1;

/** An at sign: between blanks, `name @ host`, it asks for a host that is defanged. */
const readAt = (i: number): number => {
  const before = byteAt(i - 1) === BLANK ? i - 1 : i;
  const after = byteAt(i + 1) === BLANK ? i + 2 : i + 1;
  return readEmail(before, after, before !== i || after !== i + 1);
};

/** What stands around the character at `i`: where to go on, 0 when that is nothing. */
const readAnchor = (c: number, i: number, floor: number): number => {
  switch (c) {
    case DOT:
    case FULL_DOT:
    case SENTENCE_DOT:
      return is(i - 1, NAME) && separatorEnd(i) > 0 ? readDotted(i, floor) : 0;
    case COLON:
      return readColon(i, floor);
    case AT:
      return readAt(i);
    case 37: // %
      return readEncoded(i, floor);
    case 83: // S
    case 115:
      // A number that is found may turn out to be the start of a name: `as64500-cdn.com`.
      readAsn(i - 1);
      return 0;
    case 86: // V
    case 118:
      return readCve(i + 2);
    case 68: // D
    case 100:
      return isWord('dot', i) ? readSpoken(i, floor) : 0;
    default:
      return readBracket(i, floor);
  }
};

const read = (): Indicator[] => {
  takeFound();
  forgetName();
  const all = bytes;
  // Nothing before here is looked at again but as the start of a longer indicator.
  let floor = 0;
  seekHash(0);
  for (let i = 0; ;) {
    while (stops[all[i] as number] === 0) i++;
    const c = all[i] as number;
    const isEnd = c === 0 && i >= length;
    // A hash before a dot or an at sign may be part of a name.
    const before = isEnd || c === COLON ? i + 1 : i;
    for (let end = hashEnd; end < before; end = seekHash(end)) {
      if (hashStart >= floor) readHash(hashStart, end);
    }
    if (isEnd) return takeFound();
    const next = c === 0 ? 0 : readAnchor(c, i, floor);
    if (next > i) i = floor = next;
    else {
      if (next > floor) floor = next;
      i++;
    }
  }
};

/**
 * Every indicator in a text, in order, in one pass from one character of interest to the next. What a reader has read is
 * never read again, so the time is linear for any text.
 */
export const scan = (text: string): Indicator[] => reading(text, read);
