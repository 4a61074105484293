import { afterEach, describe, expect, test, vi } from 'vitest';
import { keyOf } from '../../lib/core/enrichment';
import { send } from '../../lib/core/send';
import { providers } from '../../lib/registry';
import { look } from '../engine/shelves';
import { World } from '../engine/world';
import { downloads } from '../providers/downloads';
import type { ListCase } from '../providers/list-case';
import { type LabSource, type RunningSource, startSource } from './source';

const found = import.meta.glob<ListCase>('../providers/*.list.ts', { eager: true, import: 'default' });
const servers = import.meta.glob<LabSource>('./sources/*.ts', { eager: true, import: 'default' });
const sources = providers.filter(downloads);

const running: RunningSource[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((source) => source.stop()));
});

describe.each(sources)('$id of the lab', (provider) => {
  const one = found[`../providers/${provider.id}.list.ts`] ?? expect.fail('no case');
  const lab = servers[`./sources/${provider.id}.ts`] ?? expect.fail('no lab');

  async function start(more: Record<string, unknown> = {}) {
    const server = await startSource(lab);
    running.push(server);
    const world = new World();
    const settings = provider.settings.parse({ plainHttp: true, ...server.settings, ...more });
    world.sources = [{ provider, settings, version: '1', maxTlp: 'green' }];
    world.reply = (request) => send(fetch, request);
    void world.engine.resume();
    return { server, world };
  }

  /** Lets real requests come and go until every list of the source is here, or said why not. */
  async function settled(world: World, since = 0) {
    await vi.waitFor(async () => {
      await world.quiet(5);
      const states = await world.engine.files();
      expect(states.length).toBeGreaterThan(0);
      for (const { fetchedAt, why } of states)
        expect((fetchedAt ?? 0) > since || why !== undefined).toBe(true);
    }, 10_000);
    return world.engine.files();
  }

  test('gives its lists, and each indicator reads as it should', async () => {
    const { world } = await start();
    for (const { why, skipped } of await settled(world)) expect([why, skipped]).toEqual([undefined, 0]);
    await world.engine.enrich(
      one.reads.map(({ ioc }) => ioc),
      'panel',
    );
    await world.closed(...one.reads.map(({ ioc }) => keyOf(ioc)));
    for (const { ioc, level, summary } of one.reads) {
      const outcome = await world.outcome(keyOf(ioc), provider.id);
      if (level === 'none') expect([ioc, outcome]).toMatchObject([ioc, { state: 'no-record' }]);
      else expect([ioc, outcome]).toMatchObject([ioc, { state: 'answered', answer: { level } }]);
      if (summary !== undefined) expect(outcome).toMatchObject({ answer: { summary } });
    }
  });

  test('sends nothing twice to whoever has the newest, and learns nothing of indicators', async () => {
    const { world, server } = await start();
    const before = await settled(world);
    const first = server.requests.length;
    await world.pass(25 * 3_600_000);
    await world.engine.onAlarm('sightline-work');
    const after = await settled(world, before[0]?.fetchedAt ?? 0);
    expect(after.map(({ entries }) => entries)).toEqual(before.map(({ entries }) => entries));
    const [once, again] = [server.requests.slice(0, first), server.requests.slice(first)];
    expect([...new Set(once.map(({ status }) => status))]).toEqual([200]);
    expect([...new Set(again.map(({ status }) => status))]).toEqual([304]);
    expect(again.map(({ path }) => path)).toEqual(once.map(({ path }) => path));
  });

  test.each([
    { how: 'html' },
    { how: 'cut' },
    { how: 'drop' },
    { how: 'status', status: 500 },
    { how: 'status', status: 404 },
    { how: 'redirect', to: 'https://elsewhere.example/' },
    { how: 'oversize', bytes: 200_000_000 },
  ] as const)('that fails ($how) leaves the copy at hand in use, and says why', async (fault) => {
    const { world, server } = await start();
    const before = await settled(world);
    server.fail(fault);
    await world.pass(25 * 3_600_000);
    await world.engine.onAlarm('sightline-work');
    await vi.waitFor(async () => {
      await world.quiet(5);
      for (const { why } of await world.engine.files()) expect(why).toMatch(/\. .+\.$/);
    }, 20_000);
    const after = await world.engine.files();
    expect(after.map(({ entries, fetchedAt }) => [entries, fetchedAt])).toEqual(
      before.map(({ entries, fetchedAt }) => [entries, fetchedAt]),
    );
  });

  const { key } = lab.settings('http://127.0.0.1:1');

  test.runIf(key !== undefined)('refuses a wrong key, and no key is stored or shown', async () => {
    const wrong = await start({ key: 'wrong-key' });
    const [state] = await settled(wrong.world);
    expect(state).toMatchObject({ fetchedAt: null, why: expect.stringMatching(/403.*Check the key/) });
    const right = await start();
    const states = await settled(right.world);
    const rows = await look(async (db) =>
      JSON.stringify([await db.getAll('lists'), await db.getAll('listParts')]),
    );
    for (const said of [JSON.stringify(states), rows]) {
      expect(said).not.toContain(String(key));
      expect(said).not.toContain('wrong-key');
    }
  });

  test('refuses what is not documented', async () => {
    const { server } = await start();
    const [path = ''] = (provider.files?.(provider.settings.parse(server.settings)) ?? []).map(
      ({ url }) => new URL(url).pathname,
    );
    expect((await fetch(`${server.url}/no/such/address`)).status).toBe(404);
    expect((await fetch(server.url + path, { method: 'POST' })).status).toBeGreaterThanOrEqual(400);
    expect((await fetch(`${server.url}${path}?ioc=192.0.2.1`)).status).toBeGreaterThanOrEqual(400);
  });
});
