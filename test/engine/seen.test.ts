import { expect, it } from 'vitest';
import { ip, keyOfIp, source } from './sources';
import { World } from './world';

const one = { page: 'siem.corp.example/search', field: 'src_ip' };
const other = { page: 'siem.corp.example/search', field: 'dest_ip' };

it('keeps where an indicator was met last, also where no run starts', async () => {
  const world = new World(source('one'));
  const seen = async () => (await world.engine.report(keyOfIp(1)))?.enrichment.seen;
  await world.engine.see(keyOfIp(1), one);
  expect(await seen()).toBeUndefined();
  await world.engine.enrich([ip(1)], 'hover', false, one);
  await world.closed(keyOfIp(1));
  expect(await seen()).toEqual(one);
  await world.engine.enrich([ip(1)], 'hover', false, other);
  expect((await world.engine.report(keyOfIp(1)))?.runs).toHaveLength(1);
  expect(await seen()).toEqual(other);
  await world.engine.enrich([ip(1)], 'popup', true);
  await world.closed(keyOfIp(1));
  expect(await seen()).toEqual(other);
  await world.engine.see(keyOfIp(1), one);
  expect(await seen()).toEqual(one);
});
