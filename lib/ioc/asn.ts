import { emit } from './sink';

/** The largest autonomous system number (RFC 6793). */
const LARGEST = 4_294_967_295;

const form = /(asn?)( ?)([1-9]\d{0,9})(?![\da-z_]|\.[\w-])/iy;

/** Whether `AS` before a number may be the word: in small letters, or in a heading such as `JUST AS 2014`. */
const isProse = (text: string, start: number, blank: boolean): boolean =>
  !text.startsWith('AS', start) ? blank : blank && /[A-Z] $/.test(text.slice(Math.max(0, start - 2), start));

/**
 * Emits the autonomous system number whose prefix, `AS` or `ASN`, starts at `start`, a word's start; its end, 0 when
 * there is none. Without the N, one digit is a product (`AS2`), two need capitals, and 400 is the machine.
 */
export const readAsn = (text: string, start: number): number => {
  form.lastIndex = start;
  const [, prefix = '', blank = '', digits = ''] = form.exec(text) ?? [];
  const value = Number(digits);
  if (value === 0 || value > LARGEST || '.-_'.includes(text.charAt(start - 1) || ' ')) return 0;
  if (prefix.length === 2) {
    const least = prefix === 'AS' && blank === '' ? 2 : 3;
    if (digits.length < least || value === 400 || isProse(text, start, blank !== '')) return 0;
  }
  emit('asn', `AS${value}`, start, start + prefix.length + blank.length + digits.length);
  return start + prefix.length + blank.length + digits.length;
};
