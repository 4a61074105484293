import {
  CHAIN_HEAD,
  CODE_ROOT,
  CODE_SUBJECT,
  CODE_WORD,
  ENDING,
  FILE,
  FILE_STEM,
  HOST_WORD,
  PACKAGE_ROOT,
  PROPERTY,
  PROSE_WORD,
  RECEIVER,
  SECOND_LEVEL,
  SPECIAL,
  SURE,
  TLD,
  VERSION_WORD,
  WORD,
} from '../lib/ioc/marks';
import { topLevelDomains } from './top-level-domains';

/** What the detector knows of words: a mark (lib/ioc/marks.ts) and the words that have it. */
export const wordLists: readonly (readonly [mark: number, words: string])[] = [
  [TLD, topLevelDomains.join(' ')],
  // Generic domains that are rarely anything else, and names outside the root zone that incident texts use as hosts: special-use
  // names (RFC 6761, 6762, 7686, 9476), and an alternative root that malware uses.
  [SURE, 'biz com edu gov mil net org aero arpa asia coop example i2p jobs mobi museum onion tel xxx xyz'],
  // `internal` is reserved by ICANN since 2024; the usual names of private networks; another alternative root.
  [SPECIAL, 'bit corp home internal invalid lan local localhost test'],
  // Country codes that are English words, units, common properties or usual endings of names too.
  [
    WORD,
    'ad ae ai al at au be bi bo by ca cd cf cm co fm ge gg gs gt im io is it kg km lb li lt me mo ms my ne no nr om pa pf pn sc sr tc td tg to tr tt us va vi ws ss',
  ],
  // Those of them that are file endings too.
  [ENDING, 'ac am as cc do in la mk ml mm pl pm pt rs st tf'],
  // File endings, and what follows a dot in other tools: systemd's `timers.target`, `log4j.properties`.
  [FILE, 'cab data dot inc java md mov pid prod properties ps pub py sh so tab target zip map'],
  // Names of properties far more often than domains: `tab.id`, `user.name`.
  [
    PROPERTY,
    'call date id int name open read search select author channel free here like next now office pin play prime room safe save secure talk total',
  ],

  [
    FILE_STEM,
    'backup base baz build common config configure core exploit helper index init install lib login main makefile mod model module parse parser policy readme rules run script setup shell start test types update utils app bar client foo server',
  ],
  [
    RECEIVER,
    'app bar client foo server account agent array body button cloud console container data date datetime destination device div dns element event file geo group header host http img item json label labels li location log logger loggers logging math message nav network node number obj object observer organization os path process request response rule runtime section service session source span spring status std string svg table target td threat tls tr ul url user util winlog config error field form input package re state value page model items order row np plt fs cp evt tmp msg btn post product profile job record report token store menu tab text tags metrics str team logsource hh mm sys result payload exports main index query h1 val df component schema h operator env col',
  ],
  [
    CODE_SUBJECT,
    'config error field form input package re state value env err is jest mocha pattern pkg rc regex regexp settings spec unit validity',
  ],
  [PACKAGE_ROOT, 'androidx java javax jdk kotlin kotlinx scala com io net org sun'],
  [
    CHAIN_HEAD,
    'self this args context ctx el elem json obj options params props rect req request res response settings style opts cfg methods',
  ],
  [
    CODE_ROOT,
    'androidx java javax jdk kotlin kotlinx scala browser chrome document system window self this asp vb ado command format',
  ],
  [
    HOST_WORD,
    'beacon c2 contacted dns domains fqdn host hostname hosts query resolved resolves sni url urls visit visited website domain server site',
  ],
  [
    PROSE_WORD,
    'domain server site and are available back be been down found here is it live lives look looking or page points seen them up us was were working',
  ],
  [
    VERSION_WORD,
    'build chapter firmware oid release rev revision section v ver abb abschn abschnitt arubaos chrome coldfusion driver fig figure firefox fixed fixes fortios hotfix kap kapitel number oracle patch patched player prior rails reader sonicos struts tabelle upgrade upgraded upgrading weblogic websphere ziffer nr clause routeros anlage anhang absatz wersja verze',
  ],
  [SECOND_LEVEL, 'biz com edu gov mil net org ac co go gob info my ne or sch web'],
  [
    CODE_WORD,
    'import package namespace class interface extends implements instanceof typeof return await throw throws require const let var function def func apiversion export elif assert yield catch except perl rustc terraform script file filename user username login account',
  ],
];
