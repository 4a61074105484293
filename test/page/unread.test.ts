import { beforeEach, expect, it, vi } from 'vitest';
import type { Slices, Work } from '../../lib/page/slices';
import type { Owner } from '../../lib/page/unit';
import { Unread } from '../../lib/page/unread';

interface Row {
  readonly at: number;
  isGone?: boolean;
}

vi.mock('../../lib/page/dom', () => ({ isConnected: ({ isGone }: Row) => isGone !== true }));

let rows: Row[];
let queue: Work[];
/** What was read, piece by piece. */
let read: (readonly number[])[];
let told: number;
let unread: Unread;

const some = (from: number, to: number): Element[] => rows.slice(from, to) as unknown as Element[];
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

function* walk(neighbours: readonly Owner[]): Work {
  const here = neighbours.map((row) => row as unknown as Row).filter(({ isGone }) => isGone !== true);
  if (here.some(({ at }) => at === 13)) throw new Error('unlucky');
  yield;
  read.push(here.map(({ at }) => at));
}

/** Runs so many pieces of work. */
function run(most = Infinity): void {
  for (let done = 0; done < most; done += 1) {
    const work = queue.shift();
    if (work === undefined) return;
    try {
      for (const _ of work);
    } catch {
      // As slices do: what failed ends, and the rest goes on.
    }
  }
}

beforeEach(() => {
  rows = Array.from({ length: 1_000 }, (_, at) => ({ at: at + 20 }));
  [queue, read, told] = [[], [], 0];
  const slices = { add: (_: string, work: Work) => void queue.push(work) } as unknown as Slices;
  unread = new Unread(slices, walk, () => (told += 1));
});

it('blocks that came at once are read in the order of the page, a screen at a time', () => {
  unread.add([some(0, 100), some(200, 210)]);
  run();
  expect(read).toEqual([numbers(20, 84), numbers(84, 120), numbers(220, 230)]);
  expect(told).toBe(3);
});

it('what came while others waited is read before these', () => {
  unread.add([some(0, 100)]);
  run(1);
  unread.add([some(100, 120)]);
  unread.add([some(120, 140)]);
  run();
  expect(read).toEqual([numbers(20, 84), numbers(140, 160), numbers(120, 140), numbers(84, 120)]);
});

it('of many that came while others waited the newest screen is read first', () => {
  unread.add([some(0, 70)]);
  unread.add([some(70, 270)]);
  run(1);
  expect(read).toEqual([numbers(226, 290)]);
});

it('nothing is kept of what left the page unread', () => {
  unread.add([some(0, 640)]);
  rows.slice(0, 600).forEach((row) => (row.isGone = true));
  unread.sweep();
  run();
  expect(read).toEqual([numbers(620, 660)]);
});

it('other changes have their turn between two pieces', () => {
  unread.add([some(0, 640)]);
  queue.push(walk([]));
  run(2);
  expect(read).toEqual([numbers(20, 84), []]);
});

it('where a piece cannot be read, the rest is', () => {
  rows[0] = { at: 13 };
  unread.add([some(0, 70)]);
  run();
  expect(read).toEqual([numbers(84, 90)]);
});

it('a reader waits until a screen of the newest is read, or all', () => {
  expect(unread.isInSight).toBeNull();
  unread.add([some(0, 200)]);
  expect(unread.isInSight).toBe(true);
  run(1);
  expect(unread.isInSight).toBe(false);
  unread.add([some(200, 210)]);
  expect(unread.isInSight).toBe(true);
  run();
  expect(unread.isInSight).toBeNull();
});
