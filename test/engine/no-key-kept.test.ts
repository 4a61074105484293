import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AskedProvider, isLocal } from '../../lib/core/plugin';
import { keyOf } from '../../lib/core/enrichment';
import { providers } from '../../lib/registry';
import { cases } from '../providers/cases';
import { answer } from './sources';
import { World } from './world';

const keyed = providers.flatMap((provider) => {
  const key = isLocal(provider) ? undefined : cases[provider.id]?.key;
  return key === undefined || isLocal(provider) ? [] : [{ id: provider.id, key, provider }];
});

/** A world with this source alone, told the settings of its case. */
function worldOf(provider: AskedProvider): World {
  const world = new World(provider);
  const settings = provider.settings.parse(cases[provider.id]?.settings('https://intel.example') ?? {});
  world.sources = world.sources.map((one) => ({ ...one, settings }));
  world.policy = { ...world.policy, opsec: { ...world.policy.opsec, askReserved: true } };
  return world;
}

/** Everything that is stored, keys of rows included, as one text. */
async function stored(): Promise<string> {
  const texts: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error('not opened')));
    });
    for (const store of db.objectStoreNames) {
      const rows = db.transaction(store).objectStore(store);
      for (const asking of [rows.getAll(), rows.getAllKeys()]) {
        texts.push(
          await new Promise((resolve) => {
            asking.addEventListener('success', () => resolve(JSON.stringify(asking.result)));
          }),
        );
      }
    }
    db.close();
  }
  return texts.join('\n');
}

const said: unknown[] = [];
for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  vi.spyOn(console, level).mockImplementation((...words) => void said.push(...words));
}
afterEach(() => void said.splice(0));

describe('a key stays out of every stored row, report and log, though the source repeats it', () => {
  it.each(keyed)('$id', async ({ id, key, provider }) => {
    for (const status of [200, 400, 401, 403, 404, 429, 500]) {
      const world = worldOf(provider);
      world.reply = ({ url, headers, body }) => {
        const echo = `${url} ${JSON.stringify(headers)} ${typeof body === 'string' ? body : ''}`;
        return answer(status, { error: echo, message: echo, detail: echo, title: echo, description: echo });
      };
      const ioc = cases[id]?.paths[0]?.[0] ?? provider.sample;
      await world.engine.askAlso(ioc, id);
      await world.until(() => world.sent.length > 0);
      await world.quiet();
      const rows = await stored();
      expect(rows).toContain(JSON.stringify(ioc.value));
      for (const told of [
        rows,
        JSON.stringify(await world.engine.report(keyOf(ioc))),
        JSON.stringify(said),
      ]) {
        expect(told).not.toContain(key);
        expect(told).not.toContain(encodeURIComponent(key));
        expect(told).not.toContain(btoa(key));
      }
    }
  });
});
