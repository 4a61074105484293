import { AT, BLANK, COLON, DASH, OPEN_ROUND, SLASH, UNDERSCORE } from './ascii';
import { DIGIT, EDGE, LETTER, NAME, UNABLE_FIRST, UPPER, WORD as ALPHANUMERIC } from './classes';
import { is, isWord, setOf } from './chars';
import { isAfter, isAlone, isInPath } from './context';
import { toAscii } from './idn';
import {
  endOf,
  ends,
  forgetName,
  hasEdges,
  hasUpper,
  isDefanged,
  isWide,
  isWideLast,
  joined,
  last,
  nameEnd,
  startOf,
  starts,
} from './name';
import { emit, withdrawFrom } from './sink';
import { byteAt, matchEnd, text } from './source';
import { tldLevel } from './tld';
import {
  CHAIN_HEAD,
  CODE_ROOT,
  CODE_SUBJECT,
  CODE_WORD,
  ENDING,
  FILE,
  FILE_STEM,
  HOST_WORD,
  NOT_A_TLD,
  PACKAGE_ROOT,
  RECEIVER,
  SECOND_LEVEL,
  SPECIAL,
  SURE,
  WORD,
} from './marks';
import { isMarked } from './words';

/** Bounds of the host in the name read last, after its edges are trimmed; its name when it had to be mapped; its level. */
export let hostStart = 0;
export let hostEnd = 0;
let hostMapped = '';
let hostLevel = NOT_A_TLD;

/** Length and edges of each label (RFC 1123, section 2.1); `_service` labels and inner underscores exist in the DNS. */
const areLabelsValid = (): boolean => {
  for (let i = 0; i <= last; i++) {
    const from = startOf(i);
    const to = endOf(i);
    if (to - from > 63 || to <= from || is(from, UNABLE_FIRST) || is(to - 1, EDGE)) return false;
  }
  return true;
};

/** The host read last as the DNS knows it: lower case, A-labels. */
export const hostValue = (): string => {
  if (hostMapped !== '') return hostMapped;
  const value = joined(0, last);
  return hasUpper ? value.toLowerCase() : value;
};

/** Reads the bounds of a host: valid labels under a known top-level domain. */
const readBounds = (): boolean => {
  if (last < 1) return false;
  let start = startOf(0);
  let end = endOf(last);
  if (hasEdges) {
    while (end > startOf(last) && is(end - 1, EDGE)) end--;
    const edges = byteAt(end) === UNDERSCORE ? EDGE : 0;
    while (start < endOf(0) && (byteAt(start) === DASH || is(start, edges))) start++;
  }
  const from = startOf(last);
  if (end < from + 2 || (end - start > 253 && !isDefanged)) return false;
  // With letters outside ASCII it has to be mapped first: alone, for most of them are none.
  hostLevel = isWideLast ? toAscii(text.slice(from, end))[1] : tldLevel(from, end);
  if (hostLevel === NOT_A_TLD) return false;
  // The name is narrowed to the host.
  forgetName();
  starts[0] = hostStart = start;
  ends[last] = hostEnd = end;
  return !hasEdges || areLabelsValid();
};

/** Maps the host whose bounds were read; whether it can exist. */
const isPossible = (): boolean => {
  hostMapped = isWide ? toAscii(joined(0, last))[0] : '';
  return !isWide || hostMapped !== '';
};

/**
 * Reads the name read last as a host name into `host`: valid labels under a known top-level domain. Says
 * nothing about whether the text means a domain.
 */
export const readHostName = (): boolean => readBounds() && isPossible();

/** Whether the last label is `tld`. */
const isUnder = (tld: string): boolean => {
  const from = startOf(last);
  return hostEnd - from === tld.length && isWord(tld, from);
};

/** Whether a label of the host is a word with one of the `marks`. */
const isLabelMarked = (label: number, marks: number): boolean =>
  isMarked(startOf(label), endOf(label), marks);

const isFirst = (marks: number): boolean => isLabelMarked(0, marks);

const sigils = setOf('$@#&.!{');

/** `endswith '.evil.io'`: a code of two letters between two of the same sign is no class of a style sheet. */
const isSuffix = (outer: number): boolean => byteAt(hostEnd) === outer && hostEnd < startOf(last) + 3;

/** A call, an index, an assignment or a comparison after the name; a sigil, a negation or a call's bracket before it. */
const hasCodeAround = (): boolean => {
  const before = byteAt(hostStart - 1);
  // The dot of `*.evil.top` is of the name.
  const outer = byteAt(hostStart - 2);
  if (sigils[before] === 1 && outer !== 42 && !isSuffix(outer)) return true;
  if (before === OPEN_ROUND && is(hostStart - 2, ALPHANUMERIC)) return true;
  const at = byteAt(hostEnd) === BLANK ? hostEnd + 1 : hostEnd;
  const after = byteAt(at);
  if (at === hostEnd && (after === 40 || after === 91)) return true;
  const second = byteAt(at + 1);
  // = != && || ??
  if (after === 61 || (after === 33 && second === 61)) return true;
  return (after === 38 || after === 124 || after === 63) && second === after;
};

/** A label that is no identifier proves a name that is no chain: `lan-up.date`. */
const hasDash = (): boolean => hasEdges && text.slice(hostStart, hostEnd).includes('-');

/** `3.app`, `since 2019.in`, `1.2.is`: a number before a word. `666118.top` is a domain. */
const isCount = (): boolean => {
  const from = startOf(last - 1);
  const to = endOf(last - 1);
  const isPair = hostEnd - startOf(last) < 3;
  if (!is(from, DIGIT) || (last > 1 && !isPair)) return false;
  const label = text.slice(from, to);
  return Number(label) < (isPair ? 1000 : 100) || /^(?:19|20)\d\d$/.test(label);
};

