import { bytes } from './source';
import { bytesOf, wordBits } from './words';
import { LEVEL, SURE, TLD, WORD } from './marks';

/** The level of the top-level domain, an A-label in any case, that stands from `start` to `end`. */
export const tldLevel = (start: number, end: number, from: Uint8Array = bytes): number => {
  // None starts with a digit, which the table would only say of nearly all numbers: times with a fraction are many.
  const level = (from[start] as number) < 58 ? 0 : wordBits(start, end, from) & LEVEL;
  // A code of two letters says which ones are words (words.ts). The dash is of `xn--`: none of these is.
  return level === TLD ? (end - start === 2 || from[start + 2] === 45 ? SURE : WORD) : level;
};

/** The level of the top-level domain of a host in canonical form. */
export const levelOf = (host: string): number =>
  tldLevel(host.lastIndexOf('.') + 1, host.length, bytesOf(host));
