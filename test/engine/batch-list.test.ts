import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { standingOf } from '../../lib/core/standing-digit';
import { answer, ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

const many = (count: number) => Array.from({ length: count }, (_, at) => ip(at));
const slow = () => source('one', { limits: [{ requests: 1, per: 60_000 }] });

describe('the rows of a batch', () => {
  it('tell level, state and time of each in its place, and what is to be filed', async () => {
    const world = new World(slow(), lists);
    world.policy = { ...world.policy, automatic: false };
    world.reply = ({ url }) => answer(200, { bad: url.endsWith('.0') ? 17 : 0 });
    const { id } = await world.engine.startBatch(many(3), 'Pasted');
    await world.until(async () => (await world.engine.batch(id))?.done === 1);
    await world.pass(1000);
    const rows = await world.engine.batchRows(id, '');
    expect(rows.keys).toEqual([0, 1, 2].map(keyOfIp));
    expect([...rows.standings].map(standingOf)).toEqual([
      { level: 'malicious', running: false },
      { level: null, running: true },
      { level: null, running: true },
    ]);
    expect(rows.at.every((at) => at > 0)).toBe(true);
    expect(rows).toMatchObject({ unfiled: [keyOfIp(0)], named: null });
  });

  it('follow what changes, list by list', async () => {
    const world = new World(slow());
    const { id } = await world.engine.startBatch(many(2), 'Pasted');
    const other = await world.engine.startBatch([ip(9)], 'Other');
    const running = async (batch: string) =>
      [...(await world.engine.batchRows(batch, '')).standings].filter((digit) => standingOf(digit).running)
        .length;
    await world.pass(1000);
    expect([await running(id), await running(other.id)]).toEqual([1, 1]);
    await world.pass(300_000);
    expect([await running(id), await running(other.id)]).toEqual([0, 0]);
  });

  it('are found by words in the value and the reason, defanged ones too', async () => {
    const world = new World(source('one'));
    world.policy = { ...world.policy, automatic: false };
    world.reply = ({ url }) => answer(200, { bad: url.endsWith('.1') ? 17 : 0 });
    const { id } = await world.engine.startBatch(many(3), 'Pasted');
    await world.until(async () => (await world.engine.batch(id))?.done === 3);
    await world.pass(1000);
    const named = async (words: string) => (await world.engine.batchRows(id, words)).named;
    expect(await named('45[.]155.205[.]2')).toEqual([2]);
    expect(await named('17 of 90')).toEqual([1]);
    expect(await named('nothing says this')).toEqual([]);
  });

  it('are none once everything was deleted', async () => {
    const world = new World(lists);
    const { id } = await world.engine.startBatch(many(3), 'Pasted');
    await world.pass(1000);
    expect((await world.engine.batchRows(id, '')).keys).toHaveLength(3);
    await world.engine.deleteAll();
    expect((await world.engine.batchRows(id, '')).keys).toEqual([]);
  });

  it('are none where there is no such batch', async () => {
    const world = new World(lists);
    expect(await world.engine.batchRows('gone', '')).toMatchObject({ keys: [], unfiled: [] });
  });
});

it('a batch that an earlier version left half open is opened to its end', async () => {
  const world = new World(source('one'));
  await world.engine.resume();
  world.kill();
  // As version 4 stored it: all indicators in the one row.
  await deleteDB('sightline');
  const old = await openDB('sightline', 4, {
    upgrade(db) {
      const batches = db.createObjectStore('batches', { keyPath: 'id' });
      batches.createIndex('startedAt', 'startedAt');
      batches.createIndex('opening', 'opening');
    },
  });
  const row = {
    id: 'old',
    title: 'Pasted',
    startedAt: 1,
    cancelled: false,
    iocs: many(230),
    runs: [],
    opening: 1,
  };
  await old.put('batches', row);
  old.close();
  const { openDatabase } = await import('../../lib/engine/db');
  const db = await openDatabase(() => undefined);
  expect(await db.get('batches', 'old')).toEqual({
    id: 'old',
    title: 'Pasted',
    startedAt: 1,
    cancelled: false,
    count: 230,
    runs: [],
    opening: 1,
  });
  const parts = await db.getAll('batchParts');
  expect(parts.map(({ iocs }) => iocs.length)).toEqual([100, 100, 30]);
  expect(parts.flatMap(({ iocs }) => iocs)).toEqual(many(230));
  db.close();
});
