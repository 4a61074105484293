import { is, smallAt, WORD } from './chars';
import { isAlone, wordBefore } from './context';
import { toAscii } from './idn';
import { emit, withdrawFrom } from './sink';
import { byteAt, matchAt, text } from './source';
import { NOT_A_TLD, tldLevel } from './tld';
import { HOST_WORD, PROSE_WORD, wordBits } from './words';

/** `name at`, `name [at]` before a host, and no more of the text than that can take. */
const mailbox = /([a-z\d_][\w.%+-]{0,63})(?:[ /]at[ /]|[ /]?[[({]at[\])}] ?)$/i;
const LONGEST_MAILBOX = 80;
const T = 116;

/**
 * Emits the address whose host, `value`, stands from `host` to `end` when `name at` comes before it; whether it did. Words
 * of prose before `at` are no mailbox: `hosted at`, `seen at`.
 */
export const readMailbox = (host: number, end: number, value: string): boolean => {
  if (smallAt(host - 2) !== T && smallAt(host - 3) !== T) return false;
  const before = text.slice(Math.max(0, host - LONGEST_MAILBOX), host);
  const [whole, name = ''] = mailbox.exec(before) ?? [];
  if (whole === undefined || /ed$/i.test(name)) return false;
  const start = host - whole.length;
  if ((wordBits(start, start + name.length) & PROSE_WORD) !== 0) return false;
  withdrawFrom(start);
  emit('email', `${name}@${value}`, start, end);
  return true;
};

/** The label before the word `dot`, and those behind it, each before the next `dot`. */
const firstLabel = /[\w-]+(?=[ /]$)/;
const otherLabels = /(?:dot[ /][\w-]+(?:[ /](?=dot[ /]))?){1,8}/iy;

/**
 * The word `dot` stands at `dot`: emits the domain or address around it, `example dot com`, `name at example dot com`;
 * where to go on, 0 when it is prose. A domain asks for more than the word: two of them, a digit or dash in the name, a
 * word that announces a host, or a line to itself.
 */
export const readSpoken = (dot: number, floor: number): number => {
  const [others] = matchAt(otherLabels, dot);
  if (others === undefined) return 0;
  const end = dot + others.trimEnd().length;
  let tld = end;
  while (is(tld - 1, WORD) || byteAt(tld - 1) === 45) tld--;
  if (tldLevel(tld, end) === NOT_A_TLD) return tld;
  const first = firstLabel.exec(text.slice(Math.max(floor, dot - 64), dot))?.[0];
  if (first === undefined) return 0;
  const start = dot - 1 - first.length;
  const written = text.slice(start, end).replaceAll(/[ /]dot[ /]/gi, '.');
  const [value, level] = toAscii(written);
  if (level === NOT_A_TLD) return 0;
  if (readMailbox(start, end, value)) return end;
  const isMeant =
    /\..*\.|[\d-]/.test(written) || (wordBefore(start) & HOST_WORD) !== 0 || isAlone(start, end);
  if (!isMeant) return 0;
  emit('domain', value, start, end);
  return end;
};
