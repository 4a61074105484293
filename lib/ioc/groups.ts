import { codeAt } from './chars';
import { octet } from './quad';

/** Where the colon that starts at `i` ends, `[:]` being one; 0 when there is none. */
export const colonEnd = (text: string, i: number): number => {
  if (codeAt(text, i) === 58) return i + 1;
  return text.startsWith('[:]', i) ? i + 3 : 0;
};

const colon = '(?::|\\[:\\])';
const group = '[\\da-f]{1,4}';
const octets = `${octet}(?:(?:\\.|\\[\\.\\])${octet}){3}(?!\\d)`;
/** Groups and colons as far as they may be of one address, with an IPv4 address for the last two. */
const run = new RegExp(
  `(?:${colon}{2})?(?:${group}${colon}{1,2}){0,8}(?:${octets}|${group}(?![\\da-f]))?`,
  'iy',
);
/** Eight groups of two digits each are an EUI-64 or a serial number. */
const pairs = /^(?:[\da-f]{2}:){7}[\da-f]{2}$/i;

/** The address read last and where its text ends. */
export const address = { end: 0, value: '' };

/**
 * An IPv6 address as RFC 5952 writes it; empty when it is none (RFC 4291, section 2.2). The platform's own parser of
 * hosts knows; it writes the IPv4-mapped ones without dots, which section 5 asks for.
 */
const canonical = (written: string): string => {
  if (!URL.canParse(`http://[${written}]`)) return '';
  const value = new URL(`http://[${written}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(value) ?? [];
  if (high === undefined || low === undefined) return value;
  const number = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16);
  return `::ffff:${[24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.')}`;
};

/** Logs name the same addresses again and again; asking the platform is dear. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;

/** Reads the address at `start` into `address`; whether there is one. */
export const readAddress = (text: string, start: number): boolean => {
  run.lastIndex = start;
  const written = run.exec(text)?.[0].replace(/\[(.)\]/g, '$1') ?? '';
  address.end = run.lastIndex;
  if (!written.includes(':') || pairs.test(written)) return false;
  // A single colon at the end is of the sentence.
  const trimmed = /[^:]:$/.test(written) ? written.slice(0, -1) : written;
  if (trimmed !== written) address.end -= codeAt(text, address.end - 1) === 58 ? 1 : 3;
  let value = known.get(trimmed);
  if (value === undefined) {
    if (known.size > MOST_KNOWN) known.clear();
    value = canonical(trimmed);
    known.set(trimmed, value);
  }
  address.value = value;
  return value !== '';
};

/** The eight groups of an address in canonical form. */
export const groupsOf = (value: string): readonly number[] => {
  const plain = value.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...[a, b, c, d]: string[]) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((part) => part.toString(16)).join(':'),
  );
  const [before = [], after = []] = plain
    .split('::')
    .map((half) => half.split(':').filter((part) => part !== ''));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].map((part) => Number.parseInt(part, 16));
};
