import { codeAt, bitsAt, DIGIT, LETTER, NAME, UPPER } from './chars';
import { emit } from './sink';

/** The largest autonomous system number (RFC 6793). */
const LARGEST = 4_294_967_295;

const isUpper = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if ((bitsAt(text, i) & UPPER) === 0) return false;
  return true;
};

/** Whether the word before is in capitals too, as in a heading: `JUST AS 2014`. */
const isShouted = (text: string, start: number): boolean => {
  const before = codeAt(text, start - 2);
  return codeAt(text, start - 1) === 32 && (bitsAt(text, start - 2) & UPPER) !== 0 && before > 0;
};

/**
 * Emits the autonomous system number whose prefix, `AS` or `ASN`, starts at `start`, a word's start; its end, 0 when
 * there is none. `AS 64500` needs capitals, because "as 2014" is prose; a bare `as` needs three digits.
 */
export const readAsn = (text: string, start: number): number => {
  if ((codeAt(text, start + 1) | 32) !== 115) return 0;
  const named = (codeAt(text, start + 2) | 32) === 110;
  const prefix = start + (named ? 3 : 2);
  const from = codeAt(text, prefix) === 32 ? prefix + 1 : prefix;
  const spaced = from !== prefix;
  let end = from;
  while (end < from + 11 && (bitsAt(text, end) & DIGIT) !== 0) end++;
  const digits = end - from;
  if (digits < 1 || digits > 10 || codeAt(text, from) === 48) return 0;
  const capitals = isUpper(text, start, prefix);
  if (!named && !capitals && (spaced || digits < 3)) return 0;
  if (!named && (digits < 2 || (spaced && (digits < 3 || isShouted(text, start))))) return 0;
  const before = codeAt(text, start - 1);
  if (before === 46 || before === 45 || before === 95) return 0;
  const next = codeAt(text, end);
  if ((bitsAt(text, end) & LETTER) !== 0 || next === 95) return 0;
  if (next === 46 && (bitsAt(text, end + 1) & NAME) !== 0) return 0;
  const value = Number(text.slice(from, end));
  // The machine, not the network.
  if (value > LARGEST || (value === 400 && !named)) return 0;
  emit('asn', `AS${value}`, start, end);
  return end;
};
