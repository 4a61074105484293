import { expect, it } from 'vitest';
import { standingOf } from '../../lib/core/standing-digit';
import { answer, ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

const many = (count: number) => Array.from({ length: count }, (_, at) => ip(at));
const levels = (rows: { readonly standings: string }) =>
  [...rows.standings].map((one) => standingOf(one).level);

async function enriched(count: number): Promise<World> {
  const world = new World(source('one'), lists);
  world.policy = { ...world.policy, automatic: false };
  world.reply = ({ url }) => answer(200, { bad: url.endsWith('.0') ? 17 : 0 });
  const { id } = await world.engine.startBatch(many(count), 'Pasted');
  await world.until(async () => (await world.engine.batch(id))?.done === count);
  await world.pass(1000);
  return world;
}

it('the rows of a tab are those of its indicators, in its order, as it changes', async () => {
  const world = await enriched(3);
  const rows = (...iocs: number[]) => world.engine.shortRows('tab 1', iocs.map(ip), '');
  expect((await rows(1, 0)).keys).toEqual([keyOfIp(1), keyOfIp(0)]);
  expect(levels(await rows(1, 0))).toEqual(['unknown', 'malicious']);
  expect((await rows(2)).keys).toEqual([keyOfIp(2)]);
  expect(levels(await rows(0, 2))).toEqual(['malicious', 'unknown']);
  expect((await rows()).keys).toEqual([]);
});

it('what was never enriched is a row without a level', async () => {
  const world = new World(lists);
  const rows = await world.engine.shortRows('tab 1', [ip(7)], '');
  expect(rows).toMatchObject({ keys: [keyOfIp(7)], at: [0], unfiled: [] });
  expect(levels(rows)).toEqual([null]);
});

it('follows what changes between two readings', async () => {
  const world = new World(source('one'));
  world.policy = { ...world.policy, automatic: false };
  const rows = () => world.engine.shortRows('tab 1', many(2), '');
  expect(levels(await rows())).toEqual([null, null]);
  world.reply = () => answer(200, { bad: 17 });
  const { id } = await world.engine.startBatch([ip(1)], 'Pasted');
  await world.until(async () => (await world.engine.batch(id))?.done === 1);
  await world.pass(1000);
  expect(levels(await rows())).toEqual([null, 'malicious']);
  await world.engine.deleteAll();
  expect(levels(await rows())).toEqual([null, null]);
});

it('another tab starts from its own rows, and words are looked for in the reason too', async () => {
  const world = await enriched(3);
  expect((await world.engine.shortRows('tab 1', many(3), '17 of 90')).named).toEqual([0]);
  expect((await world.engine.shortRows('tab 2', [ip(1), ip(0)], '17 of 90')).named).toEqual([1]);
  expect((await world.engine.shortRows('tab 1', many(3), '')).named).toBeNull();
});
