import { country, generic, idn } from './tlds';
import { fileTlds, wordTlds } from './words';

/** How far a top-level domain alone proves that a dotted name is a domain. */
export const NOT_A_TLD = 0;
/** Rarely anything but a domain: `com`, `de`, `onion`. */
export const SURE = 1;
/** Also a word or a property in code: accepted unless the context looks like code. */
export const WORD = 2;
/** Far more often a file ending or a property: accepted only where the context says that it is a domain. */
export const FILE = 3;
/** Outside the root zone, but a host in incident texts: accepted unless the context looks like code. */
export const SPECIAL = 4;

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
const sureGeneric = 'com net org edu gov mil arpa aero asia biz coop info jobs mobi museum tel xxx xyz';
for (const tld of [...sureGeneric.split(' '), ...specialSure]) levels.set(tld, SURE);
for (const tld of wordTlds) levels.set(tld, WORD);
for (const tld of specialWord) levels.set(tld, SPECIAL);
for (const tld of fileTlds) levels.set(tld, FILE);

/** The level of a top-level domain in lower case, A-label form. */
export const tldLevel = (tld: string): number => levels.get(tld) ?? NOT_A_TLD;
