/** Words of so many letters are told apart exactly: base 27 gives each a number below 27^4. */
const EXACT = 4;
const LONGER = 27 ** EXACT;

/**
 * A factor for which, of 45,000 words of five letters or more that stand behind a dot in logs, reports, programs and their packages, 16
 * that hardly anyone uses fall on a top-level domain that they are not (`foldcase`, `wraparound`).
 */
const FACTOR = 0x2536_721b;

/**
 * The number, below 2^21, by which the tables know the word from `start` to `end`, in any case. Words of up to four letters have
 * one each; behind them stand the longer ones and those with digits, by a hash of 20 bits.
 */
export const fingerprint = (from: Uint8Array, start: number, end: number): number => {
  let exact = 0;
  let hash = 0;
  let isExact = end - start <= EXACT;
  for (let i = start; i < end; i++) {
    const c = (from[i] as number) | 32;
    if (c < 97 || c > 122) isExact = false;
    exact = Math.imul(exact, 27) + c - 96;
    hash = Math.imul(hash ^ (hash >>> 15) ^ c, FACTOR);
  }
  return isExact ? exact : LONGER + (hash >>> 12);
};
