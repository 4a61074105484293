import { fingerprint } from './fingerprint';
import { encoder, bytes } from './source';
import { counts, letters, packed } from './word-table';

/** What is known, by fingerprint. */
const known = new Map<number, number>();

/** What the functions of words read, of a text that is not being read. */
export const bytesOf = (written: string): Uint8Array => encoder.encode(written);

/** What is known of the word from `start` to `end`, in any case: the bits of marks.ts, 0 for nothing. */
export const wordBits = (start: number, end: number, from: Uint8Array = bytes): number =>
  known.get(fingerprint(from, start, end)) ?? 0;

// Reads the generated table: scripts/make-word-table.ts, `rice`, says how it is written.
const bits = Array.from(packed, (letter) => {
  const value = letters.indexOf(letter);
  return (value < 16 ? value + 32 : value + 80).toString(2).slice(1);
}).join('');
let at = 0;
const bit = (): number => Number(bits[at++]);
for (const [list, count] of counts.entries()) {
  let mean = 2 ** 22 / count;
  let value = 0;
  for (let i = 0; i < count; i++) {
    const low = 1 << (31 - Math.clz32(mean));
    let difference = 0;
    while (bit()) difference += low;
    for (let place = 1; place < low; place *= 2) difference += bit() * place;
    mean = (mean * 3 + difference) >> 2;
    value += difference;
    // A level takes the place of the one before.
    known.set(value, list < 6 ? list + 1 : (known.get(value) ?? 0) | (1 << (list - 3)));
  }
}
