import { fingerprint } from './fingerprint';
import { encoder, bytes } from './source';
import { counts, letters, packed } from './word-table';

/** What is known, by fingerprint; unpacked when the first word is asked for: most frames of a page have none. */
let known: Map<number, number> | undefined;

/** What the functions of words read, of a text that is not being read. */
export const bytesOf = (written: string): Uint8Array => encoder.encode(written);

/** What is known of the word from `start` to `end`, in any case: the bits of marks.ts, 0 for nothing. */
export const wordBits = (start: number, end: number, from: Uint8Array = bytes): number =>
  (known ??= unpack()).get(fingerprint(from, start, end)) ?? 0;

/** Whether one of the `marks` is known of the word from `start` to `end`. */
export const isMarked = (start: number, end: number, marks: number): boolean =>
  (wordBits(start, end) & marks) !== 0;

/** Reads the generated table: scripts/make-word-table.ts, `parts` and `rice`, says how it is written. */
function unpack(): Map<number, number> {
  const all = new Map<number, number>();
  // Their fingerprints, in the order of the table.
  const words: number[] = [];
  let at = 0;
  // What is left of a letter, the next bit lowest, below a one.
  let code = 1;
  const bit = (): number => {
    if (code === 1) {
      const value = letters.indexOf(packed.charAt(at++));
      code = value < 16 ? value * 2 + 32 : value * 4 + (value < 32 ? 1 : 3);
    }
    const next = code & 1;
    code >>= 1;
    return next;
  };
  for (const [part, count] of counts.entries()) {
    const list = part >> 1;
    const isPlace = part % 2 > 0;
    let mean = (isPlace ? words.length : 2 ** 16) / count;
    let value = 0;
    for (let i = 0; i < count; i++) {
      let low = 1 << (31 - Math.clz32(mean));
      let difference = 0;
      for (let ones = 0; bit(); ones++) {
        difference += low;
        if (ones > 2) low *= 2;
      }
      for (let place = 1; place < low; place *= 2) difference += bit() * place;
      mean = (mean * 3 + difference) >> 2;
      value += difference;
      if (!isPlace) words.push(value);
      const word = isPlace ? (words[value] as number) : value;
      // A level takes the place of the one before.
      all.set(word, list < 7 ? list + 1 : (all.get(word) ?? 0) | (1 << (list - 4)));
    }
  }
  return all;
}
