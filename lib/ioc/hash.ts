import type { Kind } from './kind';
import { emit } from './sink';

/** Hash kinds by the number of hexadecimal digits. */
const kindOf: Record<number, Kind> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' };

export const isHashLength = (length: number): boolean =>
  length === 32 || length === 40 || length === 64 || length === 128;

/**
 * Emits the hash that fills `start` to `end`, a whole word; false when it is none. One digit repeated is a
 * placeholder or a rule, not a hash.
 */
export const readHash = (text: string, start: number, end: number): boolean => {
  const kind = kindOf[end - start];
  if (kind === undefined) return false;
  const first = text.charCodeAt(start);
  let upper = false;
  let differs = false;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c !== first) differs = true;
    if (c < 58) {
      if (c < 48) return false;
    } else if (c < 71) {
      if (c < 65) return false;
      upper = true;
    } else if (c < 97 || c > 102) return false;
  }
  if (!differs) return false;
  const value = text.slice(start, end);
  emit(kind, upper ? value.toLowerCase() : value, start, end);
  return true;
};
