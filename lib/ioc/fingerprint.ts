/** Words of so many letters are told apart exactly: base 27 gives each a number below 2^24. */
const EXACT = 5;

/**
 * A factor for which no word of six letters or more in the logs, reports and sources that it was tried on falls on a top-level
 * domain or a word of words.ts that it is not (scripts/make-tlds.ts says how to look again).
 */
const FACTOR = 0x1b58_50f3;

/**
 * The number, below 3 · 2^23, by which the tables know the word from `start` to `end`, in any case. Words of up to five letters have
 * one each; from 2^24 on stand the longer ones and those with digits, by a hash.
 */
export const fingerprint = (from: Uint8Array, start: number, end: number): number => {
  let exact = 0;
  let hash = 0;
  let isExact = end - start <= EXACT;
  for (let i = start; i < end; i++) {
    const c = (from[i] as number) | 32;
    if (c < 97 || c > 122) isExact = false;
    exact = exact * 27 + c - 96;
    hash = Math.imul(hash ^ (hash >>> 15) ^ c, FACTOR);
  }
  return isExact ? exact : (1 << 24) + (hash >>> 9);
};
