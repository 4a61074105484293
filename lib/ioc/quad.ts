import { bytes } from './source';

/**
 * The value of a decimal octet without leading zero that fills `start` to `end`, -1 when it is none: programs disagree
 * whether `010` is eight or ten (RFC 6943, section 3.1.1).
 */
export const octetAt = (start: number, end: number): number => {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] as number) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  const hasZero = end > start + 1 && bytes[start] === 48;
  return end <= start || end > start + 3 || hasZero || value > 255 ? -1 : value;
};
