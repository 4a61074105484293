/** What a UTF-16 code unit can be part of. Bits, so that one look-up answers several questions. */
export const DIGIT = 1;
export const HEX = 2;
export const LETTER = 4;
/** May stand in a host label: letters, digits, `-`, `_`, and the letters of other scripts. */
export const NAME = 8;
/** May stand in the local part of an email address, as people write them (RFC 5322 atext without `=/|{}`). */
export const LOCAL = 16;
export const UPPER = 32;
/** May open the separator between two labels, in some defanged form or other. */
export const SEPARATOR = 128;

/** The bits of the ASCII characters: for the loops that cannot afford a call. */
const table = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const s = String.fromCharCode(c);
  table[c] =
    (/\d/.test(s) ? DIGIT : 0) |
    (/[\da-f]/i.test(s) ? HEX : 0) |
    (/[a-z]/i.test(s) ? LETTER : 0) |
    (/[\w-]/.test(s) ? NAME : 0) |
    (/[\w.+'#%!*^~$&?-]/.test(s) ? LOCAL : 0) |
    (/[A-Z]/.test(s) ? UPPER : 0) |
    (/[ .[({\\]/.test(s) ? SEPARATOR : 0);
}

/** What is known of the characters outside ASCII; 1 (never a bit of theirs) for nothing yet. */
let known = new Uint8Array(0);

/** Letters, marks and digits of any script make names; blanks, punctuation and symbols end them. */
const wide = (c: number): number => {
  if (known.length === 0) known = new Uint8Array(65_536).fill(1);
  if (known[c] === 1) known[c] = /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(c)) ? NAME : 0;
  return known[c] as number;
};

/**
 * The code unit at `i`, 0 outside the text. An index outside would be answered with NaN, which stops the engine from
 * ever compiling the read to one instruction again: this one test is the difference between fast and slow.
 */
export const codeAt = (text: string, i: number): number =>
  i >= 0 && i < text.length ? text.charCodeAt(i) : 0;

/** The bits of a code unit. */
export const bits = (c: number): number => (c < 128 ? (table[c] as number) : wide(c));

export const bitsAt = (text: string, i: number): number => bits(codeAt(text, i));

/** Written without spaces between words, so that a name of ASCII letters may touch prose. */
export const isUnspaced = (c: number): boolean =>
  (c >= 0x2e80 && c < 0xa4d0) ||
  (c >= 0xe00 && c < 0x1100) ||
  (c >= 0xf900 && c < 0xfb00) ||
  (c >= 0x1780 && c < 0x1800);

/** A look-up of ASCII characters: 1 for those in `chars`. */
export const setOf = (chars: string): Uint8Array => {
  const set = new Uint8Array(128);
  for (const char of chars) set[char.charCodeAt(0)] = 1;
  return set;
};
