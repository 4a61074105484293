import { describe, expect, it } from 'vitest';
import { bad, hour, later, says, state, url, withList } from './list-source';
import { look } from './shelves';
import { answer } from './sources';
import { World } from './world';

describe('its publisher', () => {
  it('is never asked more often than it allows, however often the worker dies or the list fails', async () => {
    const world = new World(bad());
    world.reply = (_, nth) => (nth % 3 === 0 ? answer(500, '') : 'hang');
    for (let turn = 0; turn < 60; turn += 1) {
      await world.restart();
      await later(world, 7 * 60_000);
    }
    const gaps = world.sent.slice(1).map(({ at }, nth) => at - (world.sent[nth]?.at ?? 0));
    expect(gaps.length).toBeGreaterThan(3);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(hour);
  });

  it('that says when to come back is asked then', async () => {
    const world = new World(bad());
    world.reply = () => answer(429, '', { 'Retry-After': String(5 * 3600) });
    await world.engine.resume();
    await world.until(async () => (await state(world))?.why !== undefined);
    await later(world, 4 * hour);
    expect(world.sent).toHaveLength(1);
    await later(world, hour + 60_000);
    expect(world.sent).toHaveLength(2);
  });

  it('learns nothing of what is looked up, and the key is in no row', async () => {
    const world = await withList();
    await says(world, 1);
    await says(world, 9);
    expect(world.sent.map((one) => one.url)).toEqual([`${url}?key=secret`]);
    const rows = await look(async (db) =>
      JSON.stringify([await db.getAll('lists'), await db.getAll('runs')]),
    );
    expect(rows).not.toContain('secret');
  });

  it('is asked by the test button as soon as it allows', async () => {
    const world = await withList();
    const [source] = world.sources;
    if (source === undefined) return expect.fail('no source');
    expect(await world.engine.trySource(source)).toMatchObject({
      requests: 1,
      report: { ok: true, value: { summary: '2 entries in this browser.' } },
    });
    expect(await world.engine.trySource(source)).toMatchObject({ requests: 0, report: { ok: true } });
    return undefined;
  });
});
