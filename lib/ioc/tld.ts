import { bytes } from './source';
import { pairs } from './tlds';
import { bitsOf, LEVEL, wordBits } from './words';

/** How far a top-level domain alone proves that a dotted name is a domain. */
export const NOT_A_TLD = 0;
/** Rarely anything but a domain: `com`, `de`, `onion`. */
export const SURE = 1;
/** Also a word or a property in code: accepted unless the context looks like code. */
export const WORD = 2;
/** Far more often a file ending: accepted only where the context says that it is a domain. */
export const FILE = 3;
/** Outside the root zone, but a host in incident texts: accepted unless the context looks like code. */
export const SPECIAL = 4;

/** `id`, the one code of two letters that is a property first. */
const INDONESIA = 8 * 26 + 3;
const PROPERTY = 5;

const pairLevel = (first: number, second: number): number => {
  const [one, two] = [(first | 32) - 97, (second | 32) - 97];
  if (one < 0 || one > 25 || two < 0 || two > 25) return NOT_A_TLD;
  const at = one * 26 + two;
  return at === INDONESIA ? PROPERTY : ((pairs.charCodeAt((at / 3) | 0) - 48) >> ((at % 3) * 2)) & 3;
};

/** The level of the top-level domain, an A-label in any case, that stands from `start` to `end`. */
export const tldLevel = (start: number, end: number): number =>
  end - start === 2
    ? pairLevel(bytes[start] as number, bytes[start + 1] as number)
    : wordBits(start, end) & LEVEL;

/** The level of the top-level domain of a host in canonical form. */
export const levelOf = (host: string): number => {
  const tld = host.slice(host.lastIndexOf('.') + 1);
  return tld.length === 2 ? pairLevel(tld.charCodeAt(0), tld.charCodeAt(1)) : bitsOf(tld) & LEVEL;
};
