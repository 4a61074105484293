import { expect, test } from 'vitest';
import type { HttpAnswer } from '../../lib/core/http';
import xforce from '../../lib/providers/xforce';

const settings = xforce.settings.parse({ key: 'k', password: 'p' });
const spent: HttpAnswer = {
  status: 402,
  headers: { get: () => null },
  text: '',
  bytes: new Uint8Array(),
  json: () => expect.fail('an empty body is not looked at'),
};
const read = (now: number) =>
  xforce.read(spent, { kind: 'ipv4', value: '203.0.113.7' }, { settings, now, files: {} });

test('a spent month is over on the first of the next, at the end of a year too', () => {
  expect(read(Date.UTC(2026, 10, 24, 2))).toMatchObject({
    failure: { code: 'quota', retryAt: Date.UTC(2026, 11, 1) },
  });
  expect(read(Date.UTC(2026, 11, 31, 23, 59))).toMatchObject({
    failure: { code: 'quota', retryAt: Date.UTC(2027, 0, 1) },
  });
});

test('a key without its password is not asked with', () => {
  expect(xforce.missing({ ...settings, password: '' })).toBe('Needs the password that belongs to the key.');
});
