import type { OutcomeState } from '../core/outcome';
import type { Level } from '../core/verdict';
import type { Kind } from '../ioc';

/** What a mark can stand for: a level, an outcome, or no level at all. */
export type Standing = Level | OutcomeState | 'none';

const standings: Readonly<Record<Standing, string>> = {
  malicious: 'Malicious',
  suspicious: 'Suspicious',
  unknown: 'Unknown',
  benign: 'Benign',
  answered: 'Facts',
  'no-record': 'No record',
  failed: 'Failed',
  quota: 'Quota spent',
  withheld: 'Withheld',
  'not-configured': 'Not configured',
  running: 'Running',
  none: 'No verdict',
};

const kinds: Readonly<Record<Kind, string>> = {
  ipv4: 'IPv4',
  ipv6: 'IPv6',
  cidr: 'Range',
  domain: 'Domain',
  url: 'URL',
  email: 'Email',
  md5: 'MD5',
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha512: 'SHA-512',
  cve: 'CVE',
  asn: 'ASN',
};

export const standingWord = (standing: Standing): string => standings[standing];

export const kindWord = (kind: Kind): string => kinds[kind];

const units: readonly (readonly [seconds: number, word: string])[] = [
  [365 * 86_400, 'y'],
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/** How long ago, in one unit: "now" (under 10 s), "42 s", "4 min", "3 h", "39 d", "2 y". Never negative. */
export function ageWords(at: number, now: number): string {
  const seconds = Math.floor((now - at) / 1000);
  for (const [size, word] of units) if (seconds >= size) return `${Math.floor(seconds / size)} ${word}`;
  return seconds < 10 ? 'now' : `${seconds} s`;
}

/** The same for a moment to come: "in 4 min". A moment that has passed is "now". */
export function untilWords(at: number, now: number): string {
  const words = ageWords(now, at);
  return words === 'now' ? words : `in ${words}`;
}

// Made at first use: each takes milliseconds, and the page script starts in every frame.
let moment: Intl.DateTimeFormat | undefined;
let grouped: Intl.NumberFormat | undefined;

/** "20 Nov 2026, 14:09 UTC". */
export function momentWords(at: number): string {
  moment ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${moment.format(at)} UTC`;
}

/** "1,204". */
export function countWords(count: number): string {
  grouped ??= new Intl.NumberFormat('en-US');
  return grouped.format(count);
}

/** "1 IOC", "46 IOCs". */
export const manyWords = (count: number, one: string, many = `${one}s`): string =>
  `${countWords(count)} ${count === 1 ? one : many}`;

/** Keeps both ends of a long value: the end of a hash or a URL tells as much as its start. */
export function cutMiddle(value: string, most: number): string {
  if (value.length <= most) return value;
  const tail = Math.floor((most - 1) / 3);
  return `${value.slice(0, most - 1 - tail)}…${value.slice(-tail)}`;
}

/** "6 kB", "1.3 MB": decimal units, as the browser's own download list counts. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  const megabytes = bytes / 1_000_000;
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}
