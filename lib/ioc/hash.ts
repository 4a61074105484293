import { HEX, WORD } from './classes';
import { is, table } from './chars';
import { startsWord } from './context';
import type { Kind } from './kind';
import { emit } from './sink';
import { bytes, length, text, textBefore } from './source';

const SHORTEST = 32;

/** Hash kinds by the number of hexadecimal digits. */
const kindOf: Readonly<Record<number, Kind>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' };

/**
 * What stands before the number of something else: a commit, a session, a key, the id of a thing, a trace (W3C Trace Context: `00-`), a
 * field of a password's record (`$5$…`), the version of an action (`@…`).
 */
const other =
  /(?:(?:commit|checkout|\brev|\btree|\bhead|trace|sess|etag|token|secret|nonce|salt|csrf|signature|boundary|saddr)[\w-]*|bearer|number|key|[_-]id|[eknprtu]id|\bsid)[^\w\n]{1,4}$|\b00-$|[$@]$/i;

/**
 * Emits the hash that fills `start` to `end`, a whole word; false when it is none. One digit repeated is a
 * placeholder or a rule; decimal digits alone are a number (of MD5 hashes one in three million is like that).
 */
export const readHash = (start: number, end: number): boolean => {
  const kind = kindOf[end - start];
  const value = text.slice(start, end).toLowerCase();
  if (kind === undefined || !/^(?=.*[a-f])(.)(?!\1+$)[\da-f]+$/.test(value)) return false;
  if (!other.test(textBefore(start, 32))) emit(kind, value, start, end);
  return true;
};

/** The next word of the length of a hash; behind the text when there is none. */
export let hashStart = 0;
export let hashEnd = 0;

/**
 * Finds the next word from `from` on that has a hash's length and is of hexadecimal digits alone; its end. Such a word covers
 * one place in 32: only those are looked at.
 */
export const seekHash = (from: number): number => {
  const all = bytes;
  for (let at = from + SHORTEST - 1; at < length; at += SHORTEST) {
    if (((table[all[at] as number] as number) & HEX) === 0) continue;
    let start = at;
    while (start > from && is(start - 1, HEX)) start--;
    let end = at + 1;
    while (is(end, HEX)) end++;
    at = end;
    const isWhole = kindOf[end - start] !== undefined && !is(end, WORD);
    if (!isWhole || !(start === from || startsWord(start))) continue;
    hashStart = start;
    return (hashEnd = end);
  }
  return (hashStart = hashEnd = length + 1);
};
