/**
 * What a code unit outside ASCII is, as the one byte that stands for it among the bytes of a text (source.ts): from `WIDE` on.
 * The characters of `forms` in chars.ts name them too.
 */
export const WIDE = 128;
/** Full stops that browsers read as a dot in a host (UTS 46, section 4); the ideographic ones end sentences too. */
export const FULL_DOT = 132;
export const SENTENCE_DOT = 133;

const byteOf = (char: string): number => {
  if (char === '\uff0e') return FULL_DOT;
  if (/[\u3002\uff61]/.test(char)) return SENTENCE_DOT;
  // Symbols and pictures, which a host may hold and a bare name in prose may not.
  if (!/[\p{L}\p{M}\p{N}]/u.test(char)) return /[\u2100-\u2bff\ud800-\udfff]/.test(char) ? 131 : WIDE;
  // Letters of scripts that are written without spaces, so that a name in ASCII may touch prose.
  if (/[\u0e00-\u10ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]/.test(char)) return 130;
  // Marks, but those that are left out when a host is mapped; the other letters.
  return /[^\P{M}\p{DI}]/u.test(char) ? 134 : 129;
};

/** What was asked for. */
const known = new Uint8Array(65_536);

/** The byte that stands for `c`, a code unit outside ASCII. */
export const wideByte = (c: number): number => known[c] || (known[c] = byteOf(String.fromCharCode(c)));
