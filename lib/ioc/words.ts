import { bytes } from './source';
import { generic, idn } from './tlds';

/** The level of a top-level domain (tld.ts) is in the lowest three bits of what is known of a word. */
export const LEVEL = 7;
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

const known = new Map<string, number>();
const mark = (bit: number, words: string): void => {
  for (const word of words.split(' ')) known.set(word, (known.get(word) ?? 0) | bit);
};
const level = (value: number, words: string, prefix = ''): void => {
  for (const word of words.split(' '))
    known.set(prefix + word, ((known.get(prefix + word) ?? 0) & ~LEVEL) | value);
};

let word = '';
for (const part of generic.match(/[A-Z][^A-Z]+/g) ?? []) {
  word = word.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
  level(2, word);
}
level(1, idn, 'xn--');
// Generic domains that are rarely anything else, and names outside the root zone that incident texts use as hosts: special-use
// names (RFC 6761, 6762, 7686, 9476), and an alternative root that malware uses.
level(1, 'com net org edu gov mil arpa aero asia biz coop jobs mobi museum tel xxx xyz onion example i2p');
// `internal` is reserved by ICANN since 2024; the usual names of private networks; another alternative root.
level(4, 'test invalid local localhost internal corp lan home bit');
// File endings, and what follows a dot in other tools: systemd's `timers.target`, `log4j.properties`.
level(3, 'zip mov java inc cab tab pub properties target');
// Names of properties far more often than domains: `tab.id`, `user.name`.
level(5, 'id name call map select open read search data date int');

mark(ENDING, 'pl rs cc ml in am do mk pm as tf la ac st mm pt');
mark(
  FILE_STEM,
  'main lib mod index test setup config makefile configure install build run start script rules common utils helper server client parse parser login readme update app core init base types policy module model exploit shell backup foo bar baz',
);
mark(
  RECEIVER,
  'foo bar obj value location request response logging datetime re runtime loggers event user host process file agent dns url source destination client server network rule threat cloud container observer organization package service tls http log message labels group geo os device error form input field state status config object item node element target console math json array string number date path util std spring logger session account app data div span li ul td tr table img button nav header section body svg label',
);
mark(
  CODE_SUBJECT,
  'error err form input field value state is validity regex regexp re pattern unit spec package pkg settings config env rc mocha jest',
);
mark(PACKAGE_ROOT, 'com org net io java javax jdk sun androidx kotlin kotlinx scala');
mark(
  CHAIN_HEAD,
  'this self response request req res props params options settings ctx context args obj json el elem rect style',
);
mark(
  CODE_ROOT,
  'java javax jdk androidx kotlin kotlinx scala chrome browser window document this self system',
);
mark(
  HOST_WORD,
  'domain domains host hosts hostname fqdn server site website c2 dns url urls query resolved resolves visit visited sni beacon contacted',
);
mark(
  PROSE_WORD,
  'seen found look looking live lives working is was are were be been available it them us here up down server site page domain points back and or',
);
mark(
  VERSION_WORD,
  'version versions ver v build release rev revision firmware oid fileversion productversion',
);
mark(SECOND_LEVEL, 'com co net org gov gob edu ac mil or ne go info web my sch biz');

/** All of them by hash; a hit is compared letter by letter. */
const SLOTS = 4096;
const slots: string[] = Array.from({ length: SLOTS }, () => '');
const hashes = new Int32Array(SLOTS);
const values = new Uint16Array(SLOTS);
let longest = 0;

const hashOf = (from: Uint8Array, start: number, end: number): number => {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + ((from[i] as number) | 32)) | 0;
  return hash;
};
const slotOf = (hash: number): number => (hash ^ (hash >>> 13)) & (SLOTS - 1);

const lettersOf = (written: string): Uint8Array => Uint8Array.from(written, (char) => char.charCodeAt(0));

for (const [written, value] of known) {
  longest = Math.max(longest, written.length);
  const hash = hashOf(lettersOf(written), 0, written.length);
  let slot = slotOf(hash);
  while (slots[slot] !== '') slot = (slot + 1) % SLOTS;
  slots[slot] = written;
  hashes[slot] = hash;
  values[slot] = value;
}
known.clear();

const isSame = (written: string, from: Uint8Array, start: number): boolean => {
  for (let i = 0; i < written.length; i++) {
    const c = from[start + i] as number;
    if ((c >= 65 && c <= 90 ? c | 32 : c) !== written.charCodeAt(i)) return false;
  }
  return true;
};

/** What is known of the word from `start` to `end`, in any case: the bits above, 0 for nothing. */
export const wordBits = (start: number, end: number, from: Uint8Array = bytes): number => {
  const length = end - start;
  if (length < 1 || length > longest) return 0;
  const hash = hashOf(from, start, end);
  for (let slot = slotOf(hash); ; slot = (slot + 1) % SLOTS) {
    const written = slots[slot] as string;
    if (written === '') return 0;
    if (hashes[slot] === hash && written.length === length && isSame(written, from, start))
      return values[slot] as number;
  }
};

/** The same for a text that is not the one being read. */
export const bitsOf = (written: string): number => wordBits(0, written.length, lettersOf(written));
