import { describe, expect, it } from 'vitest';
import type { AskedProvider } from '../../lib/core/plugin';
import { Desk } from '../../lib/engine/desk';
import { Lane } from '../../lib/engine/lane';
import { ip, source } from './sources';

const minute = 60_000;

/** A source with so many questions waiting. */
function laneOf(
  id: string,
  waits: number,
  limits: AskedProvider['limits'],
  more: Partial<AskedProvider> = {},
) {
  const lane = new Lane(id);
  lane.source = source(id, { limits, ...more });
  for (let run = 0; run < waits; run += 1)
    lane.add({ run, ioc: ip(run), provider: id, rank: 2, turn: run, scope: id });
  return lane;
}

const slow = (waits = 100) => laneOf('slow', waits, [{ requests: 4, per: minute }]);
const quick = () => laneOf('quick', 100, []);

/** Pieces of work that begin when the desk lets them and end when told. */
class Work {
  readonly begun: string[] = [];
  readonly #ends: (() => void)[] = [];

  constructor(readonly desk: Desk) {}

  async ask(name: string, lane: Lane, looked = false): Promise<void> {
    void this.desk.work(lane, looked, () => {
      this.begun.push(name);
      return new Promise<void>((end) => this.#ends.push(end));
    });
    await settled();
  }

  async endOne(): Promise<void> {
    this.#ends.shift()?.();
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((next) => setImmediate(next));

describe('while the source that takes longest has room', () => {
  it('its work begins at once, and that of the others two at a time, the earliest first', async () => {
    const desk = new Desk();
    const [long, other] = [slow(), quick()];
    desk.look([other, long], 0);
    const work = new Work(desk);
    for (const name of ['a', 'b', 'c', 'd']) await work.ask(name, other);
    for (const name of ['S', 'T', 'U']) await work.ask(name, long);
    expect(work.begun).toEqual(['a', 'b', 'S', 'T', 'U']);
    for (let ends = 0; ends < 3; ends += 1) await work.endOne();
    expect(work.begun).toHaveLength(5);
    await work.endOne();
    expect(work.begun.slice(5)).toEqual(['c']);
    await work.endOne();
    expect(work.begun.slice(5)).toEqual(['c', 'd']);
  });

  it('what a person looks at waits for nobody', async () => {
    const desk = new Desk();
    const [long, other] = [slow(), quick()];
    desk.look([other, long], 0);
    const work = new Work(desk);
    for (const name of ['a', 'b', 'c']) await work.ask(name, other);
    await work.ask('looked at', other, true);
    expect(work.begun).toEqual(['a', 'b', 'looked at']);
  });

  it('work that fails makes room like any other', async () => {
    const desk = new Desk();
    desk.look([slow()], 0);
    const other = quick();
    const fails = desk.work(other, false, () => Promise.reject(new Error('Broken.')));
    await expect(fails).rejects.toThrow('Broken.');
    const work = new Work(desk);
    for (const name of ['a', 'b']) await work.ask(name, other);
    expect(work.begun).toEqual(['a', 'b']);
  });
});

describe('others wait no longer', () => {
  const waiting = async (desk: Desk, other: Lane) => {
    const work = new Work(desk);
    for (const name of ['a', 'b', 'c', 'd']) await work.ask(name, other);
    expect(work.begun).toEqual(['a', 'b']);
    return work;
  };

  it('when its window is full', async () => {
    const desk = new Desk();
    const [long, other] = [slow(), quick()];
    desk.look([long, other], 0);
    const work = await waiting(desk, other);
    long.close('slow', { until: 1000, why: '4 a minute' });
    desk.look([long, other], 0);
    await settled();
    expect(work.begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('when nothing waits there', async () => {
    const desk = new Desk();
    const [long, other] = [slow(1), quick()];
    desk.look([long, other], 0);
    const work = await waiting(desk, other);
    long.drop(0);
    desk.look([long, other], 0);
    await settled();
    expect(work.begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('when all runs are open, and none of them waits for a budget', async () => {
    const desk = new Desk();
    let opened = (): void => undefined;
    const opening = desk.open(() => new Promise<void>((end) => (opened = end)));
    const work = await waiting(desk, quick());
    opened();
    await opening;
    await settled();
    expect(work.begun).toEqual(['a', 'b', 'c', 'd']);
  });
});

it.each([
  ['a window of days, for which no run waits', laneOf('week', 100, [{ requests: 50, per: 7 * 86_400_000 }])],
  ['no budget', laneOf('free', 100, [])],
  ['a budget for each host', laneOf('hosts', 100, [{ requests: 4, per: minute }], { limitedByHost: true })],
])('a source with %s goes before nobody', async (_words, lane) => {
  const desk = new Desk();
  const other = quick();
  desk.look([lane, other], 0);
  const work = new Work(desk);
  for (const name of ['a', 'b', 'c']) await work.ask(name, other);
  expect(work.begun).toEqual(['a', 'b', 'c']);
});

it('of two sources the one goes first whose queue takes longer, counted in full requests', async () => {
  const desk = new Desk();
  const several = laneOf('several', 100, [{ requests: 4, per: minute }], {
    batch: { size: 100, request: () => ({ url: 'https://several.example/' }), read: () => [] },
  });
  const single = slow(5);
  desk.look([several, single], 0);
  const work = new Work(desk);
  for (const name of ['a', 'b', 'c']) await work.ask(name, several);
  await work.ask('S', single);
  expect(work.begun).toEqual(['a', 'b', 'S']);
});
