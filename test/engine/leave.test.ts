import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashes } from './hashes';
import { answer, ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

const minute = 60_000;
const slow = () => source('one', { limits: [{ requests: 1, per: minute }] });
const asked = (world: World, last: number) => world.sent.filter(({ url }) => url.endsWith(`.${last}`)).length;

/** A world whose slow source is busy with another indicator for a minute. */
async function busy(...more: ConstructorParameters<typeof World>): Promise<World> {
  const world = new World(slow(), ...more);
  await world.engine.enrich([ip(200)], 'card');
  await world.closed(keyOfIp(200));
  return world;
}

describe('what a page asked about and left', () => {
  it('is not sent, its Enrichment closes and says so, and nothing keeps the alarm', async () => {
    const world = await busy(lists);
    await world.engine.enrich([ip(1)], 'hover');
    await world.quiet();
    await world.engine.leave([keyOfIp(1)]);
    await world.pass(10 * minute);
    expect(asked(world, 1)).toBe(0);
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({
      state: 'failed',
      failure: { code: 'cancelled', message: 'Nobody waited for it any more when its turn came.' },
    });
    expect(await world.outcome(keyOfIp(1), 'lists')).toMatchObject({ state: 'no-record' });
    expect((await world.engine.report(keyOfIp(1)))?.enrichment.state).toBe('closed');
    expect(world.alarms.size).toBe(0);
  });

  it('is asked when a page asks again, soon after too', async () => {
    const world = await busy();
    await world.engine.enrich([ip(1)], 'hover');
    await world.engine.leave([keyOfIp(1)]);
    await world.engine.enrich([ip(1)], 'hover');
    await world.closed(keyOfIp(1));
    await world.pass(2 * minute);
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ state: 'answered' });
    expect(asked(world, 1)).toBe(1);
  });

  it('keeps what is out: the answer is stored', async () => {
    const world = new World(slow(), source('two', { limits: [{ requests: 1, per: minute }] }));
    world.reply = () =>
      new Promise((resolve) => world.clock.after(5000, () => resolve(answer(200, { bad: 0 }))));
    await world.engine.enrich([ip(1), ip(2)], 'hover');
    await world.quiet();
    expect(world.sent).toHaveLength(2);
    await world.engine.leave([keyOfIp(1), keyOfIp(2)]);
    await world.pass(5 * minute);
    expect(world.sent).toHaveLength(2);
    const states = await Promise.all([1, 2].map((last) => world.outcome(keyOfIp(last), 'one')));
    expect(states.map((outcome) => outcome?.state).sort()).toEqual(['answered', 'failed']);
    expect(await world.engine.known([ip(1), ip(2)])).toMatchObject([{ running: false }, { running: false }]);
  });

  it('keeps what each source said before, with the level', async () => {
    const world = new World(slow());
    world.reply = () => answer(200, { bad: 17 });
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    await world.pass(2 * 3_600_000);
    await world.engine.enrich([ip(200)], 'card');
    await world.closed(keyOfIp(200));
    await world.engine.enrich([ip(1)], 'hover');
    await world.quiet();
    await world.engine.leave([keyOfIp(1)]);
    await world.quiet();
    expect(asked(world, 1)).toBe(1);
    expect((await world.engine.report(keyOfIp(1)))?.enrichment).toMatchObject({
      state: 'closed',
      level: 'malicious',
    });
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({
      state: 'answered',
      vain: { failure: { code: 'cancelled' } },
    });
    await world.engine.enrich([ip(1)], 'hover');
    await world.pass(2 * minute);
    expect(asked(world, 1)).toBe(2);
  });

  it('on its screen is dropped like what was pointed at', async () => {
    const world = await busy();
    const many = Array.from({ length: 20 }, (_, at) => ip(at));
    await world.engine.enrich(many, 'auto');
    await world.quiet();
    await world.engine.leave(many.map(({ value }) => `ipv4|${value}`));
    await world.pass(30 * minute);
    expect(world.sent).toHaveLength(1);
  });
});

