import { bitsAt, codeAt, LOCAL, NAME } from './chars';
import { isAlone, wordBefore } from './context';
import { toAscii } from './idn';
import { labelStart } from './name';
import { emit, withdrawFrom } from './sink';
import { NOT_A_TLD, tldLevel } from './tld';
import { hostWords, proseWords } from './words';

/** More words `dot` than this are no host; the bound keeps `dot dot dot` linear. */
const MOST_DOTS = 8;

const isBlank = (c: number): boolean => c === 32 || c === 47;
const isOpen = (c: number): boolean => c === 91 || c === 40 || c === 123;
const isClose = (c: number): boolean => c === 93 || c === 41 || c === 125;

/** Where the word `at` before `host`, plain or in brackets, starts; -1 when there is none. */
const atStart = (text: string, host: number): number => {
  const spaced = isBlank(codeAt(text, host - 1));
  let at = spaced ? host - 1 : host;
  const closed = isClose(codeAt(text, at - 1));
  if (closed) at--;
  at -= 2;
  if (text.slice(Math.max(0, at), at + 2).toLowerCase() !== 'at') return -1;
  if (closed) return isOpen(codeAt(text, at - 1)) ? at - 1 : -1;
  return spaced && isBlank(codeAt(text, at - 1)) ? at : -1;
};

/**
 * Emits the address whose host, `value`, stands from `host` to `end` when `name at` comes before it; whether it did. Words
 * of prose before `at` are no mailbox: `hosted at`, `seen at`.
 */
export const readMailbox = (text: string, host: number, end: number, value: string): boolean => {
  const at = atStart(text, host);
  if (at < 0) return false;
  const local = isBlank(codeAt(text, at - 1)) ? at - 1 : at;
  let start = local;
  while (start > local - 64 && (bitsAt(text, start - 1) & LOCAL) !== 0) start--;
  const word = text.slice(start, local);
  if (!/^[a-z\d_]/i.test(word) || /ed$/i.test(word) || proseWords.has(word.toLowerCase())) return false;
  withdrawFrom(start);
  emit('email', `${word}@${value}`, start, end);
  return true;
};

const isDotWord = (text: string, at: number): boolean =>
  isBlank(codeAt(text, at - 1)) &&
  isBlank(codeAt(text, at + 3)) &&
  text.slice(at, at + 3).toLowerCase() === 'dot';

/**
 * The word `dot` stands at `dot`: emits the domain or address around it, `example dot com`, `name at example dot com`;
 * where to go on, 0 when it is prose. A domain asks for more than the word: two of them, a digit or dash in the name, a
 * word that announces a host, or a line to itself.
 */
export const readSpoken = (text: string, dot: number, floor: number): number => {
  if (!isDotWord(text, dot)) return 0;
  const start = labelStart(text, dot - 1, floor);
  if (start === dot - 1) return 0;
  let written = text.slice(start, dot - 1);
  let end = dot - 1;
  let dots = 0;
  while (dots < MOST_DOTS && isDotWord(text, end + 1)) {
    let after = end + 5;
    while ((bitsAt(text, after) & NAME) !== 0) after++;
    if (after === end + 5) break;
    written += `.${text.slice(end + 5, after)}`;
    end = after;
    dots++;
  }
  const value = dots > 0 && written.length < 254 ? toAscii(written) : undefined;
  if (value === undefined || tldLevel(value, value.lastIndexOf('.') + 1, value.length) === NOT_A_TLD)
    return 0;
  if (readMailbox(text, start, end, value)) return end;
  const isMeant =
    dots > 1 || /[\d-]/.test(written) || hostWords.has(wordBefore(text, start)) || isAlone(text, start, end);
  if (!isMeant) return 0;
  emit('domain', value, start, end);
  return end;
};
