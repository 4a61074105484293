import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { consoles } from '../../lib/consoles';
import { consoleSchema } from '../../lib/consoles/schema';

const folder = 'lib/consoles';
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

it('every data file fits the schema, and is used', () => {
  for (const name of files) {
    const data: unknown = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
    expect(consoleSchema.safeParse(data).error, name).toBeUndefined();
    expect(consoles, name).toContainEqual(data);
  }
  expect(consoles).toHaveLength(files.length);
});

it('the page documentation lists every console', () => {
  const text = readFileSync('docs/page.md', 'utf8');
  for (const { name } of consoles) expect(text, name).toContain(`| ${name} `);
});
