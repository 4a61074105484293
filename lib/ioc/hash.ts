import { HEX, table, UPPER, WORD } from './chars';
import { startsWord } from './context';
import type { Kind } from './kind';
import { emit } from './sink';
import { byteAt, bytes, length, text } from './source';

const SHORTEST = 32;

/** Hash kinds by the number of hexadecimal digits. */
const kindOf = (digits: number): Kind | undefined =>
  digits === 32
    ? 'md5'
    : digits === 40
      ? 'sha1'
      : digits === 64
        ? 'sha256'
        : digits === 128
          ? 'sha512'
          : undefined;

/**
 * Emits the hash that fills `start` to `end`, a whole word; false when it is none. One digit repeated is a
 * placeholder or a rule, not a hash.
 */
export const readHash = (start: number, end: number): boolean => {
  const kind = kindOf(end - start);
  if (kind === undefined) return false;
  const first = bytes[start];
  let common = 255;
  let seen = 0;
  let differs = false;
  for (let i = start; i < end; i++) {
    const kind = table[bytes[i] as number] as number;
    common &= kind;
    seen |= kind;
    if (bytes[i] !== first) differs = true;
  }
  if (!differs || (common & HEX) === 0) return false;
  const value = text.slice(start, end);
  emit(kind, (seen & UPPER) === 0 ? value : value.toLowerCase(), start, end);
  return true;
};

const isHex = (i: number): boolean => ((table[byteAt(i)] as number) & HEX) !== 0;

/** The next word of the length of a hash; behind the text when there is none. */
export const word = { start: 0, end: 0 };

/**
 * Finds the next word from `from` on that has a hash's length and is of hexadecimal digits alone. Such a word covers
 * one place in 32: only those are looked at.
 */
export const seekHash = (from: number): void => {
  const all = bytes;
  for (let at = from + SHORTEST - 1; at < length; at += SHORTEST) {
    if (((table[all[at] as number] as number) & HEX) === 0) continue;
    let start = at;
    while (start > from && isHex(start - 1)) start--;
    let end = at + 1;
    while (isHex(end)) end++;
    at = end;
    const isWhole = kindOf(end - start) !== undefined && ((table[all[end] as number] as number) & WORD) === 0;
    if (!isWhole || !(start === from || startsWord(start))) continue;
    word.start = start;
    word.end = end;
    return;
  }
  word.start = word.end = length + 1;
};
