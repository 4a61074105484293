import { expect, it } from 'vitest';
import safebrowsing from '../../lib/providers/safebrowsing';
import { searchAnswer } from '../lab/safe-browsing';
import { answer } from '../engine/sources';

const ioc = { kind: 'domain', value: 'host.example' } as const;
const context = { settings: { key: 'k', baseUrl: 'https://safebrowsing.example' }, now: 0, files: {} };

const read = (seconds: number) => {
  const got = answer(200);
  if (!got.ok) throw new Error('An answer is no failure.');
  return safebrowsing.read({ ...got.value, bytes: searchAnswer([], seconds) }, ioc, context);
};

it('an answer stays fresh as long as Safe Browsing says, and never beyond half an hour', () => {
  expect(read(300)).toMatchObject({ is: 'none', fresh: 300_000 });
  expect(read(42)).toMatchObject({ fresh: 42_000 });
  expect(read(0)).toMatchObject({ fresh: 0 });
  expect(read(86_400)).toMatchObject({ fresh: 1_800_000 });
});
