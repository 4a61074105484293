import { expect, it, vi } from 'vitest';
import { reread } from '../../lib/page/changes';
import type { Slices } from '../../lib/page/slices';
import type { TextIndex } from '../../lib/page/text-index';
import type { Owner } from '../../lib/page/unit';
import type { Unread } from '../../lib/page/unread';

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

/** What of these rows is read together, in order. */
function groupsOf(fresh: readonly Row[]): readonly (readonly number[])[] {
  let groups: readonly (readonly number[])[] = [];
  const unread = {
    add: (added: readonly Row[][]) => void (groups = added.map((group) => group.map(({ at }) => at))),
  } as unknown as Unread;
  const changes = {
    owners: new Set<Owner>(),
    fresh: new Set(fresh as unknown as Element[]),
    looks: new Set<Element>(),
    removed: false,
  };
  for (const _ of reread(changes, {} as TextIndex, [], {} as Slices, unread));
  return groups;
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

it('rows that came together are read together', () => {
  expect(groupsOf(rows.slice(0, 100))).toEqual([numbers(0, 100)]);
});

it('rows that came in several places are read place by place', () => {
  const fresh = [...rows.slice(0, 90), ...rows.slice(100, 110), ...rows.slice(120, 140)];
  expect(groupsOf(fresh)).toEqual([numbers(0, 90), numbers(100, 110), numbers(120, 140)]);
});
