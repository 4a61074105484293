import { describe, expect, it } from 'vitest';
import { answer, ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

const slow = () => source('one', { limits: [{ requests: 4, per: 60_000 }] });
const many = (count: number) => Array.from({ length: count }, (_, at) => ip(at));

describe('a batch', () => {
  it('counts an indicator once and says how far it is, at what pace and until when', async () => {
    const world = new World(slow(), lists);
    const { id } = await world.engine.startBatch([...many(12), ...many(12)], 'Pasted');
    await world.until(async () => (await world.engine.batch(id))?.done === 4);
    await world.quiet();
    const batch = await world.engine.batch(id);
    expect(batch).toMatchObject({ done: 4, waiting: 8, pace: 'ONE: 4 a minute, 8 to go', cancelled: false });
    expect(batch?.until).toBeGreaterThan(world.clock.time);
    expect(batch?.count).toBe(12);
    expect((await world.engine.batchRows(id, '')).keys).toHaveLength(12);
    await world.until(async () => (await world.engine.batch(id))?.done === 12);
    expect(await world.engine.lastBatch()).toMatchObject({ id, running: 0, waiting: 0, until: null });
  });

  it('that is cancelled keeps what was answered and sends nothing more', async () => {
    const world = new World(slow(), lists);
    const { id } = await world.engine.startBatch(many(10), 'Pasted');
    await world.until(async () => (await world.engine.batch(id))?.done === 4);
    await world.engine.cancelBatch(id);
    await world.pass(600_000);
    expect(world.sent).toHaveLength(4);
    expect(await world.engine.batch(id)).toMatchObject({ cancelled: true, done: 10, waiting: 0 });
    expect(await world.outcome(keyOfIp(0), 'one')).toMatchObject({ state: 'answered' });
    expect(await world.outcome(keyOfIp(9), 'one')).toMatchObject({ failure: { code: 'cancelled' } });
    expect(await world.outcome(keyOfIp(9), 'lists')).toMatchObject({ state: 'no-record' });
    expect(world.alarms.size).toBe(0);
  });

  it('that is cancelled does not cancel what a person looks at meanwhile', async () => {
    const world = new World(slow());
    const { id } = await world.engine.startBatch(many(10), 'Pasted');
    await world.until(() => world.sent.length === 4);
    await world.engine.enrich([ip(9)], 'card');
    await world.engine.cancelBatch(id);
    await world.closed(keyOfIp(9));
    expect(await world.outcome(keyOfIp(9), 'one')).toMatchObject({ state: 'answered' });
  });

  it('lets a hover go first, and moves on under a busy mouse', async () => {
    const world = new World(source('one', { limits: [{ requests: 1, per: 1000 }] }));
    await world.engine.startBatch(many(40), 'Pasted');
    await world.until(() => world.sent.length === 1);
    await world.engine.enrich([ip(100)], 'hover');
    await world.until(() => world.sent.length === 3);
    expect(world.sent.slice(1).map(({ url }) => url)).toContain('https://one.example/45.155.205.100');
    await world.engine.enrich(
      Array.from({ length: 40 }, (_, at) => ip(110 + at)),
      'hover',
    );
    await world.until(() => world.sent.length === 23);
    const since = world.sent.slice(3).map(({ url }) => Number(url.split('.').at(-1)));
    expect(since.filter((last) => last >= 100).length).toBeGreaterThanOrEqual(14);
    expect(since.filter((last) => last < 100).length).toBeGreaterThanOrEqual(4);
  });

  it('without an indicator is done at once', async () => {
    const world = new World(lists);
    expect(await world.engine.startBatch([], 'Empty')).toMatchObject({ done: 0, waiting: 0, count: 0 });
    await world.quiet();
    expect(world.alarms.size).toBe(0);
  });
});

describe('what is known', () => {
  it('comes from closed runs and local lists, the worse of both, and asks nobody', async () => {
    const world = new World(source('one'), lists);
    world.reply = () => answer(200, { bad: 0 });
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    const sent = world.sent.length;
    await world.engine.importList({ name: 'Block', level: 'malicious' }, [
      { ioc: ip(1), note: '' },
      { ioc: ip(2), note: 'C2', level: 'suspicious' },
    ]);
    await world.engine.hide(keyOfIp(3), true);
    expect(await world.engine.known([ip(1), ip(2), ip(3)])).toEqual([
      { key: keyOfIp(1), level: 'malicious', running: false, hidden: false },
      { key: keyOfIp(2), level: 'suspicious', running: false, hidden: false },
      { key: keyOfIp(3), level: null, running: false, hidden: true },
    ]);
    expect(world.sent).toHaveLength(sent);
    await world.engine.removeList('Block');
    expect((await world.engine.known([ip(2)]))[0]?.level).toBeNull();
  });

  it('includes what the cache tells of a run that is not closed', async () => {
    const world = new World(source('one'), source('two'));
    world.reply = ({ url }) => (url.includes('two') ? 'hang' : answer(200, { bad: 17 }));
    await world.engine.enrich([ip(1)], 'card');
    await world.quiet();
    expect(await world.engine.known([ip(1)])).toMatchObject([{ level: 'malicious', running: true }]);
  });

  it('is listed in the order of the sources, newest first in the history', async () => {
    const world = new World(source('one'), lists);
    await world.engine.enrich([ip(1)], 'card');
    await world.pass(1000);
    await world.engine.enrich([ip(2)], 'card');
    await world.closed(keyOfIp(1), keyOfIp(2));
    const [newest, older] = await world.engine.history(null, 10);
    expect([newest?.key, older?.key]).toEqual([keyOfIp(2), keyOfIp(1)]);
    expect(newest?.ticks.map(({ provider }) => provider)).toEqual(['one', 'lists']);
    expect(await world.engine.history(newest?.at ?? 0, 10)).toHaveLength(1);
    expect(await world.engine.listed([ip(7)])).toMatchObject([{ summary: 'Not enriched yet.', ticks: [] }]);
  });
});
