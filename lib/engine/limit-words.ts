import type { Limit } from '../core/plugin';

const units: readonly (readonly [milliseconds: number, word: string])[] = [
  [604_800_000, 'week'],
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
];

/** "4 a minute", "100 a month", "500 a day", "10 in 5 minutes". */
export function limitWords({ requests, per }: Limit): string {
  if (per === 'day' || per === 'month') return `${requests} a ${per}`;
  const [size, word] = units.find(([size]) => per >= size) ?? [1000, 'second'];
  return per === size
    ? `${requests} a${word === 'hour' ? 'n' : ''} ${word}`
    : `${requests} in ${Number((per / size).toFixed(1))} ${word}s`;
}
