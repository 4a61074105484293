import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Shelves } from '../../lib/page/shelves';
import type { Unit } from '../../lib/page/unit';

interface Row {
  readonly previousElementSibling: Row | null;
  readonly parent: object | null;
}

type Report = (seen: readonly unknown[]) => void;

/** How the browser says what it observed. */
let reports: Report[];
let shelves: Shelves;
let near: Unit[];

vi.mock('../../lib/page/dom', () => ({
  elementBefore: (row: Row) => row.previousElementSibling,
  isElement: (node: object) => 'parent' in node,
  parentOf: ({ parent = null }: Partial<Row>) => parent,
  contains: () => true,
  isAfter: () => true,
  rectOf: () => ({ top: 0, bottom: 10, width: 1, height: 10 }),
}));

vi.mock('../../lib/page/room', () => ({ rooms: () => () => 800 }));

const rows: Row[] = [];
function unit(parent: object | null = null): Unit {
  const element: Row = { previousElementSibling: rows.at(-1) ?? null, parent };
  rows.push(element);
  return { element, shelf: null } as unknown as Unit;
}

const say = (target: object, isIntersecting: boolean): void => {
  const boundingClientRect = { top: 0, bottom: 10, left: 0, width: 1, height: 10 };
  for (const report of reports) report([{ target, isIntersecting, boundingClientRect }]);
};

beforeEach(() => {
  [reports, near] = [[], []];
  rows.length = 0;
  vi.stubGlobal('innerWidth', 1280);
  // Nothing is far but for what the browser says.
  vi.stubGlobal('innerHeight', Infinity);
  class Observer {
    constructor(report: Report) {
      reports.push(report);
    }
    observe = (): void => undefined;
    unobserve = (): void => undefined;
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  shelves = new Shelves((units, isNear) => {
    if (isNear) near.push(...units);
    else near = near.filter((one) => ![...units].includes(one));
  });
});

afterEach(() => void vi.unstubAllGlobals());

describe('text that follows text near the viewport', () => {
  it('is taken to be near at once, three shelves on end', () => {
    const first = unit();
    shelves.put(first);
    shelves.close();
    say(first.element, true);
    const next = Array.from({ length: 5 }, () => unit());
    for (const one of next) shelves.put(one);
    expect(near).toEqual([first, ...next.slice(0, 3)]);
  });

  it('is let go where the browser says that it is not', () => {
    const [first, next] = [unit(), unit()];
    shelves.put(first);
    say(first.element, true);
    shelves.put(next);
    expect(near).toEqual([first, next]);
    say(next.element, false);
    expect(near).toEqual([first]);
  });

  it('is not taken to be near where something else stands between', () => {
    const first = unit();
    shelves.put(first);
    shelves.close();
    say(first.element, true);
    unit();
    shelves.put(unit());
    expect(near).toEqual([first]);
  });
});

describe('text of which the browser did not say yet where it is', () => {
  const put = (count: number): Unit[] => {
    const units = Array.from({ length: count }, () => unit());
    for (const one of units) shelves.put(one);
    shelves.close();
    return units;
  };

  it('is near after a look, where it is', () => {
    const units = put(40);
    expect(near).toEqual([]);
    shelves.look();
    expect(near).toEqual(units);
  });

  it('is not near where it is far', () => {
    vi.stubGlobal('innerHeight', -100);
    put(40);
    shelves.look();
    expect(near).toEqual([]);
  });

  it('is not near where the browser says that it is not', () => {
    const [one, ...others] = put(3);
    say(one?.element as object, false);
    shelves.look();
    expect(near).toEqual(others);
  });
});

describe('a shelf', () => {
  const shelvesOf = (parents: readonly object[]): readonly number[] => {
    const units = parents.map((parent) => unit(parent));
    for (const one of units) shelves.put(one);
    const all = [...new Set(units.map(({ shelf }) => shelf))];
    return all.map((shelf) => units.filter((one) => one.shelf === shelf).length);
  };
  const table = {};
  const single = Array.from({ length: 16 }, () => 1);

  it('holds one of the first sixteen units, so that a short page is drawn exactly', () => {
    expect(shelvesOf(Array.from({ length: 16 }, () => table))).toEqual(single);
  });

  it('is shared by the rows of a longer table', () => {
    expect(shelvesOf(Array.from({ length: 54 }, () => table))).toEqual([...single, 16, 16, 6]);
  });

  it('is not shared on a short page by what stands in two boxes, which may scroll apart', () => {
    const rest = Array.from({ length: 20 }, (_, at) => (at < 10 ? table : {}));
    expect(shelvesOf([...single.map(() => table), ...rest])).toEqual([
      ...single,
      10,
      ...rest.slice(10).map(() => 1),
    ]);
  });

  it('is shared by all neighbours on a long one', () => {
    expect(shelvesOf(Array.from({ length: 133 }, () => ({})))).toEqual([
      ...Array.from({ length: 100 }, () => 1),
      16,
      16,
      1,
    ]);
  });
});

describe('the last shelf of a page, which is not full', () => {
  it('is divided where it is longer than the zone around the viewport', () => {
    const all = Array.from({ length: 42 }, () => unit());
    for (const one of all) shelves.put(one);
    const [first, last] = [all.at(-10), all.at(-1)];
    expect(first?.shelf).toBe(last?.shelf);
    shelves.close();
    const told = [first, last].map((one, at) => ({
      target: one?.element,
      isIntersecting: false,
      boundingClientRect: { top: at * 4000, bottom: at * 4000 + 10, left: 0, width: 1, height: 10 },
    }));
    for (const report of reports) report(told);
    expect(first?.shelf).not.toBe(last?.shelf);
  });
});
