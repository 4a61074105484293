import { expect, it } from 'vitest';
import { answer, ip, keyOfIp, source } from './sources';
import { World } from './world';

const malicious = () => {
  const world = new World(source('one'));
  world.reply = () => answer(200, { bad: 17 });
  return world;
};
const nothing = { held: 0, unfiled: null, trouble: null };

it('nothing waits for a person while Investigations are filed by themselves', async () => {
  const world = malicious();
  expect(await world.engine.attention()).toEqual(nothing);
  await world.engine.enrich([ip(1)], 'card');
  await world.until(async () => (await world.filing(keyOfIp(1)))?.state === 'filed');
  expect(await world.engine.attention()).toEqual(nothing);
});

it('an Investigation that was refused is told with its reason, until it is filed', async () => {
  const world = malicious();
  world.tracker.createFaults = [{ make: false, how: 'refused' }];
  await world.engine.enrich([ip(1)], 'card');
  await world.until(async () => (await world.filing(keyOfIp(1)))?.state === 'failed');
  expect(await world.engine.attention()).toEqual({
    ...nothing,
    unfiled: { count: 1, key: keyOfIp(1), why: 'Fault: refused.' },
  });
  await world.engine.file(keyOfIp(1));
  await world.until(async () => (await world.filing(keyOfIp(1)))?.state === 'filed');
  expect(await world.engine.attention()).toEqual(nothing);
});

it('what is tried again by itself waits for nobody', async () => {
  const world = malicious();
  world.tracker.createFaults = [{ make: false, how: 'limited' }];
  await world.engine.enrich([ip(1)], 'card');
  await world.until(() => world.tracker.creates === 1);
  expect((await world.engine.attention()).unfiled).toBeNull();
});
