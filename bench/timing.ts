/** How the benches of the detector take times. */
export type Read = (text: string) => void;

/** Milliseconds by the clock or of the processor, whichever is less: the first counts other programs, the second other threads. */
const once = (read: Read, text: string): number => {
  const used = process.cpuUsage();
  const start = performance.now();
  read(text);
  const time = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  return Math.min(time, (user + system) / 1e3 || time);
};

/** Pieces of a text, each a string of its own, so short that another process seldom cuts in. */
export const pieces = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / 50_000) }, (_, i) =>
    Buffer.from(text.slice(i * 50_000, (i + 1) * 50_000)).toString(),
  );

/** Milliseconds for all pieces, each the best of `rounds`. */
export const bestOf = (read: Read, parts: readonly string[], rounds: number): number =>
  parts.reduce((sum, part) => sum + best(read, part, rounds), 0);

/** Milliseconds, the best of `rounds`. */
export const best = (read: Read, text: string, rounds: number): number =>
  Math.min(...Array.from({ length: rounds }, () => once(read, text)));

/** The lengths between which time is said to grow. */
const SHORT = 12_500;
const LONG = 1_000_000;

/**
 * Milliseconds for a million characters of what `make` makes, and the exponent by which time grows from 12,500 to there. The short text
 * is read as often as makes the long one, in turn with it: what a clock or another program adds is then the same for both.
 */
export const growthOf = (
  read: Read,
  make: (length: number) => string,
): { readonly perMb: number; readonly growth: number } => {
  const [small, large] = [make(SHORT), make(LONG)];
  const often = Math.round(large.length / small.length);
  const readOften = (text: string): void => {
    for (let i = 0; i < often; i++) read(text);
  };
  let [short, long] = [Infinity, Infinity];
  for (let round = 0; round < 7; round++) {
    short = Math.min(short, once(readOften, small));
    long = Math.min(long, once(read, large));
  }
  return {
    perMb: (long / large.length) * 1e6,
    growth: Math.log((long / short) * often) / Math.log(large.length / small.length),
  };
};
