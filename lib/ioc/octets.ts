import { bitsAt, codeAt, DIGIT } from './chars';
import { endOf, startOf } from './name';

/**
 * Whether `start` to `end` is a decimal octet without leading zero: programs disagree whether `010` is eight or ten
 * (RFC 6943, section 3.1.1).
 */
export const isOctet = (text: string, start: number, end: number): boolean => {
  const length = end - start;
  if (length < 1 || length > 3) return false;
  let value = 0;
  for (let i = start; i < end; i++) {
    if ((bitsAt(text, i) & DIGIT) === 0) return false;
    value = value * 10 + codeAt(text, i) - 48;
  }
  return value < 256 && (length === 1 || codeAt(text, start) !== 48);
};

/** Whether the labels from `first` of the name read last are an address whose last octet ends at `end`. */
export const isAddress = (text: string, first: number, end: number): boolean =>
  isOctet(text, startOf(first), endOf(first)) &&
  isOctet(text, startOf(first + 1), endOf(first + 1)) &&
  isOctet(text, startOf(first + 2), endOf(first + 2)) &&
  isOctet(text, startOf(first + 3), end);
