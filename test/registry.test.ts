import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isLocal, type Shape } from '../lib/core/plugin';
import { providers, trackers } from '../lib/registry';

const root = join(import.meta.dirname, '..');

/** Ids of the plug-ins in a folder: one file each; their parts lie in folders of their own. */
const inFolder = (folder: string): string[] =>
  readdirSync(join(root, 'lib', folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ name }) => name.replace(/\.ts$/, ''))
    .sort();

/** Ids in the first column of the tables below a heading: | `id` | … */
function inTable(file: string, heading: string): string[] | null {
  const text = readFileSync(join(root, file), 'utf8');
  const section = new RegExp(`^#+ ${heading}$([^]*?)(?=^#|(?![^]))`, 'm').exec(text)?.[1];
  return section === undefined
    ? null
    : [...section.matchAll(/^\| *`([a-z0-9-]+)` *\|/gm)].map(([, id = '']) => id).sort();
}

describe.each([
  ['providers', 'Sources', 'docs/sources.md', providers] as const,
  ['trackers', 'Trackers', 'docs/trackers.md', trackers] as const,
])('lib/%s', (folder, heading, document, listed) => {
  const plugins: readonly { readonly id: string; readonly settings: Shape }[] = listed;
  const ids = plugins.map(({ id }) => id).sort();

  test('each file is a plug-in in the registry, and its name is its id', async () => {
    expect(ids).toEqual(inFolder(folder));
    for (const plugin of plugins) {
      const module = (await import(`../lib/${folder}/${plugin.id}.ts`)) as { default: unknown };
      expect(module.default).toBe(plugin);
    }
  });

  test('the README and the documentation list the same', () => {
    expect(inTable('README.md', heading)).toEqual(ids);
    expect(inTable(document, heading)).toEqual(ids);
  });

  test.each(plugins)('$id can be drawn as a form, and its secrets are marked', ({ settings }) => {
    const form = z.toJSONSchema(settings, { io: 'input' }) as {
      properties?: Record<string, { secret?: boolean; title?: string }>;
    };
    for (const [name, field] of Object.entries(form.properties ?? {})) {
      expect(field.title, `${name} has no title`).toBeTruthy();
      if (/key|token|password|secret/i.test(name)) expect(field.secret, `${name} is not secret`).toBe(true);
    }
  });
});

test('no id is used twice, as settings and stored runs are keyed by it', () => {
  const ids = [...providers, ...trackers].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('on a fresh install only what tells nobody anything is on', () => {
  const on = providers.filter(({ onByDefault }) => onByDefault);
  expect(on.map(({ id }) => id)).toEqual(['local-lists', 'warning-lists']);
  expect(on.every((provider) => isLocal(provider) && provider.discloses.class === 'local')).toBe(true);
});
