import { bitsAt, DIGIT, holds, is, isWord, LETTER, NAME, UPPER, WORD as ALPHANUMERIC } from './chars';
import { isAlone, isInPath, wordBefore } from './context';
import { toAscii } from './idn';
import { endOf, isCamel, joined, name, startOf } from './name';
import { emit, withdrawFrom } from './sink';
import { byteAt, text } from './source';
import { FILE, levelOf, NOT_A_TLD, SPECIAL, SURE, tldLevel, WORD } from './tld';
import {
  CHAIN_HEAD,
  CODE_ROOT,
  CODE_SUBJECT,
  ENDING,
  FILE_STEM,
  HOST_WORD,
  PACKAGE_ROOT,
  RECEIVER,
  SECOND_LEVEL,
  wordBits,
} from './words';

const DASH = 45;
const UNDERSCORE = 95;
const isDash = (c: number): boolean => c === DASH;
const isEdge = (c: number): boolean => c === DASH || c === UNDERSCORE;

/** Bounds of a domain in the name read last, after its edges are trimmed; `mapped` when it had to be. */
export const host = { start: 0, end: 0, mapped: '', level: NOT_A_TLD };

/** Length and edges of each label (RFC 1123, section 2.1); `_service` labels and inner underscores exist in the DNS. */
const areLabelsValid = (start: number, end: number, labels: number): boolean => {
  for (let i = 0; i < labels; i++) {
    const from = i === 0 ? start : startOf(i);
    const to = i === labels - 1 ? end : endOf(i);
    if (to - from > 63 || to <= from || byteAt(from) === DASH || isEdge(byteAt(to - 1))) return false;
  }
  return true;
};

/** The labels joined by plain dots, without the edges that were trimmed. */
const writtenHost = (): string => {
  const last = name.labels - 1;
  const { start, end } = host;
  return joined(0, last).slice(start - startOf(0), end === endOf(last) ? undefined : end - endOf(last));
};

/** The host read last as the DNS knows it: lower case, A-labels. */
export const hostValue = (): string => {
  if (host.mapped !== '') return host.mapped;
  const value = name.defanged ? writtenHost() : text.slice(host.start, host.end);
  return name.upper ? value.toLowerCase() : value;
};

/**
 * Reads the name read last as a host name into `host`: valid labels under a known top-level domain. Says
 * nothing about whether the text means a domain.
 */
export const readHostName = (): boolean => {
  const last = name.labels - 1;
  if (last < 1 || name.tooLong) return false;
  let start = startOf(0);
  let end = endOf(last);
  if (name.edges) {
    while (end > startOf(last) && isEdge(byteAt(end - 1))) end--;
    const edge = byteAt(end) === UNDERSCORE ? isEdge : isDash;
    while (start < endOf(0) && edge(byteAt(start))) start++;
  }
  const level = name.wide ? SURE : tldLevel(startOf(last), end);
  if (level === NOT_A_TLD || (end - start > 253 && !name.defanged)) return false;
  if (name.edges && !areLabelsValid(start, end, last + 1)) return false;
  host.start = start;
  host.end = end;
  host.mapped = '';
  host.level = level;
  if (!name.wide) return true;
  host.mapped = toAscii(writtenHost());
  host.level = levelOf(host.mapped);
  return host.level !== NOT_A_TLD;
};

/** Whether the last label is `tld`. */
const isUnder = (tld: string): boolean => {
  const from = startOf(name.labels - 1);
  return host.end - from === tld.length && isWord(tld, from);
};

const firstBits = (): number => wordBits(host.start, endOf(0));

/** A call, an index, an assignment or a comparison after the name; a sigil, a negation or a call's bracket before it. */
const hasCodeAround = (): boolean => {
  const { start, end } = host;
  const before = byteAt(start - 1);
  // $ @ # & . ! {
  if (before === 36 || before === 64 || before === 35 || before === 38 || before === 46) return true;
  if (before === 33 || before === 123) return true;
  if (before === 40 && is(start - 2, ALPHANUMERIC)) return true;
  const at = byteAt(end) === 32 ? end + 1 : end;
  const after = byteAt(at);
  if (at === end && (after === 40 || after === 91)) return true;
  const second = byteAt(at + 1);
  // = != && || ??
  if (after === 61 || (after === 33 && second === 61)) return true;
  return (after === 38 || after === 124 || after === 63) && second === after;
};

/** A label that is no identifier proves a name that is no chain: `lan-up.date`. */
const hasDash = (): boolean => name.edges && holds(DASH, host.start, host.end);

/** `3.app`, `since 2019.in`, `1.2.is`: a number before a word. `666118.top` is a domain. */
const isCount = (): boolean => {
  const last = name.labels - 1;
  const from = last === 1 ? host.start : startOf(last - 1);
  const to = endOf(last - 1);
  const isPair = host.end - startOf(last) < 3;
  if (last > 1 && !isPair) return false;
  for (let i = from; i < to; i++) if (!is(i, DIGIT)) return false;
  return to - from < (isPair ? 4 : 3) || (to - from === 4 && (isWord('19', from) || isWord('20', from)));
};

