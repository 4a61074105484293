import { codeAt, bitsAt, DIGIT, LETTER, NAME, UPPER } from './chars';
import { isAlone, isInPath, wordBefore } from './context';
import { toAscii } from './idn';
import { endOf, isCamel, joined, name, startOf } from './name';
import { emit, withdrawFrom } from './sink';
import { FILE, NOT_A_TLD, SPECIAL, SURE, tldLevel, WORD } from './tld';
import {
  chainHeads,
  codeRoots,
  codeSubjects,
  endingTlds,
  fileStems,
  hostWords,
  packageRoots,
  receivers,
  secondLevel,
} from './words';

const DASH = 45;
const UNDERSCORE = 95;
const isDash = (c: number): boolean => c === DASH;
const isEdge = (c: number): boolean => c === DASH || c === UNDERSCORE;

/** Bounds of a domain in the name read last, after its edges are trimmed. */
export const host = { start: 0, end: 0, value: '', level: NOT_A_TLD };

const slice = (text: string, label: number): string => {
  const written = text.slice(startOf(label), endOf(label));
  return name.upper ? written.toLowerCase() : written;
};

/** Length and edges of each label (RFC 1123, section 2.1); `_service` labels and inner underscores exist in the DNS. */
const areLabelsValid = (text: string, start: number, end: number, labels: number): boolean => {
  for (let i = 0; i < labels; i++) {
    const from = i === 0 ? start : startOf(i);
    const to = i === labels - 1 ? end : endOf(i);
    if (to - from > 63 || to <= from) return false;
    if (!name.edges) continue;
    if (codeAt(text, from) === DASH || isEdge(codeAt(text, to - 1))) return false;
    if (codeAt(text, to - 2) === DASH && codeAt(text, to - 1) === DASH) return false;
  }
  return true;
};

/** The labels joined by plain dots, from `start` in the first to `end` in the last. */
const writtenHost = (text: string, start: number, end: number): string => {
  const last = name.labels - 1;
  const middle = last > 1 ? `${joined(text, 1, last - 1)}.` : '';
  return `${text.slice(start, endOf(0))}.${middle}${text.slice(startOf(last), end)}`;
};

/**
 * Reads the name read last as a host name into `host`: valid labels under a known top-level domain. Says
 * nothing about whether the text means a domain.
 */
export const readHostName = (text: string): boolean => {
  const last = name.labels - 1;
  if (last < 1 || name.tooLong) return false;
  let start = startOf(0);
  let end = endOf(last);
  if (name.edges) {
    while (end > startOf(last) && isEdge(codeAt(text, end - 1))) end--;
    const edge = codeAt(text, end) === UNDERSCORE ? isEdge : isDash;
    while (start < endOf(0) && edge(codeAt(text, start))) start++;
  }
  let level = name.wide ? SURE : tldLevel(text, startOf(last), end);
  if (level === NOT_A_TLD || (end - start > 253 && !name.defanged)) return false;
  if (!areLabelsValid(text, start, end, name.labels)) return false;
  let value = '';
  if (name.wide) {
    const mapped = toAscii(writtenHost(text, start, end));
    if (mapped === undefined) return false;
    value = mapped;
    level = tldLevel(value, value.lastIndexOf('.') + 1, value.length);
    if (level === NOT_A_TLD) return false;
  } else {
    value = name.defanged ? writtenHost(text, start, end) : text.slice(start, end);
    if (name.upper) value = value.toLowerCase();
  }
  host.start = start;
  host.end = end;
  host.value = value;
  host.level = level;
  return true;
};

const isNumber = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if ((bitsAt(text, i) & DIGIT) === 0) return false;
  return true;
};

/** A call, an index, an assignment or a comparison after the name; a sigil, a negation or a call's bracket before it. */
const hasCodeAround = (text: string): boolean => {
  const { start, end } = host;
  const before = codeAt(text, start - 1);
  // $ @ # & . ! {
  if (before === 36 || before === 64 || before === 35 || before === 38 || before === 46) return true;
  if (before === 33 || before === 123) return true;
  if (before === 40 && (bitsAt(text, start - 2) & (LETTER | DIGIT)) !== 0) return true;
  const at = codeAt(text, end) === 32 ? end + 1 : end;
  const after = codeAt(text, at);
  if (at === end && (after === 40 || after === 91)) return true;
  const second = codeAt(text, at + 1);
  // = != && || ??
  if (after === 61 || (after === 33 && second === 61)) return true;
  return (after === 38 || after === 124 || after === 63) && second === after;
};

/** A label that is no identifier proves a name that is no chain: `lan-up.date`. */
const hasDash = (text: string): boolean => name.edges && text.slice(host.start, host.end).includes('-');

/** `3.app`, `since 2019.in`, `1.2.is`: a number before a word. `666118.top` is a domain. */
const isCount = (text: string): boolean => {
  const last = name.labels - 1;
  const from = last === 1 ? host.start : startOf(last - 1);
  const to = endOf(last - 1);
  if (!isNumber(text, from, to) || (last > 1 && host.end - startOf(last) > 2)) return false;
  return (
    to - from < (host.end - startOf(last) > 2 ? 3 : 4) ||
    (to - from === 4 && /^(?:19|20)/.test(text.slice(from, to)))
  );
};

