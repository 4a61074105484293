import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { configurationSchema } from '../lib/settings';

test('the published schema is the one in force', async () => {
  const schema = z.toJSONSchema(configurationSchema, { io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../docs/configuration.schema.json',
  );
});

test('the documentation names every setting of the schema', () => {
  const text = readFileSync('docs/configuration.md', 'utf8');
  const { properties = {} } = z.toJSONSchema(configurationSchema, { io: 'input' });
  const names = Object.keys(properties);
  for (const [name, schema] of Object.entries(properties)) {
    // What is described on a page of its own (described sources) is named as a whole.
    if (typeof schema === 'boolean' || name === 'customSources') continue;
    const { items } = schema;
    const isList = items !== undefined && !Array.isArray(items) && typeof items !== 'boolean';
    names.push(...Object.keys((isList ? items : schema).properties ?? {}));
  }
  expect(names).toContain('formFields');
  for (const name of names.filter((each) => each !== 'version' && each !== 'on')) {
    expect(text, name).toMatch(new RegExp(`[\`.]${name}[\`.[]|"${name}"`));
  }
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
