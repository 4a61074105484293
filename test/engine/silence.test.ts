import { describe, expect, it, vi } from 'vitest';
import { answer, ip, keyOfIp, source } from './sources';
import { World } from './world';

const minute = 60_000;

describe('a source that does not answer', () => {
  it('three times in a row gets a pause in which nothing is sent, and says why', async () => {
    const world = new World(source('one'));
    world.reply = () => answer(500);
    for (const last of [1, 2, 3]) {
      await world.engine.enrich([ip(last)], 'card');
      await world.closed(keyOfIp(last));
    }
    expect(world.sent).toHaveLength(6);
    await world.engine.enrich([ip(4)], 'card');
    await world.closed(keyOfIp(4));
    expect(world.sent).toHaveLength(6);
    expect(await world.outcome(keyOfIp(4), 'one')).toMatchObject({
      state: 'failed',
      failure: { code: 'server' },
    });
  });

  it('and then does is asked again by itself, and all that failed is put right', async () => {
    const world = new World(source('one'));
    world.reply = () => answer(500);
    const keys = [1, 2, 3, 4].map(keyOfIp);
    await world.engine.enrich([1, 2, 3, 4].map(ip), 'card');
    await world.closed(...keys);
    world.reply = () => answer(200, { bad: 0 });
    await world.until(async () => {
      await world.engine.onAlarm('sightline-work');
      await world.pass(minute);
      const outcomes = await Promise.all(keys.map((key) => world.outcome(key, 'one')));
      return outcomes.every((outcome) => outcome?.state === 'answered');
    });
    expect((await world.engine.report(keyOfIp(1)))?.runs).toHaveLength(2);
  });

  it('for ever is not asked for ever', async () => {
    const world = new World(source('one'));
    world.reply = () => answer(500);
    await world.engine.enrich([ip(1)], 'card');
    for (let hour = 0; hour < 24 * 30; hour += 1) {
      world.clock.time += 60 * minute;
      await world.engine.onAlarm('sightline-work');
      await world.pass(3000);
    }
    expect((await world.engine.report(keyOfIp(1)))?.runs).toHaveLength(7);
    expect(world.sent.length).toBeLessThanOrEqual(14);
    expect(world.alarms.size).toBe(0);
  });

  it('but with 429 each time is asked less and less', async () => {
    const world = new World(source('one'));
    world.reply = () => answer(429);
    await world.engine.enrich(
      Array.from({ length: 50 }, (_, at) => ip(at)),
      'card',
    );
    await world.pass(60 * minute);
    expect(world.sent.length).toBeLessThanOrEqual(12 * 4);
    const times = world.sent.map(({ at }) => at);
    expect((times.at(-1) ?? 0) - (times.at(-5) ?? 0)).toBeGreaterThanOrEqual(15 * minute);
  });

  it('is left alone for a pause that differs, so that many browsers do not come back at once', async () => {
    const pauseWith = async (chance: number) => {
      const random = vi.spyOn(Math, 'random').mockReturnValue(chance);
      const world = new World(source('one'));
      world.reply = () => answer(500);
      for (const last of [1, 2, 3, 4]) {
        await world.engine.enrich([ip(last)], 'card');
        await world.closed(keyOfIp(last));
      }
      random.mockRestore();
      const outcome = await world.outcome(keyOfIp(4), 'one');
      const failure = outcome !== undefined && 'failure' in outcome ? outcome.failure : undefined;
      return (failure?.retryAt ?? 0) - (world.sent.at(-1)?.at ?? 0);
    };
    expect(await pauseWith(0)).toBe(30_000);
    expect(await pauseWith(0.5)).toBe(33_000);
  });
});
