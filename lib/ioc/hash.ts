import { codeAt, bitsAt, HEX } from './chars';
import type { Kind } from './kind';
import { emit } from './sink';

/** Hash kinds by the number of hexadecimal digits. */
const kindOf: Record<number, Kind> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' };

export const isHashLength = (length: number): boolean =>
  length === 32 || length === 40 || length === 64 || length === 128;

const isHex = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if ((bitsAt(text, i) & HEX) === 0) return false;
  return true;
};

/** One digit repeated is a placeholder or a rule, not a hash. */
const isMonotone = (text: string, start: number, end: number): boolean => {
  const first = codeAt(text, start);
  for (let i = start + 1; i < end; i++) if (codeAt(text, i) !== first) return false;
  return true;
};

/** Emits the hash that fills `start` to `end`, a whole word; false when it is none. */
export const readHash = (text: string, start: number, end: number): boolean => {
  const kind = kindOf[end - start];
  if (kind === undefined || !isHex(text, start, end) || isMonotone(text, start, end)) return false;
  emit(kind, text.slice(start, end).toLowerCase(), start, end);
  return true;
};
