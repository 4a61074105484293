import { CLOSER, EDGE, GAP, OPENER, WORD } from './classes';
import { is, isWord, runEnd } from './chars';
import { isAfter, isAlone } from './context';
import { localStart } from './email';
import { octetAt } from './quad';
import { emit, withdrawFrom } from './sink';
import { text } from './source';
import { tldLevel } from './tld';
import { HOST_WORD, NOT_A_TLD, PROSE_WORD } from './marks';
import { isMarked } from './words';

/** The end of the local part before `at`, between blanks or in brackets, before the host at `host`; -1 when there is none. */
export const localEnd = (host: number): number => {
  const hasGap = is(host - 1, GAP);
  const end = hasGap ? host - 1 : host;
  if (isWord('at', end - 2)) return hasGap && is(end - 3, GAP) ? end - 3 : -1;
  if (!isWord('at', end - 3) || !is(end - 1, CLOSER) || !is(end - 4, OPENER)) return -1;
  return is(end - 5, GAP) ? end - 5 : end - 4;
};

/**
 * Emits the address whose host, `value`, stands from `host` to `end` when `name at` comes before it; whether it did. Words
 * of prose before `at` are no mailbox: `hosted at`, `seen at`.
 */
export const readMailbox = (host: number, end: number, value: string): boolean => {
  const local = localEnd(host);
  const start = local < 0 ? local : localStart(local);
  if (start === local || isWord('ed', local - 2) || isMarked(start, local, PROSE_WORD)) return false;
  withdrawFrom(start);
  emit('email', `${text.slice(start, local)}@${value}`, start, end);
  return true;
};

/** Of a label (RFC 1035, section 2.3.4). What is spoken is no longer before its last label either. */
const LONGEST_LABEL = 63;

/**
 * The word `dot` stands at `dot`: emits the domain or address around it, `example dot com`, `name at example dot com`;
 * where to go on, 0 when it is prose. A domain asks for more than the word: two of them, a digit or dash in the name, a
 * word that announces a host, or a line to itself.
 */
export const readSpoken = (dot: number, floor: number): number => {
  let end = dot - 1;
  let tld = 0;
  let octets = 0;
  let name = '';
  while (end < dot + LONGEST_LABEL && is(end, GAP) && isWord('dot', end + 1) && is(end + 4, GAP)) {
    const at = runEnd(end + 5, WORD | EDGE, LONGEST_LABEL);
    if (at === end + 5) break;
    tld = end + 5;
    name += `.${text.slice(tld, at)}`;
    octets += octetAt(tld, at) < 0 ? 4 : 1;
    end = at;
  }
  if (tld === 0) return 0;
  let start = dot - 1;
  while (start > floor && start > dot - LONGEST_LABEL && is(start - 1, WORD | EDGE)) start--;
  if (start === dot - 1) return 0;
  const value = (text.slice(start, dot - 1) + name).toLowerCase();
  if (octets === 3 && octetAt(start, dot - 1) >= 0) emit('ipv4', value, start, end);
  if (tldLevel(tld, end) === NOT_A_TLD) return tld;
  if (readMailbox(start, end, value)) return end;
  const isMeant = tld > dot + 4 || isAfter(start, HOST_WORD) || isAlone(start, end) || /[\d-]/.test(value);
  if (!isMeant) return 0;
  emit('domain', value, start, end);
  return end;
};
