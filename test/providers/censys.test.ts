import { expect, test } from 'vitest';
import { isLocal } from '../../lib/core/plugin';
import censys from '../../lib/providers/censys';

const provider = isLocal(censys) ? expect.fail('is asked') : censys;
const ioc = { kind: 'ipv4', value: '203.0.113.7' } as const;
const context = (settings: object, now = Date.UTC(2026, 11, 24)) => ({
  settings: provider.settings.parse({ key: 'pat', ...settings }),
  now,
  files: {},
});

test('a free account names no organization', () => {
  expect(provider.request(ioc, context({}))).toMatchObject({
    url: 'https://api.platform.censys.io/v3/global/asset/host/203.0.113.7',
  });
});

test.each([
  [402, '{"title":"Payment Required"}'],
  [403, '{"title":"Forbidden","detail":"Your credit balance is 0"}'],
])('spent credits (%i) come back with the next month, in the next year too', (status, text) => {
  const answer = {
    status,
    text,
    headers: new Headers(),
    bytes: new Uint8Array(),
    json: () => ({ ok: true, value: JSON.parse(text) as unknown }) as const,
  };
  expect(provider.read(answer, ioc, context({}))).toMatchObject({
    is: 'failure',
    failure: { code: 'quota', retryAt: Date.UTC(2027, 0, 1) },
  });
});

test('the month is as long as the credits of the plan allow', () => {
  expect(provider.limitsBy?.(provider.settings.parse({ perMonth: 5000 }))).toEqual([
    { requests: 5000, per: 'month' },
  ]);
});
