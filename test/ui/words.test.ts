import { expect, test } from 'vitest';
import { ageWords, cutMiddle, manyWords, momentWords, sizeWords, untilWords } from '../../lib/ui/words';

const now = Date.UTC(2026, 10, 20, 14, 12, 7);
const ago = (seconds: number) => ageWords(now - seconds * 1000, now);

test('an age is told in one unit', () => {
  expect([0, 9, 10, 59, 60, 3599, 3600, 86_399, 86_400, 39 * 86_400, 800 * 86_400].map(ago)).toEqual([
    'now',
    'now',
    '10 s',
    '59 s',
    '1 min',
    '59 min',
    '1 h',
    '23 h',
    '1 d',
    '39 d',
    '2 y',
  ]);
});

test('a clock that runs ahead gives "now", never a negative age', () => {
  expect(ageWords(now + 90_000, now)).toBe('now');
});

test('a moment to come is told as a distance, a passed one as now', () => {
  expect(untilWords(now + 120_000, now)).toBe('in 2 min');
  expect(untilWords(now - 120_000, now)).toBe('now');
});

test('moments name UTC', () => {
  expect(momentWords(now)).toBe('20 Nov 2026, 14:12 UTC');
});

test('a long value keeps both its ends and the asked length', () => {
  const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
  const cut = cutMiddle(hash, 36);
  expect(cut).toHaveLength(36);
  expect(hash.startsWith(cut.slice(0, 20))).toBe(true);
  expect(cut.endsWith('b0f00a08')).toBe(true);
  expect(cutMiddle('203.0.113.77', 36)).toBe('203.0.113.77');
});

test('counts are grouped and agree with their noun', () => {
  expect(manyWords(1, 'IOC')).toBe('1 IOC');
  expect(manyWords(1204, 'IOC')).toBe('1,204 IOCs');
  expect(manyWords(0, 'entry', 'entries')).toBe('0 entries');
});

test('sizes use decimal units', () => {
  expect([12, 6_200, 1_340_000, 200_000_000].map(sizeWords)).toEqual(['12 B', '6 kB', '1.3 MB', '200 MB']);
});
