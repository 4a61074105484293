import { country, generic, idn } from './tlds';
import { fileTlds, propertyTlds, wordTlds } from './words';

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
/** A property in code, or a name that stands alone. */
export const PROPERTY = 5;

/**
 * Names outside the root zone that incident texts use as hosts: special-use domain names (RFC 6761, 6762, 7686,
 * 9476), `internal` (reserved by ICANN in 2024), the usual names of private networks, and two
 * alternative roots that malware uses.
 */
const specialSure = ['onion', 'example', 'i2p'];
const specialWord = ['test', 'invalid', 'local', 'localhost', 'internal', 'corp', 'lan', 'home', 'bit'];

const levels = new Map<string, number>();

for (let i = 0; i < country.length; i += 2) levels.set(country.slice(i, i + 2), SURE);
for (const tld of idn.split(' ')) levels.set(`xn--${tld}`, SURE);
let word = '';
for (const part of generic.match(/[A-Z][^A-Z]+/g) ?? []) {
  word = word.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
  levels.set(word, WORD);
}
const sureGeneric = 'com net org edu gov mil arpa aero asia biz coop jobs mobi museum tel xxx xyz';
for (const tld of [...sureGeneric.split(' '), ...specialSure]) levels.set(tld, SURE);
/** A word on the lists that was never delegated, or no longer is, stays no top-level domain. */
const relevel = (tlds: readonly string[], level: number): void => {
  for (const tld of tlds) if (levels.has(tld)) levels.set(tld, level);
};
relevel(wordTlds, WORD);
for (const tld of specialWord) levels.set(tld, SPECIAL);
relevel(fileTlds, FILE);
relevel(propertyTlds, PROPERTY);

/** Two letters index this directly. */
const pairs = new Uint8Array(26 * 26);
/** The others by hash; a hit is compared letter by letter. */
const SLOTS = 4096;
const slots: (string | undefined)[] = Array.from({ length: SLOTS });
const slotLevels = new Uint8Array(SLOTS);
let longest = 2;

const hashOf = (text: string, start: number, end: number): number => {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (text.charCodeAt(i) | 32)) | 0;
  return (hash ^ (hash >>> 13)) & (SLOTS - 1);
};

for (const [tld, level] of levels) {
  longest = Math.max(longest, tld.length);
  if (tld.length === 2) pairs[tld.charCodeAt(0) * 26 + tld.charCodeAt(1) - 97 * 27] = level;
  let slot = hashOf(tld, 0, tld.length);
  while (slots[slot] !== undefined) slot = (slot + 1) % SLOTS;
  slots[slot] = tld;
  slotLevels[slot] = level;
}
levels.clear();

const isSame = (tld: string, text: string, start: number): boolean => {
  for (let i = 0; i < tld.length; i++) {
    const c = text.charCodeAt(start + i);
    if ((c >= 65 && c <= 90 ? c | 32 : c) !== tld.charCodeAt(i)) return false;
  }
  return true;
};

/** The level of the top-level domain, an A-label in any case, that stands from `start` to `end`. */
export const tldLevel = (text: string, start: number, end: number): number => {
  const length = end - start;
  if (length < 2 || length > longest) return NOT_A_TLD;
  if (length === 2) {
    const first = (text.charCodeAt(start) | 32) - 97;
    const second = (text.charCodeAt(start + 1) | 32) - 97;
    return first >= 0 && first < 26 && second >= 0 && second < 26
      ? (pairs[first * 26 + second] as number)
      : NOT_A_TLD;
  }
  for (let slot = hashOf(text, start, end); ; slot = (slot + 1) % SLOTS) {
    const tld = slots[slot];
    if (tld === undefined) return NOT_A_TLD;
    if (tld.length === length && isSame(tld, text, start)) return slotLevels[slot] as number;
  }
};
