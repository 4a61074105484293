import { byteAt } from './source';

/** The characters of each bit, the lowest first; `\x81` and up stand for classes of letters outside ASCII (wide.ts). */
const forms = [
  /\d/g,
  /[\da-f]/gi,
  /[a-z]/gi,
  /[\w\x81\x82\x86-]/g,
  /[\w.+'#%!*^~$&?-]/g,
  /[A-Z]/g,
  /[[({]/g,
  /[ .[({\\\x84\x85]/g,
  /[\])}]/g,
  /\\/g,
  /[ /]/g,
  / /g,
  /[_-]/g,
  /\x82/g,
  /[\x81-\x83\x86]/g,
  /[\x86-]/g,
];

/** The bits of each byte: for the loops that cannot afford a call. */
export const table = new Uint16Array(256);
const every = String.fromCharCode(...table.keys());
for (const [bit, form] of forms.entries())
  for (const { index } of every.matchAll(form)) table[index] = (table[index] as number) | (1 << bit);

/** Whether one of `bits` is set at `i`. */
export const is = (i: number, bits: number): boolean => ((table[byteAt(i)] as number) & bits) !== 0;

/** Where the run of such characters ends that starts at `start`, at most `most` of them. */
export const runEnd = (start: number, bits: number, most: number): number => {
  let at = start;
  while (at < start + most && is(at, bits)) at++;
  return at;
};

/** The byte at `i` with capitals as small letters (and some signs as others). */
export const smallAt = (i: number): number => byteAt(i) | 32;

/** Whether the characters from `start` on are those of `word`, small letters of ASCII, in any case. */
export const isWord = (word: string, start: number): boolean => {
  for (let i = 0; i < word.length; i++) if (smallAt(start + i) !== word.charCodeAt(i)) return false;
  return true;
};

/** A look-up of bytes: 1 for those in `chars`. */
export const setOf = (chars: string): Uint8Array => {
  const set = new Uint8Array(256);
  for (const char of chars) set[char.charCodeAt(0)] = 1;
  return set;
};
