import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { externalId } from '../../lib/core/external-id';

test('the id is the start of SHA-256 over kind and value', async () => {
  const hash = createHash('sha256').update('domain|bücher.example').digest('hex');
  expect(await externalId({ kind: 'domain', value: 'bücher.example' })).toBe(
    `sightline-${hash.slice(0, 16)}`,
  );
});

test('the same value of another kind is another Investigation', async () => {
  const md5 = await externalId({ kind: 'md5', value: 'a'.repeat(32) });
  expect(await externalId({ kind: 'sha1', value: 'a'.repeat(32) })).not.toBe(md5);
});

test('a later Investigation of the same indicator is counted', async () => {
  const ioc = { kind: 'ipv4', value: '203.0.113.7' } as const;
  expect(await externalId(ioc, 2)).toBe(`${await externalId(ioc)}-2`);
  expect(await externalId(ioc, 1)).toBe(await externalId(ioc));
});
