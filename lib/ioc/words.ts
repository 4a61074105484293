import { fingerprint } from './fingerprint';
import { bytes, encoder } from './source';
import { count, letters, packed } from './tlds';

/** The level of a top-level domain (tld.ts) is in the lowest three bits of what is known of a word. */
export const LEVEL = 7;
/** The level of all those that no list here names. */
export const TLD = 6;
/** A usual name of a file: `main.rs`, `config.in`. */
export const FILE_STEM = 8;
/** First word of a property chain: `user.name`, `event.id`, `window.open`, `os.name`. */
export const RECEIVER = 16;
/** What code and configuration call `invalid`, `test` or `local`: `error.invalid`, `regex.test`, `settings.local`. */
export const CODE_SUBJECT = 32;
/** First label of a reversed name: `com.example.app`, `org.apache.commons.io`, `java.util.is`. */
export const PACKAGE_ROOT = 64;
/** First word of a chain of any length, which no host is called. */
export const CHAIN_HEAD = 128;
/** First label after which nothing is a host: packages, and the objects that programs start from. */
export const CODE_ROOT = 256;
/** A word before a name that says it is a host. */
export const HOST_WORD = 512;
/** A word that stands before `at` in prose and names no mailbox; participles are told by their ending. */
export const PROSE_WORD = 1024;
/** A word before four numbers that says they are a version or an object identifier. */
export const VERSION_WORD = 2048;
/** A label under a country code where names are registered: `gov.md`, `com.py`, `edu.pl`. */
export const SECOND_LEVEL = 4096;
/** A two-letter domain that is a file ending too, of files with a usual name: `main.rs`, `login.do`. */
export const ENDING = 8192;

/** What is known, by fingerprint. */
const known = new Map<number, number>();

/** What the functions of words read, of a text that is not being read. */
export const bytesOf = (written: string): Uint8Array => encoder.encode(written);

/** What is known of the word from `start` to `end`, in any case: the bits above, 0 for nothing. */
export const wordBits = (start: number, end: number, from: Uint8Array = bytes): number =>
  known.get(fingerprint(from, start, end)) ?? 0;

/** Adds `bit` to the words; a level takes the place of the level before. */
const mark = (bit: number, words: string): void => {
  for (const word of words.split(' ')) {
    const letters = bytesOf(word);
    const bits = wordBits(0, word.length, letters);
    known.set(fingerprint(letters, 0, word.length), (bit > LEVEL ? bits : bits & ~LEVEL) | bit);
  }
};

// Reads the generated table: scripts/make-tlds.ts, `rice`, says how it is written.
const bits = Array.from(packed, (letter) => {
  const value = letters.indexOf(letter);
  return (value < 16 ? value + 32 : value + 80).toString(2).slice(1);
}).join('');
let at = 0;
const bit = (): number => Number(bits[at++]);
let mean = 64;
for (let i = 0, value = 0; i < count; i++) {
  const low = 1 << (31 - Math.clz32(mean));
  let difference = 0;
  while (bit()) difference += low;
  for (let place = 1; place < low; place *= 2) difference += bit() * place;
  mean = (mean * 3 + difference) >> 2;
  known.set((value += difference), TLD);
}
// Words that two lists share stand side by side in both, in the same order: so they compress.
// Generic domains that are rarely anything else, and names outside the root zone that incident texts use as hosts: special-use
// names (RFC 6761, 6762, 7686, 9476), and an alternative root that malware uses.
mark(1, 'biz com edu gov mil net org aero arpa asia coop example i2p jobs mobi museum onion tel xxx xyz');
// `internal` is reserved by ICANN since 2024; the usual names of private networks; another alternative root.
mark(4, 'bit corp home internal invalid lan local localhost test');
// Country codes that are English words, units, common properties or usual endings of names too.
mark(
  2,
  'ad ae ai al at au be bi bo by ca cd cf cm co fm ge gg gs gt im io is it kg km lb li lt me mo ms my ne no nr om pa pf pn sc sr tc td tg to tr tt us va vi ws ac am as cc do in la mk ml mm pl pm pt rs st tf',
);
// File endings, and what follows a dot in other tools: systemd's `timers.target`, `log4j.properties`.
mark(3, 'cab data dot inc java md mov pid prod properties ps pub py sh so tab target zip');
// Names of properties far more often than domains: `tab.id`, `user.name`.
mark(5, 'call date id int map name open read search select');

mark(ENDING, 'ac am as cc do in la mk ml mm pl pm pt rs st tf');
mark(
  FILE_STEM,
  'backup base baz build common config configure core exploit helper index init install lib login main makefile mod model module parse parser policy readme rules run script setup shell start test types update utils app bar client foo server',
);
mark(
  RECEIVER,
  'app bar client foo server account agent array body button cloud console container data date datetime destination device div dns element event file geo group header host http img item json label labels li location log logger loggers logging math message nav network node number obj object observer organization os path process request response rule runtime section service session source span spring status std string svg table target td threat tls tr ul url user util winlog config error field form input package re state value',
);
mark(
  CODE_SUBJECT,
  'config error field form input package re state value env err is jest mocha pattern pkg rc regex regexp settings spec unit validity',
);
mark(PACKAGE_ROOT, 'androidx java javax jdk kotlin kotlinx scala com io net org sun');
mark(
  CHAIN_HEAD,
  'self this args context ctx el elem json obj options params props rect req request res response settings style',
);
mark(
  CODE_ROOT,
  'androidx java javax jdk kotlin kotlinx scala browser chrome document system window self this',
);
mark(
  HOST_WORD,
  'beacon c2 contacted dns domains fqdn host hostname hosts query resolved resolves sni url urls visit visited website domain server site',
);
mark(
  PROSE_WORD,
  'domain server site and are available back be been down found here is it live lives look looking or page points seen them up us was were working',
);
mark(
  VERSION_WORD,
  'build chapter fileversion firmware oid productversion release rev revision section v ver version versions',
);
mark(SECOND_LEVEL, 'biz com edu gov mil net org ac co go gob info my ne or sch web');
