import { createHash } from 'node:crypto';
import type { Ioc, Kind } from '../../lib/ioc';
import { indicators } from '../lab/indicators';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** How many of each kind: 780 for the tightest budget, so that it fills once and starts anew once. */
const counts: readonly (readonly [Kind, number])[] = [
  ['ipv4', 330],
  ['domain', 200],
  ['sha256', 180],
  ['md5', 70],
  ['cve', 220],
];

const valueOf: Partial<Record<Kind, (nth: number) => string>> = {
  ipv4: (nth) => `45.155.${Math.floor(nth / 250)}.${(nth % 250) + 1}`,
  domain: (nth) => `load-${nth}.example`,
  sha256: (nth) => sha256(`load ${nth}`),
  md5: (nth) => createHash('md5').update(`load ${nth}`).digest('hex'),
  cve: (nth) => `CVE-2026-${10_000 + nth}`,
};

/** 1,000 different IOCs, mixed as a paste is: first what the lab knows, then what nobody has seen. */
export const thousand: readonly Ioc[] = counts
  .flatMap(([kind, count]) => {
    const known = indicators.filter((one) => one.kind === kind).map(({ value }) => value);
    const made = Array.from({ length: count }, (_, nth) => valueOf[kind]?.(nth) ?? '');
    return [...known, ...made].slice(0, count).map((value) => ({ kind, value }));
  })
  .toSorted((a, b) => (sha256(a.value) < sha256(b.value) ? -1 : 1));
