import { describe, expect, it } from 'vitest';
import { answer, ip, keyOfIp, source } from './sources';
import { World } from './world';

const minute = 60_000;
const virusTotal = () =>
  source('one', {
    limits: [
      { requests: 4, per: minute },
      { requests: 500, per: 'day' },
    ],
  });
const many = (count: number) => Array.from({ length: count }, (_, at) => ip(at));

describe('a budget', () => {
  it('of four a minute sends four, keeps the others waiting in words, and sends them in time', async () => {
    const world = new World(virusTotal());
    await world.engine.enrich(many(6), 'card');
    await world.quiet(300);
    expect(world.sent).toHaveLength(4);
    await world.pass(49_000);
    const [step] = (await world.engine.report(keyOfIp(5)))?.runs[0]?.steps ?? [];
    expect(step?.outcome).toMatchObject({ state: 'running', cause: '4 a minute; starts in 12 s' });
    await world.closed(...many(6).map(({ value }) => `ipv4|${value}`));
    expect(world.sent).toHaveLength(6);
  });

  it('of a day, once spent, lets the run close, and asks again when the day is over', async () => {
    const world = new World(source('one', { limits: [{ requests: 1, per: 'day' }] }));
    await world.engine.enrich([ip(1), ip(2)], 'card');
    await world.closed(keyOfIp(1), keyOfIp(2));
    expect(await world.outcome(keyOfIp(2), 'one')).toMatchObject({
      state: 'quota',
      failure: { code: 'quota', retryAt: Date.UTC(2026, 10, 25) },
    });
    // The alarm is set once nothing is under way, a moment after the last was closed.
    await world.quiet();
    expect([...world.alarms.values()]).toEqual([{ when: Date.UTC(2026, 10, 25), periodInMinutes: 0.5 }]);
    world.clock.time = Date.UTC(2026, 10, 25, 0, 0, 1);
    await world.engine.onAlarm('sightline-work');
    await world.closed(keyOfIp(2));
    expect(await world.outcome(keyOfIp(2), 'one')).toMatchObject({ state: 'answered' });
    expect((await world.engine.report(keyOfIp(2)))?.runs[0]?.trigger).toBe('retry');
    expect(world.sent).toHaveLength(2);
  });

  it('counts a slow request from its answer on: it may have arrived as late as that', async () => {
    const world = new World(source('one', { limits: [{ requests: 1, per: 10_000 }] }));
    world.reply = () =>
      new Promise((resolve) => world.clock.after(8000, () => resolve(answer(200, { bad: 0 }))));
    await world.engine.enrich([ip(1), ip(2)], 'card');
    await world.pass(17_000);
    expect(world.sent).toHaveLength(1);
    await world.pass(2000);
    expect(world.sent).toHaveLength(2);
  });

  it('counts a request from when it came back, even where that could be stored only later', async () => {
    const world = new World(source('one', { limits: [{ requests: 1, per: 10_000 }] }));
    world.reply = () =>
      new Promise((resolve) =>
        world.clock.after(1000, () => {
          world.connections.full = world.sent.length === 1;
          resolve(answer(200, { bad: 0 }));
        }),
      );
    await world.engine.enrich([ip(1), ip(2)], 'card');
    await world.pass(4000);
    world.connections.full = false;
    await world.pass(7000);
    expect(world.sent).toHaveLength(1);
    await world.pass(1000);
    expect(world.sent).toHaveLength(2);
  });

  it('counts a request that its worker did not outlive from the next worker on', async () => {
    const world = new World(source('one', { limits: [{ requests: 1, per: 10_000 }] }));
    world.reply = () => 'hang';
    await world.engine.enrich([ip(1)], 'card');
    await world.pass(8000);
    await world.restart();
    await world.pass(9000);
    expect(world.sent).toHaveLength(1);
    await world.pass(2000);
    expect(world.sent).toHaveLength(2);
  });

  it('survives the worker: what another life asked still counts', async () => {
    const world = new World(virusTotal());
    await world.engine.enrich(many(4), 'card');
    await world.quiet(200);
    await world.restart();
    await world.engine.enrich([ip(9)], 'card');
    await world.quiet(200);
    expect(world.sent).toHaveLength(4);
  });

  it('closes the source after a 429 until Retry-After, then asks once more', async () => {
    const world = new World(virusTotal());
    world.reply = (_request, nth) =>
      nth === 1 ? answer(429, '<html>', { 'Retry-After': '90' }) : answer(200, { bad: 0 });
    await world.engine.enrich([ip(1)], 'card');
    await world.pass(1000);
    await world.engine.enrich([ip(2)], 'card');
    await world.pass(60_000);
    expect(world.sent).toHaveLength(1);
    expect(await world.engine.budgets()).toMatchObject([
      { closedUntil: world.sent[0] && world.sent[0].at + 90_000 },
      {},
    ]);
    await world.closed(keyOfIp(1), keyOfIp(2));
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ state: 'answered' });
  });

  it('closes the source after a 401 until the settings change, then re-runs once', async () => {
    const world = new World(virusTotal());
    world.reply = () => answer(401, { error: 'Wrong key' });
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    await world.engine.enrich([ip(2)], 'card');
    await world.closed(keyOfIp(2));
    expect(world.sent).toHaveLength(1);
    expect(await world.outcome(keyOfIp(2), 'one')).toMatchObject({ failure: { code: 'refused' } });
    world.reply = () => answer(200, { bad: 0 });
    world.sources = world.sources.map((one) => ({ ...one, version: '2' }));
    await world.engine.reconsider();
    await world.closed(keyOfIp(1), keyOfIp(2));
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ state: 'answered' });
    expect(await world.outcome(keyOfIp(2), 'one')).toMatchObject({ state: 'answered' });
  });

  it('holds for each host by itself where the source says so', async () => {
    const world = new World(
      source('one', {
        limits: [{ requests: 1, per: 1000 }],
        limitedByHost: true,
        request: (ioc) => ({
          url: `https://host${ioc.value.endsWith('1') ? 'a' : 'b'}.example/${ioc.value}`,
        }),
      }),
    );
    await world.engine.enrich([ip(1), ip(2), ip(11)], 'card');
    await world.quiet(300);
    expect(world.sent).toHaveLength(2);
    await world.closed(keyOfIp(11));
    expect(world.sent).toHaveLength(3);
  });

  it('is not spent twice on a request that failed in passing more than once', async () => {
    const world = new World(virusTotal());
    world.reply = () => answer(503);
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    expect(world.sent).toHaveLength(2);
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ failure: { code: 'server' } });
  });

  it('asks at most four at the same time', async () => {
    const world = new World(source('one'));
    world.reply = () => 'hang';
    await world.engine.enrich(many(20), 'card');
    await world.quiet(200);
    expect(world.sent).toHaveLength(4);
  });

  it('of the pages in mode auto is a number of Enrichments a day', async () => {
    const world = new World(source('one'));
    world.policy = { ...world.policy, autoPerDay: 3 };
    await world.engine.enrich(many(10), 'auto');
    await world.quiet(300);
    expect(await world.engine.enrichments()).toBe(3);
    world.clock.time += 86_400_000;
    await world.engine.enrich([ip(20)], 'auto');
    expect(await world.engine.enrichments()).toBe(4);
  });
});
