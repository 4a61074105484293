/** What a UTF-16 code unit can be part of. Bits, so that one look-up answers several questions. */
export const DIGIT = 1;
export const HEX = 2;
export const LETTER = 4;
/** May stand in a host label: letters, digits, `-`, `_`, and the letters of other scripts. */
export const NAME = 8;
/** May stand in the local part of an email address, as people write them (RFC 5322 atext without `=/|{}`). */
export const LOCAL = 16;
export const UPPER = 32;
export const SPACE = 64;
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
    (/\s/.test(s) ? SPACE : 0) |
    (/[ .[({\\]/.test(s) ? SEPARATOR : 0);
}

/**
 * Punctuation, symbols and spaces outside ASCII end a name; letters do not. By Unicode block, coarse on
 * purpose: the host is validated afterwards.
 */
const wide = (c: number): number => {
  if (c < 0xc0) return c === 0xa0 || c === 0x85 ? SPACE : c === 0xaa || c === 0xb5 || c === 0xba ? NAME : 0;
  if (c < 0x2000) return c === 0xd7 || c === 0xf7 || c === 0x37e || c === 0x60c || c === 0x1680 ? 0 : NAME;
  if (c < 0x2c00) return c <= 0x200a || c === 0x2028 || c === 0x2029 || c === 0x202f ? SPACE : 0;
  if (c < 0x3040) return c === 0x3000 ? SPACE : c >= 0x3005 && c <= 0x3007 ? NAME : c < 0x2e00 ? NAME : 0;
  if (c < 0xd800) return NAME;
  if (c < 0xf900) return 0;
  if (c < 0xfe00) return NAME;
  if (c < 0xff10) return c >= 0xfe70 && c < 0xfeff ? NAME : 0;
  // Full-width letters and digits map to ASCII in a host; the full-width punctuation between them does not.
  return c <= 0xff19 ||
    (c >= 0xff21 && c <= 0xff3a) ||
    (c >= 0xff41 && c <= 0xff5a) ||
    (c >= 0xff66 && c < 0xffe0)
    ? NAME
    : 0;
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