describe('what somebody else wants is asked though the page left:', () => {
  const wanted: [string, (world: World) => Promise<unknown>][] = [
    ['a person in the card or the panel', (world) => world.engine.enrich([ip(1)], 'panel')],
    ['a person who reads the report', (world) => world.engine.look(keyOfIp(1))],
    ['a person who asks again', (world) => world.engine.enrich([ip(1)], 'card', true)],
    ['a person who names a source', (world) => world.engine.askAlso(ip(1), 'one')],
    ['a batch', (world) => world.engine.startBatch([ip(1)], 'Pasted')],
  ];
  it.each(wanted)('%s', async (_who, want) => {
    const world = await busy();
    await world.engine.enrich([ip(1)], 'hover');
    await world.quiet();
    await want(world);
    await world.quiet();
    await world.engine.leave([keyOfIp(1)]);
    await world.pass(3 * minute);
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ state: 'answered' });
    expect(asked(world, 1)).toBe(1);
  });

  it.each(wanted)('%s, who comes at the same moment', async (_who, want) => {
    const world = await busy();
    await world.engine.enrich([ip(1)], 'hover');
    await world.quiet();
    await Promise.all([world.engine.leave([keyOfIp(1)]), want(world)]);
    await world.pass(3 * minute);
    const outcome = await world.outcome(keyOfIp(1), 'one');
    // Who read the report just after the run had ended sees that it was not asked, and may ask.
    const closed = outcome?.state === 'failed' && outcome.failure.code === 'cancelled';
    if (!closed) expect(outcome).toMatchObject({ state: 'answered' });
    expect((await world.engine.report(keyOfIp(1)))?.enrichment.state).toBe('closed');
  });

  it('a person, on a machine whose hashes take long', async () => {
    hashes.late = 20;
    onTestFinished(() => void (hashes.late = 0));
    const world = await busy();
    await world.engine.enrich([ip(1)], 'hover');
    await world.quiet();
    await Promise.all([world.engine.leave([keyOfIp(1)]), world.engine.enrich([ip(1)], 'panel')]);
    await world.pass(3 * minute);
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ state: 'answered' });
  });

  it('a person who comes after it was dropped, while another source still answers', async () => {
    const world = await busy(source('two'));
    world.reply = () =>
      new Promise((resolve) => world.clock.after(5000, () => resolve(answer(200, { bad: 0 }))));
    await world.engine.enrich([ip(1)], 'hover');
    await world.quiet();
    await world.engine.leave([keyOfIp(1)]);
    await world.quiet();
    await world.engine.enrich([ip(1)], 'card');
    await world.pass(3 * minute);
    const [run, ...others] = (await world.engine.report(keyOfIp(1)))?.runs ?? [];
    expect(others).toEqual([]);
    expect(run?.steps.map(({ outcome }) => outcome.state)).toEqual(['answered', 'answered']);
    expect(asked(world, 1)).toBe(2);
  });

  it('another page, as far as the worker knows: what an earlier life of it began is finished', async () => {
    const world = await busy();
    await world.engine.enrich([ip(1)], 'hover');
    await world.quiet();
    await world.restart();
    await world.engine.enrich([ip(1)], 'hover');
    await world.engine.leave([keyOfIp(1)]);
    await world.pass(3 * minute);
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ state: 'answered' });
  });
});

it('a cancelled batch keeps what each source said before, and asks about what somebody wants meanwhile', async () => {
  const world = new World(slow());
  world.reply = () => answer(200, { bad: 17 });
  await world.engine.enrich([ip(1)], 'card');
  await world.closed(keyOfIp(1));
  await world.pass(2 * 3_600_000);
  const { id } = await world.engine.startBatch([ip(200), ip(1), ip(2)], 'Pasted');
  await world.until(() => asked(world, 200) === 1);
  await world.quiet();
  await Promise.all([world.engine.cancelBatch(id), world.engine.enrich([ip(2)], 'card')]);
  await world.pass(3 * minute);
  expect((await world.engine.report(keyOfIp(1)))?.enrichment.level).toBe('malicious');
  expect(await world.outcome(keyOfIp(2), 'one')).toMatchObject({ state: 'answered' });
});

type Move = {
  readonly do: 'hover' | 'auto' | 'leave' | 'card' | 'batch' | 'pass' | 'die';
  readonly at: number;
};

it('whoever comes, goes and dies: all of it ends, what a person wants is asked, and nothing twice', async () => {
  const moves = fc.array(
    fc.record<Move>({
      do: fc.constantFrom('hover', 'auto', 'leave', 'leave', 'card', 'batch', 'pass', 'die'),
      at: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 3, maxLength: 16 },
  );
  await fc.assert(
    fc.asyncProperty(moves, async (moves) => {
      const world = new World(
        source('one', { limits: [{ requests: 2, per: minute }], fresh: { found: 1e10, none: 1e10 } }),
        source('two', { fresh: { found: 1e10, none: 1e10 } }),
      );
      const wanted = new Set<string>();
      let deaths = 0;
      for (const { do: move, at } of moves) {
        if (move === 'hover' || move === 'auto') await world.engine.enrich([ip(at)], move);
        if (move === 'leave') await world.engine.leave([keyOfIp(at)]);
        if (move === 'card') await world.engine.enrich([ip(at)], 'card');
        if (move === 'batch') await world.engine.startBatch([ip(at)], 'Pasted');
        if (move === 'pass') await world.pass(at * 9001);
        if (move === 'die') await world.restart();
        if (move === 'die') deaths += 1;
        if (move === 'card' || move === 'batch') wanted.add(keyOfIp(at));
        await world.quiet(at * 4);
      }
      await world.pass(30 * minute);
      await world.engine.onAlarm('sightline-work');
      await world.quiet();
      for (let last = 1; last <= 4; last += 1) {
        const report = await world.engine.report(keyOfIp(last));
        if (report === null) continue;
        expect(report.enrichment.state).toBe('closed');
        for (const provider of ['one', 'two']) {
          const outcome = await world.outcome(keyOfIp(last), provider);
          if (wanted.has(keyOfIp(last)) && deaths === 0) expect(outcome?.state).toBe('answered');
          const times = world.sent.filter(
            ({ url }) => url === `https://${provider}.example/${ip(last).value}`,
          );
          expect(times.length).toBeLessThanOrEqual(1 + deaths);
        }
      }
      expect([...world.alarms.keys()]).toEqual([]);
    }),
    { numRuns: 60, seed: 6 },
  );
});
