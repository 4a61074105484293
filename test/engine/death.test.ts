import { describe, expect, it } from 'vitest';
import { answer, ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

/** Longer than an undisturbed run with its filing takes. */
const moments = 140;

const worldOfTwo = () => {
  const world = new World(source('one'), source('two'), lists);
  world.reply = ({ url }) => answer(200, { bad: url.includes('one.example') ? 17 : 0 });
  return world;
};

describe('a worker that dies', () => {
  it('at any moment loses nothing, asks nothing more than twice and files one ticket', async () => {
    for (let moment = 0; moment < moments; moment += 3) {
      const world = worldOfTwo();
      void world.engine.enrich([ip(1)], 'card').catch(() => {});
      await world.quiet(moment);
      const accepted = await world.engine.report(keyOfIp(1)).catch(() => null);
      await world.restart();
      if (accepted === null && (await world.engine.report(keyOfIp(1))) === null) continue;
      await world.closed(keyOfIp(1));
      await world.until(async () => (await world.filing(keyOfIp(1)))?.state === 'filed');
      const report = await world.engine.report(keyOfIp(1));
      expect(report?.runs, `moment ${moment}`).toHaveLength(1);
      expect(report?.enrichment.level).toBe('malicious');
      for (const id of ['one', 'two']) {
        const asked = world.sent.filter(({ url }) => url.includes(`${id}.example`)).length;
        expect(asked).toBeGreaterThanOrEqual(1);
        expect(asked).toBeLessThanOrEqual(2);
      }
      expect(await world.ticketsFor(ip(1))).toHaveLength(1);
      expect(world.tracker.creates).toBe(1);
    }
  });

  it('twice under the same request ends the step as cut off, with both requests counted', async () => {
    const world = new World(source('one', { limits: [{ requests: 10, per: 'day' }] }));
    world.reply = () => 'hang';
    await world.engine.enrich([ip(1)], 'card');
    await world.quiet();
    await world.restart();
    await world.quiet();
    await world.restart();
    await world.closed(keyOfIp(1));
    expect(world.sent).toHaveLength(2);
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({
      state: 'failed',
      failure: { code: 'cut-off' },
    });
    expect(await world.engine.budgets()).toMatchObject([{ left: 8, of: 10 }]);
  });

  it('after an answer was stored does not ask that source again', async () => {
    const world = worldOfTwo();
    world.reply = ({ url }) => (url.includes('two.example') ? 'hang' : answer(200, { bad: 0 }));
    await world.engine.enrich([ip(1)], 'card');
    await world.quiet();
    world.reply = () => answer(200, { bad: 0 });
    await world.restart();
    await world.closed(keyOfIp(1));
    expect(world.sent.map(({ url }) => new URL(url).host)).toEqual([
      'one.example',
      'two.example',
      'two.example',
    ]);
  });

  it('in the middle of opening a big batch leaves the rest to the next', async () => {
    const world = new World(lists);
    await world.engine.startBatch(
      Array.from({ length: 250 }, (_, at) => ip(at)),
      'Pasted',
    );
    await world.quiet(40);
    await world.restart();
    await world.until(async () => (await world.engine.lastBatch())?.done === 250);
    expect(await world.engine.enrichments()).toBe(250);
  });

  it('finds its alarm set though other work ended while a batch was being opened', async () => {
    for (let moment = 0; moment < 40; moment += 1) {
      const world = new World(source('one'));
      world.reply = () => 'hang';
      await world.engine.startBatch([ip(1)], 'Pasted');
      await world.quiet(moment);
      await world.engine.enrich([], 'card');
      await world.quiet();
      expect([...world.alarms.values()], `moment ${moment}`).toEqual([{ periodInMinutes: 0.5 }]);
    }
  });

  it('finds its alarm set while anything is open, and gone when nothing is', async () => {
    const world = new World(source('one'));
    world.reply = () => 'hang';
    await world.engine.enrich([ip(1)], 'card');
    expect([...world.alarms.values()]).toEqual([{ periodInMinutes: 0.5 }]);
    await world.quiet();
    world.reply = () => answer(200, { bad: 0 });
    await world.restart();
    await world.closed(keyOfIp(1));
    await world.quiet();
    expect(world.alarms.size).toBe(0);
  });
});
