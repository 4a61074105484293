import { expect, test } from 'vitest';
import type { HttpAnswer } from '../../lib/core/http';
import { refusal } from '../../lib/core/refusal';
import { retryAfter } from '../../lib/core/retry-after';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);
const minute = 60_000;

const answer = (status: number, header: string | null = null): HttpAnswer => ({
  status,
  headers: { get: (name) => (name === 'Retry-After' ? header : null) },
  text: '',
  bytes: new Uint8Array(),
  json: () => ({ ok: true, value: null }),
});

test.each([
  ['120', now + 2 * minute],
  ['0', now],
  ['Tue, 24 Nov 2026 12:05:00 GMT', now + 5 * minute],
  ['Tuesday, 24-Nov-26 12:05:00 GMT', now + 5 * minute],
  ['Mon, 23 Nov 2026 12:00:00 GMT', now],
  ['999999999999', now + 7 * 24 * 60 * minute],
  [null, undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['2026', now + 2026 * 1000],
])('Retry-After %j is understood as %s', (header, at) => {
  expect(retryAfter(header, now)).toBe(at);
});

test.each([
  [401, null, 'refused'],
  [403, null, 'refused'],
  [407, null, 'refused'],
  [429, null, 'limited'],
  [429, '120', 'limited'],
  [429, '29241', 'quota'],
  [500, null, 'server'],
  [503, '30', 'server'],
  [400, null, 'rejected'],
  [410, null, 'rejected'],
])('status %i with Retry-After %s is %s', (status, header, code) => {
  expect(refusal(answer(status, header), 'X', now)?.code).toBe(code);
});

test.each([200, 201, 204, 404, 422])('status %i is for the source itself to read', (status) => {
  expect(refusal(answer(status), 'X', now)).toBeNull();
});

test('a 429 without a time is asked again after a minute', () => {
  expect(refusal(answer(429), 'X', now)?.retryAt).toBe(now + minute);
});