/** `i.e.in`, `e.target`: single letters before a word, unless a path follows as in `t.me/name`. */
const isInitials = (): boolean =>
  startOf(name.labels - 1) - host.start === 2 * (name.labels - 1) && byteAt(host.end) !== 47;

/** Whether a name of words looks like a chain of properties, a file, or a number with a unit. */
const isCode = (): boolean => {
  const last = name.labels - 1;
  if (hasCodeAround() || isCount() || isInitials()) return true;
  const { start, end } = host;
  const first = firstBits();
  if (last === 1) {
    if ((first & RECEIVER) !== 0) return true;
    if ((wordBits(startOf(1), end) & ENDING) !== 0 && ((first & FILE_STEM) !== 0 || isWord('lib', start)))
      return true;
  } else if ((first & CHAIN_HEAD) !== 0 || (isUnder('in') && isWord('.h', startOf(last) - 3))) return true;
  if (!name.upper && !name.edges) return false;
  let capitals = 0;
  for (let i = 0; i < last; i++) {
    const from = i === 0 ? start : startOf(i);
    if (is(from, UPPER) && ++capitals > 1 && !is(startOf(last), UPPER)) return true;
    if (isCamel(from, endOf(i)) || holds(UNDERSCORE, from, endOf(i))) return true;
  }
  return false;
};

/** `www.`, a registry's second level, or a word that announces a host. */
const isAnnounced = (): boolean => {
  const last = name.labels - 1;
  const { start } = host;
  if (last > 1) {
    if (endOf(0) - start === 3 && isWord('www', start)) return true;
    if ((wordBits(startOf(last - 1), endOf(last - 1)) & SECOND_LEVEL) !== 0) return true;
  }
  if (byteAt(start - 1) === 40 && is(start - 2, LETTER)) return false;
  return (wordBefore(start) & HOST_WORD) !== 0;
};

/**
 * `System.Net`, `sentence.It`: a capital after the dot starts a word. `Turla.CF` is a detection, `Terminal.app` a
 * bundle of macOS, `DBI.pm` a module. `EVIL.COM` and `Evil.Com` are written by people.
 */
const isTitle = (): boolean => {
  const last = name.labels - 1;
  const from = startOf(last);
  const { start } = host;
  const startsUpper = is(start, UPPER);
  if (!is(from, UPPER)) return startsUpper && last === 1 && (isUnder('app') || isUnder('pm'));
  if (isUnder('com')) return !startsUpper;
  if (!is(from + 1, UPPER)) return true;
  if (isUnder('net') && last === 1 && /^(?:asp|vb|ado)\./i.test(text.slice(start, from))) return true;
  for (let i = start; i < from; i++) if ((bitsAt(i) & (LETTER | UPPER)) === LETTER) return true;
  return false;
};

/** A word on its level, a file ending or a property: whether the text around says that it is a domain. */
const isLikely = (): boolean => {
  const last = name.labels - 1;
  const { level, start, end } = host;
  if (level === SPECIAL) return !hasCodeAround() && !(last === 1 && (firstBits() & CODE_SUBJECT) !== 0);
  if (level === WORD) return !isCode();
  if (level === FILE) return last > 1 && isUnder('sh') && isAlone(start, end);
  if (isCode() || (firstBits() & RECEIVER) !== 0) return false;
  if (hasDash() || (last > 1 && isUnder('name'))) return true;
  return startOf(last) - start > 6 && (isUnder('id') || isUnder('date')) && isAlone(start, end);
};

/** Whether the host read last is meant as a domain where it stands. */
const isMeant = (): boolean => {
  if (name.defanged) return true;
  const last = name.labels - 1;
  const { level, start, end } = host;
  if (byteAt(end) === 58 && byteAt(end + 1) === 58) return false;
  if (isInPath(start)) return false;
  if (name.upper && isTitle()) return false;
  if (name.wide) return true;
  // `java.net`, `kotlin.io`, `chrome.storage.local`: such a word opens a package or a chain, whatever follows.
  if (level === SURE) return last > 1 || (firstBits() & CODE_ROOT) === 0;
  if (isAnnounced()) return true;
  if ((last === 1 || level === SPECIAL) && (firstBits() & CODE_ROOT) !== 0) return false;
  if (last > 1 && !hasDash() && (firstBits() & PACKAGE_ROOT) !== 0) return false;
  return isLikely();
};

/** `user.name@host`: the local part of an address, whatever it looks like; `host@80` is WebDAV's port. */
const isLocalPart = (end: number): boolean =>
  byteAt(end) === 64 && !is(end + 1, DIGIT) && !(isWord('ssl', end + 1) && !is(end + 4, NAME));

/** Emits the domain that the name read last is; its end, 0 when it is none. */
export const readDomain = (): number => {
  if (!readHostName() || !isMeant()) return 0;
  const { start, end } = host;
  if (isLocalPart(end) || (is(end, NAME) && end !== name.end && !isEdge(byteAt(end)))) return 0;
  // A hash that is the first part of the name was one too early.
  withdrawFrom(start);
  emit('domain', hostValue(), start, end);
  return end;
};
