const list = (words: string): readonly string[] => words.split(' ');

/** Country codes that are also English words, units or common properties in code. */
export const wordTlds = list(
  'ad ae ai al am as at au be bi bo by ca cc cd cf cm co do fm ge gg gs gt im in io is it kg km la lb li lt me ml mm mk mo ms my ne no nr om pa pf pl pm pn rs sc so sr st tc td tf tg to tr ts tt us va vi ws',
);

/** Top-level domains that are file endings or the names of properties far more often than domains. */
export const fileTlds = list('zip mov sh py md so ps inc cab tab pub properties target');
/** Top-level domains that are the names of properties far more often than domains: `tab.id`, `user.name`. */
export const propertyTlds = list('id name call map select open read search data date int');

/** Two-letter domains that are file endings too, of files with a usual name: `main.rs`, `config.in`, `login.do`. */
export const endingTlds = new Set(list('pl rs cc ml in am do mk pm as tf la ac st mm'));
export const fileStems = new Set(
  list(
    'main lib mod index test tests setup config configure makefile install build run start stop script scripts rules common default util utils helper helpers server client parser lexer login logout readme update app core init base types error errors policy module exploit shell backup foo bar baz hello',
  ),
);

/** First words of a property chain: `user.name`, `event.id`, `window.open`, `os.name`. */
export const receivers = new Set(
  list(
    'this self window chrome browser runtime loggers document event user host process file agent dns url source destination client server network rule threat cloud container kubernetes observer organization package registry related service tls x509 http log message labels group geo os device error err form input field state status config settings options props params request response req res ctx context app data obj object item node element el target system console math json array string number date path util java javax kotlin scala std spring logging logger session account div span li ul ol td tr th table img button nav header footer section body html svg label',
  ),
);

/** What code and configuration call `invalid`, `test` or `local`: `error.invalid`, `regex.test`, `settings.local`. */
export const codeSubjects = new Set(
  list(
    'error err form input field value state is validity regex regexp re pattern rx unit spec package pkg settings config env rc conf mocha jest var this self',
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
    'domain domains host hosts hostname hostnames fqdn server site website c2 cnc dns url urls uri query resolved resolves visit visited sni beacon beacons contacted',
  ),
);

/** Words that stand before `at` in prose and name no mailbox; participles are told by their ending. */
export const proseWords = new Set(
  list(
    'seen found look looking live lives working is was are were be been available it them us here up down server site page website domain infrastructure points pointing back traffic not only and or',
  ),
);

/** Words before four numbers that say they are a version or an object identifier. */
export const versionWords = new Set(
  list(
    'version versions ver v build release released rev revision firmware oid fileversion productversion assemblyversion',
  ),
);

/** Labels under a country code where names are registered: `gov.md`, `com.py`, `edu.pl`. */
export const secondLevel = new Set(list('com co net org gov gob edu ac mil or ne go info web my sch biz'));
