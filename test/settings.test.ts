import { expect, test } from 'vitest';
import { z } from 'zod';
import { configurationSchema } from '../lib/settings';

test('the published schema is the one in force', async () => {
  const schema = z.toJSONSchema(configurationSchema, { io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../docs/configuration.schema.json',
  );
});

test('an empty document is a complete configuration that asks nobody about internal things', () => {
  expect(configurationSchema.parse({})).toMatchObject({
    sites: [],
    investigations: { tracker: null, automatic: false, perHour: 10 },
    opsec: { tlp: 'green', askReserved: false },
  });
});

test('a site with a path, a wildcard or another scheme is refused', () => {
  for (const origin of ['https://a.example/', 'https://*', 'ftp://a.example', 'a.example']) {
    expect(configurationSchema.safeParse({ sites: [{ origin }] }).success, origin).toBe(false);
  }
});

test('an unknown field is named instead of dropped', () => {
  const parsed = configurationSchema.safeParse({ invesigations: {} });
  expect(parsed.error?.issues[0]?.message).toContain('invesigations');
});
