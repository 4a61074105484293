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
/** May stand in a host label, but not first (RFC 5891, section 4.2.3.2): a dash, marks. */
export const UNABLE_FIRST = 32_768;
/** A letter or digit of ASCII. */
export const WORD = LETTER | DIGIT;
/** `NAME`, of ASCII. */
export const PLAIN = WORD | EDGE;
