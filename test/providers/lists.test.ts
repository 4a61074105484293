import { describe, expect, test } from 'vitest';
import type { ListFile } from '../../lib/core/plugin';
import { downloads } from './downloads';
import { readBody } from '../../lib/core/read-body';
import { providers } from '../../lib/registry';
import { readRecorded, recorded } from '../recorded';
import type { ListCase } from './list-case';

const found = import.meta.glob<ListCase>('./*.list.ts', { eager: true, import: 'default' });
const cases = new Map(
  Object.entries(found).map(([path, one]) => [path.slice(2, -'.list.ts'.length), one] as const),
);
const sources = providers.filter(downloads);

test('every source that downloads lists has its cases', () => {
  expect([...cases.keys()].sort()).toEqual(sources.map(({ id }) => id).sort());
});

/** Reads a body as the engine does; null where it is refused. */
async function read(file: ListFile, body: string) {
  const response = new Response(body, { status: 200 });
  const answer = await readBody(response, 'host', 1e9, new AbortController().signal);
  const reading = answer.ok ? file.read(answer.value) : answer;
  if (!reading.ok) return { failure: reading.failure };
  const all = [...reading.value];
  const entries = all.filter((entry) => entry !== null);
  return { entries, skipped: all.length - entries.length };
}

describe.each(sources)('$id', (provider) => {
  const one = cases.get(provider.id) ?? expect.fail('no case');
  const files = provider.files(provider.settings.parse({}));
  const named = (name: string) => files.find((file) => file.name === name) ?? expect.fail(`no file ${name}`);

  test('names hosts that the browser is asked for, and never asks in vain', () => {
    for (const { url, every, atMost, oldAfter } of files) {
      expect(new URL(url).protocol).toBe('https:');
      expect(provider.origins(provider.settings.parse({}))).toContain(`${new URL(url).origin}/*`);
      expect([every >= atMost, oldAfter > every]).toEqual([true, true]);
    }
    for (const kind of provider.kinds) expect(files.some(({ kinds }) => kinds.includes(kind))).toBe(true);
  });

  test.each(Object.entries(one.refuses).flatMap(([file, all]) => all.map((body) => [file, body] as const)))(
    'takes nothing of %s where it is %j',
    async (file, body) => {
      const { entries = [], skipped = 0, failure } = await read(named(file), body);
      // What the engine refuses by itself: nothing in it, or more refused than understood.
      if (failure === undefined) expect(entries.length === 0 || entries.length < skipped).toBe(true);
      else expect(failure.message).toMatch(/\. .+\.$/);
    },
  );

  test.each(one.reading)('reads $entries of a $file with $skipped lines that are none', async (given) => {
    const { entries = [], skipped } = await read(named(given.file), given.body);
    expect([...new Set(entries.map(({ ioc }) => ioc.value))]).toEqual(given.entries);
    expect(skipped).toBe(given.skipped);
  });

  test.skipIf(recorded === undefined).each(one.recorded ?? [])('reads the recorded $file', async (given) => {
    const { entries = [], skipped } = await read(named(given.of), readRecorded(given.file));
    expect([entries.map(({ ioc }) => ioc.value), skipped]).toEqual([given.entries, 0]);
  });
});
