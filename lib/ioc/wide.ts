/**
 * What a code unit outside ASCII is, as the one byte that stands for it among the bytes of a text (source.ts): from `WIDE` on.
 * The characters of `forms` in chars.ts name them too.
 */
export const WIDE = 128;
/** A letter, mark or digit; of a script without spaces, or with particles that touch a word (Korean): a name in ASCII may touch prose. */
const SPACED_LETTER = 129;
const UNSPACED_LETTER = 130;
/** Symbols and pictures, which a host may hold and a bare name in prose may not. */
const SYMBOL = 131;
/** Full stops that browsers read as a dot in a host (UTS 46, section 4); the ideographic ones end sentences too. */
export const FULL_DOT = 132;
export const SENTENCE_DOT = 133;

const byteOf = (c: number): number => {
  if (c === 0xff0e) return FULL_DOT;
  if (c === 0x3002 || c === 0xff61) return SENTENCE_DOT;
  if (!/[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(c)))
    return (c >= 0x2100 && c < 0x2c00) || (c >= 0xd800 && c < 0xe000) ? SYMBOL : WIDE;
  return (c >= 0x2e80 && c < 0xd800) ||
    (c >= 0xe00 && c < 0x1100) ||
    (c >= 0xf900 && c < 0xfb00) ||
    (c >= 0x1780 && c < 0x1800)
    ? UNSPACED_LETTER
    : SPACED_LETTER;
};

/** What was asked for. */
const known = new Uint8Array(65_536);

/** The byte that stands for `c`, a code unit outside ASCII. */
export const wideByte = (c: number): number => known[c] || (known[c] = byteOf(c));
