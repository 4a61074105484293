import { generic, idn, pairs } from './tlds';

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
const PROPERTY = 5;

/**
 * Names outside the root zone that incident texts use as hosts: special-use domain names (RFC 6761, 6762, 7686,
 * 9476), `internal` (reserved by ICANN in 2024), the usual names of private networks, and two
 * alternative roots that malware uses.
 */
const specialSure = 'onion example i2p';
const specialWord = 'test invalid local localhost internal corp lan home bit';

/** Generic domains that are rarely anything else. */
const sure = 'com net org edu gov mil arpa aero asia biz coop jobs mobi museum tel xxx xyz';
/** File endings, and what follows a dot in other tools: systemd's `timers.target`, `log4j.properties`. */
const file = 'zip mov java inc cab tab pub properties target';
/** Names of properties far more often than domains: `tab.id`, `user.name`. */
const property = 'id name call map select open read search data date int';

const levels = new Map<string, number>();
const set = (tlds: string, prefix: string, level: number): void => {
  for (const tld of tlds.split(' ')) levels.set(prefix + tld, level);
};

let word = '';
for (const part of generic.match(/[A-Z][^A-Z]+/g) ?? []) {
  word = word.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
  levels.set(word, WORD);
}
set(idn, 'xn--', SURE);
set(`${sure} ${specialSure}`, '', SURE);
set(specialWord, '', SPECIAL);
set(file, '', FILE);
set(property, '', PROPERTY);

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

/** `id`, the one code of two letters that is a property first. */
const INDONESIA = 8 * 26 + 3;

/** The level of the top-level domain, an A-label in any case, that stands from `start` to `end`. */
export const tldLevel = (text: string, start: number, end: number): number => {
  const length = end - start;
  if (length < 2 || length > longest) return NOT_A_TLD;
  if (length === 2) {
    const first = (text.charCodeAt(start) | 32) - 97;
    const second = (text.charCodeAt(start + 1) | 32) - 97;
    if (first < 0 || first > 25 || second < 0 || second > 25) return NOT_A_TLD;
    const at = first * 26 + second;
    return at === INDONESIA ? PROPERTY : ((pairs.charCodeAt((at / 3) | 0) - 48) >> ((at % 3) * 2)) & 3;
  }
  for (let slot = hashOf(text, start, end); ; slot = (slot + 1) % SLOTS) {
    const tld = slots[slot];
    if (tld === undefined) return NOT_A_TLD;
    if (tld.length === length && isSame(tld, text, start)) return slotLevels[slot] as number;
  }
};