/** `i.e.in`, `a=e.me`: single letters before a word; but `t.me`, `g.co`, and `b.link/name` with a path. */
const isInitials = (): boolean =>
  startOf(last) - hostStart === 2 * last &&
  byteAt(hostEnd) !== SLASH &&
  (byteAt(hostStart - 1) === 61 || !(isUnder('me') || isUnder('co')));

/** Whether each label but the last is the name of an object in code: `user.name`, `event.target.media`. */
const isChain = (): boolean => {
  for (let i = 0; i < last; i++) if (!isLabelMarked(i, RECEIVER)) return false;
  return true;
};

/** What follows a group of an API or a module, and no host: `networking.k8s.io/v1`, `app.kubernetes.io/name: web`, `from x.style import`. */
const groupRest = / import\b|(?<=\.io|\.dev)\/(?:v\d\w*(?![\w/.])|[a-z-]+(?:=|"?: ))/y;

/** `main.rs`, `libcrypto.so`, `tools/mail.pl`, `config.h.in`. */
const isFile = (): boolean => {
  if (last > 1) return isUnder('in') && isWord('.h', startOf(last) - 3);
  if (hostLevel !== ENDING) return false;
  return isFirst(FILE_STEM) || isWord('lib', hostStart) || byteAt(hostStart - 1) === SLASH;
};

/** Whether a name of words looks like a chain of properties, a file, or a number with a unit. */
const isCode = (): boolean => {
  if (hasCodeAround() || isCount() || isInitials() || isChain() || matchEnd(groupRest, hostEnd) > 0)
    return true;
  if (isFirst(CHAIN_HEAD) || isFile()) return true;
  if (!hasUpper && !hasEdges) return false;
  let capitals = 0;
  for (let i = 0; i < last; i++) {
    const from = startOf(i);
    if (is(from, UPPER) && ++capitals > 1 && !is(startOf(last), UPPER)) return true;
    if (/\w_|[a-z][A-Z]/.test(text.slice(from, endOf(i)))) return true;
  }
  return false;
};

/** `www.`, a registry's second level, or a word that announces a host. */
const isAnnounced = (): boolean => {
  if (last > 1) {
    if (endOf(0) - hostStart === 3 && isWord('www', hostStart)) return true;
    const isUnderCountry = hostEnd < startOf(last) + 3;
    if (isUnderCountry && isLabelMarked(last - 1, SECOND_LEVEL)) return true;
  }
  if (byteAt(hostStart - 1) === OPEN_ROUND && is(hostStart - 2, LETTER)) return false;
  return isAfter(hostStart, HOST_WORD);
};

/**
 * `System.Net`, `sentence.It`: a capital after the dot starts a word. `Turla.CF` is a detection, `Terminal.app` a
 * bundle of macOS, `DBI.pm` a module. `EVIL.COM` and `Evil.Com` are written by people.
 */
const isTitle = (): boolean => {
  const from = startOf(last);
  const startsUpper = is(hostStart, UPPER);
  if (!is(from, UPPER)) return startsUpper && last === 1 && (isUnder('app') || isUnder('pm'));
  if (isUnder('com')) return !startsUpper;
  if (!is(from + 1, UPPER)) return true;
  return /[a-z]/.test(text.slice(hostStart, from));
};

/** A word on its level, a file ending or a property: whether the text around says that it is a domain. */
const isLikely = (): boolean => {
  if (hostLevel === SPECIAL) return !hasCodeAround() && !(last === 1 && isFirst(CODE_SUBJECT | CHAIN_HEAD));
  if (hostLevel === WORD || hostLevel === ENDING) return !isCode();
  if (hostLevel === FILE) return last > 1 && isUnder('sh') && isAlone(hostStart, hostEnd);
  if (isCode() || isFirst(RECEIVER)) return false;
  if (hasDash()) return true;
  const isOwned = isUnder('id') || isUnder('date') || (last > 1 && isUnder('name'));
  return isOwned && startOf(last) - hostStart > 6 && isAlone(hostStart, hostEnd);
};

/** Whether the host read last is meant as a domain where it stands. */
const isMeant = (): boolean => {
  if (isDefanged) return true;
  if (byteAt(hostEnd) === COLON && byteAt(hostEnd + 1) === COLON) return false;
  if (isInPath(hostStart)) return false;
  if (hasUpper && isTitle()) return false;
  if (isWide) return true;
  // `java.net`, `kotlin.io`, `chrome.storage.local`: such a word opens a package or a chain, whatever follows.
  if (hostLevel === SURE) return last > 1 || !isFirst(CODE_ROOT);
  if (isAnnounced()) return true;
  if (isAfter(hostStart, CODE_WORD)) return false;
  if ((last === 1 || hostLevel === SPECIAL) && isFirst(CODE_ROOT)) return false;
  if (last > 1 && !hasDash() && isFirst(PACKAGE_ROOT)) return false;
  return isLikely();
};

/** `user.name@host`: the local part of an address, whatever it looks like; `host@80` is WebDAV's port. */
const isLocalPart = (end: number): boolean =>
  byteAt(end) === AT && !is(end + 1, DIGIT) && !(isWord('ssl', end + 1) && !is(end + 4, NAME));

/** Emits the domain that the name read last is; its end, 0 when it is none. */
export const readDomain = (): number => {
  if (!readBounds() || !isMeant()) return 0;
  if (isLocalPart(hostEnd) || (is(hostEnd, NAME) && hostEnd !== nameEnd && !is(hostEnd, EDGE))) return 0;
  // Mapping is slow: last.
  if (!isPossible()) return 0;
  // A hash that is the first part of the name was one too early.
  withdrawFrom(hostStart);
  emit('domain', hostValue(), hostStart, hostEnd);
  return hostEnd;
};
