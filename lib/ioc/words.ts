const list = (words: string): readonly string[] => words.split(' ');

/** Two-letter domains that are file endings too, of files with a usual name: `main.rs`, `config.in`, `login.do`. */
export const endingTlds = new Set(list('pl rs cc ml in am do mk pm as tf la ac st mm pt'));
export const fileStems = new Set(
  list(
    'main lib mod index test setup config makefile configure install build run start script rules common utils helper server client parse parser login readme update app core init base types policy module model exploit shell backup foo bar baz',
  ),
);

/** First words of a property chain: `user.name`, `event.id`, `window.open`, `os.name`. */
export const receivers = new Set(
  list(
    'foo bar obj value location request response logging datetime re runtime loggers event user host process file agent dns url source destination client server network rule threat cloud container observer organization package service tls http log message labels group geo os device error form input field state status config object item node element target console math json array string number date path util std spring logger session account app data div span li ul td tr table img button nav header section body svg label',
  ),
);

/** What code and configuration call `invalid`, `test` or `local`: `error.invalid`, `regex.test`, `settings.local`. */
export const codeSubjects = new Set(
  list(
    'error err form input field value state is validity regex regexp re pattern unit spec package pkg settings config env rc mocha jest',
  ),
);

/** First labels of reversed names: `com.example.app`, `org.apache.commons.io`, `java.util.is`. */
export const packageRoots = new Set(list('com org net io java javax jdk sun androidx kotlin kotlinx scala'));

/** First words of a chain of any length, which no host is called. */
export const chainHeads = new Set(
  list(
    'this self response request req res props params options settings ctx context args obj json el elem rect style',
  ),
);

/** First labels after which nothing is a host: codeRoots, and the objects that programs start from. */
export const codeRoots = new Set(
  list('java javax jdk androidx kotlin kotlinx scala chrome browser window document this self system'),
);

/** Words before a name that say it is a host. */
export const hostWords = new Set(
  list(
    'domain domains host hosts hostname fqdn server site website c2 dns url urls query resolved resolves visit visited sni beacon contacted',
  ),
);

/** Words that stand before `at` in prose and name no mailbox; participles are told by their ending. */
export const proseWords = new Set(
  list(
    'seen found look looking live lives working is was are were be been available it them us here up down server site page domain points back and or',
  ),
);

/** Words before four numbers that say they are a version or an object identifier. */
export const versionWords = new Set(
  list('version versions ver v build release rev revision firmware oid fileversion productversion'),
);

/** Labels under a country code where names are registered: `gov.md`, `com.py`, `edu.pl`. */
export const secondLevel = new Set(list('com co net org gov gob edu ac mil or ne go info web my sch biz'));