/** `i.e.in`, `e.target`: single letters before a word, unless a path follows as in `t.me/name`. */
const isInitials = (text: string): boolean => {
  const from = startOf(name.labels - 1);
  return from - host.start === 2 * (name.labels - 1) && codeAt(text, host.end) !== 47;
};

/** Whether a name of words looks like a chain of properties, a file, or a number with a unit. */
const isCode = (text: string): boolean => {
  const last = name.labels - 1;
  if (hasCodeAround(text) || isCount(text) || isInitials(text)) return true;
  if (last === 1) {
    const length = endOf(0) - host.start;
    if (length < 13 && receivers.has(slice(text, 0))) return true;
    if (endingTlds.has(slice(text, 1)) && (fileStems.has(slice(text, 0)) || host.value.startsWith('lib')))
      return true;
  } else if (chainHeads.has(slice(text, 0)) || host.value.endsWith('.h.in')) return true;
  if (!name.upper && !name.edges) return false;
  let capitals = 0;
  for (let i = 0; i < last; i++) {
    const from = i === 0 ? host.start : startOf(i);
    if ((bitsAt(text, from) & UPPER) !== 0 && ++capitals > 1 && (bitsAt(text, startOf(last)) & UPPER) === 0)
      return true;
    if (isCamel(text, from, endOf(i)) || text.slice(from, endOf(i)).includes('_')) return true;
  }
  return false;
};

/** First letters of the code roots: most names are told by theirs. */
const rootLetters = Uint8Array.from(new Set(Array.from(codeRoots, (root) => root.charCodeAt(0))));

/** `java.net`, `kotlin.io`, `chrome.storage.local`: such a word opens a package or a chain, whatever follows. */
const isCodeRoot = (text: string): boolean => {
  const first = codeAt(text, host.start) | 32;
  return rootLetters.includes(first) && codeRoots.has(slice(text, 0));
};

/** `www.`, a registry's second level, or a word that announces a host. */
const isAnnounced = (text: string): boolean => {
  const last = name.labels - 1;
  if (last > 1 && (slice(text, 0) === 'www' || secondLevel.has(slice(text, last - 1)))) return true;
  if (codeAt(text, host.start - 1) === 40 && (bitsAt(text, host.start - 2) & LETTER) !== 0) return false;
  return hostWords.has(wordBefore(text, host.start));
};

/**
 * `System.Net`, `sentence.It`: a capital after the dot starts a word. `Turla.CF` is a detection, `Terminal.app` a
 * bundle of macOS, `DBI.pm` a module. `EVIL.COM` and `Evil.Com` are written by people.
 */
const isTitle = (text: string): boolean => {
  const last = name.labels - 1;
  const from = startOf(last);
  const { start, value } = host;
  const startsUpper = (bitsAt(text, start) & UPPER) !== 0;
  if ((bitsAt(text, from) & UPPER) === 0) {
    return startsUpper && last === 1 && (value.endsWith('.app') || value.endsWith('.pm'));
  }
  if (value.endsWith('.com')) return !startsUpper;
  if ((bitsAt(text, from + 1) & UPPER) === 0) return true;
  if (value === 'asp.net' || value === 'vb.net' || value === 'ado.net') return true;
  for (let i = start; i < from; i++) if ((bitsAt(text, i) & (LETTER | UPPER)) === LETTER) return true;
  return false;
};

/** A word on its level, a file ending or a property: whether the text around says that it is a domain. */
const isLikely = (text: string): boolean => {
  const last = name.labels - 1;
  const { level, start, end } = host;
  if (level === SPECIAL) return !hasCodeAround(text) && !(last === 1 && codeSubjects.has(slice(text, 0)));
  if (level === WORD) return !isCode(text);
  if (level === FILE) return last > 1 && host.value.endsWith('.sh') && isAlone(text, start, end);
  if (isCode(text) || receivers.has(slice(text, 0))) return false;
  if (hasDash(text) || (last > 1 && host.value.endsWith('.name'))) return true;
  return /.{6}\.(?:id|date)$/.test(host.value) && isAlone(text, start, end);
};

/** Whether the host read last is meant as a domain where it stands. */
const isMeant = (text: string): boolean => {
  if (name.defanged) return true;
  const last = name.labels - 1;
  const { level, start, end } = host;
  if (codeAt(text, end) === 58 && codeAt(text, end + 1) === 58) return false;
  if (isInPath(text, start)) return false;
  if (name.upper && isTitle(text)) return false;
  if (name.wide) return true;
  if (level === SURE) return last > 1 || !isCodeRoot(text);
  if (isAnnounced(text)) return true;
  if ((last === 1 || level === SPECIAL) && isCodeRoot(text)) return false;
  if (last > 1 && !hasDash(text) && packageRoots.has(slice(text, 0))) return false;
  return isLikely(text);
};

/** Emits the domain that the name read last is; its end, 0 when it is none. */
export const readDomain = (text: string): number => {
  if (!readHostName(text) || !isMeant(text)) return 0;
  // `user.name@host`: the local part of an address, whatever it looks like; `host@80` is WebDAV's port.
  if (codeAt(text, host.end) === 64 && !/^@(?:\d|SSL\b)/.test(text.slice(host.end, host.end + 5))) return 0;
  if ((bitsAt(text, host.end) & NAME) !== 0 && host.end !== name.end && !/[-_]/.test(text.charAt(host.end)))
    return 0;
  // A hash that is the first part of the name was one too early.
  withdrawFrom(host.start);
  emit('domain', host.value, host.start, host.end);
  return host.end;
};
