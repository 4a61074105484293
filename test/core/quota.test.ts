import { expect, test } from 'vitest';
import { apiLimits } from '../../lib/core/quota';

const read = (header?: string) =>
  apiLimits({
    status: 200,
    headers: new Headers(header === undefined ? {} : { 'api-limits': header }),
    text: '',
    bytes: new Uint8Array(),
    json: () => ({ ok: true, value: null }),
  });

test('what a key of Hybrid Analysis has left is read for each window', () => {
  const header = { limits: { minute: 5, hour: 200 }, used: { minute: 2, hour: 200 }, limit_reached: true };
  expect(read(JSON.stringify(header))).toEqual([
    { per: 60_000, of: 5, left: 3 },
    { per: 3_600_000, of: 200, left: 0 },
  ]);
});

test.each([
  undefined,
  '',
  'null',
  '[]',
  '{"limits":',
  '{"limits":{},"used":{}}',
  '{"limits":{"minute":5}}',
  '{"limits":{"minute":"5"},"used":{"minute":1}}',
  '{"limits":{"fortnight":5},"used":{"fortnight":1}}',
])('%s tells nothing', (header) => {
  expect(read(header)).toEqual([]);
});
