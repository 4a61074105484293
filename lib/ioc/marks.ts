/**
 * What is known of a word (scripts/word-lists.ts), as bits. The lowest three say how far a top-level domain alone proves that a dotted
 * name is a domain.
 */
export const LEVEL = 7;
export const NOT_A_TLD = 0;
/** The level of all those that no list names. */
export const TLD = 1;
/** Rarely anything but a domain: `com`, `de`, `onion`. */
export const SURE = 2;
/** Also a word or a property in code: accepted unless the context looks like code. */
export const WORD = 3;
/** Far more often a file ending: accepted only where the context says that it is a domain. */
export const FILE = 4;
/** Outside the root zone, but a host in incident texts: accepted unless the context looks like code. */
export const SPECIAL = 5;
/** Far more often a property: accepted only where the context or the name says that it is a domain. */
export const PROPERTY = 6;
/** As `WORD`, and a file ending too, of files with a usual name: `main.rs`, `login.do`. */
export const ENDING = 7;

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
/** A word of a programming language, or one for a file or a user, after which no host stands: `import x.app`, `user: y.live`. */
export const CODE_WORD = 8192;
