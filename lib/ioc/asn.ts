import { emit } from './sink';
import { matchAt, text } from './source';

/** The largest autonomous system number (RFC 6793). */
const LARGEST = 4_294_967_295;

const form = /(asn?)( ?)([1-9]\d{0,9})(?![\da-z_]|\.[\w-])/iy;

/** Whether `AS` before a number may be the word: in small letters, or in a heading such as `JUST AS 2014`. */
const isProse = (start: number, blank: boolean): boolean =>
  !text.startsWith('AS', start) ? blank : blank && /[A-Z] $/.test(text.slice(Math.max(0, start - 2), start));

/**
 * Emits the autonomous system number whose prefix, `AS` or `ASN`, starts at `start`, a word's start.
 * Without the N, one digit is a product (`AS2`), two need capitals, and 400 is the machine.
 */
export const readAsn = (start: number): void => {
  const [, prefix = '', blank = '', digits = ''] = matchAt(form, start);
  const value = Number(digits);
  if (value === 0 || value > LARGEST || '.-_'.includes(text.charAt(start - 1) || ' ')) return;
  if (prefix.length === 2) {
    const least = prefix === 'AS' && blank === '' ? 2 : 3;
    if (digits.length < least || value === 400 || isProse(start, blank !== '')) return;
  }
  emit('asn', `AS${value}`, start, form.lastIndex);
};
