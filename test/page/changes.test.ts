import { expect, it, vi } from 'vitest';
import { reread } from '../../lib/page/changes';
import type { Slices, Urgency } from '../../lib/page/slices';
import type { TextIndex } from '../../lib/page/text-index';
import type { Owner } from '../../lib/page/unit';

interface Row {
  readonly at: number;
}

vi.mock('../../lib/page/dom', () => ({
  isConnected: () => true,
  isElement: () => false,
  parentOf: () => null,
  elementBefore: ({ at }: Row) => rows[at - 1] ?? null,
}));
vi.mock('../../lib/page/owner', () => ({
  ownerOf: () => null,
  Standings: class {
    of = (): string => 'open';
  },
}));

const rows: Row[] = Array.from({ length: 200 }, (_, at) => ({ at }));

/** What is read of these rows, by urgency and in order. */
function readingOf(fresh: readonly Row[], isLate: boolean): (readonly [Urgency, readonly number[]])[] {
  const order: [Urgency, readonly number[]][] = [];
  let walked: readonly number[] = [];
  const index = {
    walk: (starts: readonly Owner[]) => void (walked = starts.map((row) => (row as unknown as Row).at)),
  } as unknown as TextIndex;
  const slices = { add: (urgency: Urgency) => void order.push([urgency, walked]) } as unknown as Slices;
  const changes = {
    owners: new Set<Owner>(),
    fresh: new Set(fresh as unknown as Element[]),
    looks: new Set<Element>(),
    removed: false,
  };
  for (const _ of reread(changes, index, [], slices, isLate));
  return order;
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

it('rows that came together are read together', () => {
  expect(readingOf(rows.slice(0, 100), false)).toEqual([['changed', numbers(0, 100)]]);
});

it('where reading is behind, a screen of the newest rows is read before all that waits', () => {
  expect(readingOf(rows.slice(0, 100), true)).toEqual([
    ['near', numbers(36, 100)],
    ['changed', numbers(0, 36)],
  ]);
});

it('so are the newest of rows that came in several places, the last first', () => {
  const fresh = [...rows.slice(0, 90), ...rows.slice(100, 110), ...rows.slice(120, 140)];
  expect(readingOf(fresh, true)).toEqual([
    ['near', numbers(120, 140)],
    ['near', numbers(100, 110)],
    ['near', numbers(56, 90)],
    ['changed', numbers(0, 56)],
  ]);
});
