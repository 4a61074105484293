import { describe, expect, it } from 'vitest';
import { answer, ip, keyOfIp, source } from './sources';
import { World } from './world';

const malicious = () => {
  const world = new World(source('one'));
  world.reply = () => answer(200, { bad: 17 });
  return world;
};

const filed = (world: World) => world.until(async () => (await world.filing(keyOfIp(1)))?.state === 'filed');

describe('a create whose answer was lost', () => {
  for (const how of ['timeout', 'server', 'bad-answer'] as const) {
    it(`by ${how} and made the ticket is found again after the search lag`, async () => {
      const world = malicious();
      world.tracker.createFaults = [{ make: true, how }];
      await world.engine.enrich([ip(1)], 'card');
      await filed(world);
      expect(world.tracker.creates).toBe(1);
      expect(world.tracker.tickets).toHaveLength(1);
      expect(await world.filing(keyOfIp(1))).toMatchObject({ adopted: true });
    });
  }

  it('and made nothing is sent again, once the search can be trusted', async () => {
    const world = malicious();
    world.tracker.createFaults = [{ make: false, how: 'timeout' }];
    await world.engine.enrich([ip(1)], 'card');
    await filed(world);
    expect(world.tracker.creates).toBe(2);
    expect(world.tracker.tickets).toHaveLength(1);
  });

  for (const make of [true, false]) {
    it(`because the worker died (${make ? 'after' : 'before'} the ticket was made) ends in one ticket`, async () => {
      const world = malicious();
      world.tracker.createFaults = [{ make, how: 'hang' }];
      await world.engine.enrich([ip(1)], 'card');
      await world.until(() => world.tracker.creates === 1);
      await world.restart();
      await world.quiet();
      expect(world.tracker.creates).toBe(1);
      await filed(world);
      expect(world.tracker.tickets).toHaveLength(1);
      expect(world.tracker.creates).toBe(make ? 1 : 2);
    });
  }

  it('three times over is left to a person, who may file again', async () => {
    const world = malicious();
    world.tracker.createFaults = Array.from({ length: 3 }, () => ({ make: false, how: 'server' as const }));
    await world.engine.enrich([ip(1)], 'card');
    await world.until(async () => {
      const filing = await world.filing(keyOfIp(1));
      return filing?.state === 'failed' && filing.failure.retryAt === undefined;
    });
    expect(world.tracker.creates).toBe(3);
    await world.engine.file(keyOfIp(1));
    await filed(world);
    expect(world.tracker.tickets).toHaveLength(1);
  });
});

describe('a tracker that does not take it', () => {
  it('because it is down is tried again, longer and longer after', async () => {
    const world = malicious();
    world.tracker.findFaults = ['offline', 'offline'];
    await world.engine.enrich([ip(1)], 'card');
    await world.until(async () => (await world.filing(keyOfIp(1)))?.state === 'failed');
    expect(await world.filing(keyOfIp(1))).toMatchObject({ failure: { code: 'offline' } });
    await world.pass(29_000);
    expect(world.tracker.searches).toBe(1);
    await world.pass(2000);
    expect(world.tracker.searches).toBe(2);
    await world.pass(57_000);
    expect(world.tracker.searches).toBe(2);
    await filed(world);
    expect(world.tracker.tickets).toHaveLength(1);
  });

  it('because it is down is not tried for each of many rows at once', async () => {
    const world = malicious();
    world.tracker.findFaults = Array.from({ length: 3 }, () => 'offline' as const);
    await world.engine.enrich([1, 2, 3, 4, 5].map(ip), 'card');
    await world.closed(...[1, 2, 3, 4, 5].map(keyOfIp));
    await world.quiet(200);
    expect(world.tracker.searches).toBe(1);
    await world.until(() => world.tracker.tickets.length === 5);
  });

  it('because it refuses the key says so, and goes on when the settings change', async () => {
    const world = malicious();
    world.tracker.createFaults = [{ make: false, how: 'refused' }];
    await world.engine.enrich([ip(1)], 'card');
    await world.until(async () => (await world.filing(keyOfIp(1)))?.state === 'failed');
    await world.pass(3_600_000);
    expect(world.tracker.creates).toBe(1);
    await world.engine.reconsider();
    await filed(world);
    expect(world.tracker.tickets).toHaveLength(1);
  });

  it('because the grant is gone is not asked at all', async () => {
    const world = malicious();
    world.granted = (pattern) => !pattern.includes('tracker');
    await world.engine.enrich([ip(1)], 'card');
    await world.until(async () => (await world.filing(keyOfIp(1)))?.state === 'failed');
    expect(world.tracker.searches).toBe(0);
    world.granted = () => true;
    await world.engine.reconsider();
    await filed(world);
  });

  it('because of a limit made nothing: it is tried again without waiting out the lag as lost', async () => {
    const world = malicious();
    world.tracker.createFaults = [{ make: false, how: 'limited' }];
    await world.engine.enrich([ip(1)], 'card');
    await filed(world);
    expect(world.tracker.tickets).toHaveLength(1);
    expect(await world.filing(keyOfIp(1))).toMatchObject({ adopted: false });
  });
});
