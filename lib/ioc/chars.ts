import { byteAt } from './source';

/** What a character can be part of. Bits, so that one look-up answers several questions. */
export const DIGIT = 1;
export const HEX = 2;
export const LETTER = 4;
/** May stand in a host label: letters, digits, `-`, `_`, and the letters of other scripts. */
export const NAME = 8;
/** May stand in the local part of an email address, as people write them (RFC 5322 atext without `=/|{}`). */
export const LOCAL = 16;
export const UPPER = 32;
/** Brackets, as they stand around what is defanged. */
export const OPENER = 64;
/** May open the separator between two labels, in some defanged form or other. */
export const SEPARATOR = 128;
export const CLOSER = 256;
export const BACKSLASH = 512;
/** What may stand on both sides of a word that is spoken: `example dot com`, `name/at/host`. */
export const GAP = 1024;
export const SPACE = 2048;
export const EDGE = 4096;
/** Letters of a script that is written without spaces, so that a name in ASCII may touch prose. */
export const UNSPACED = 8192;
/** Letters outside ASCII, and symbols and pictures, which a host may hold and a bare name in prose may not. */
export const WIDE_NAME = 16_384;
/** A letter or digit of ASCII. */
export const WORD = LETTER | DIGIT;
/** `NAME`, of ASCII. */
export const PLAIN = WORD | EDGE;

/** The characters of each bit, the lowest first; `\x81` and up stand for classes of letters outside ASCII (wide.ts). */
const forms = [
  /\d/,
  /[\da-f]/i,
  /[a-z]/i,
  /[\w\x81\x82-]/,
  /[\w.+'#%!*^~$&?-]/,
  /[A-Z]/,
  /[[({]/,
  /[ .[({\\\x84\x85]/,
  /[\])}]/,
  /\\/,
  /[ /]/,
  / /,
  /[_-]/,
  /\x82/,
  /[\x81-\x83]/,
];

/** The bits of each byte: for the loops that cannot afford a call. */
export const table = new Uint16Array(256);
for (let c = 0; c < 256; c++)
  for (const [bit, form] of forms.entries())
    if (form.test(String.fromCharCode(c))) table[c] = (table[c] as number) | (1 << bit);

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
