import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Shelves } from '../../lib/page/shelves';
import type { Unit } from '../../lib/page/unit';

interface Box {
  readonly children: Row[];
}
interface Row {
  readonly parent: Box;
  readonly at: number;
  readonly top: number;
}

const rowHeight = 20;

vi.mock('../../lib/page/dom', () => ({
  contains: (box: Box, row: Row) => box.children.includes(row),
  elementBefore: (row: Partial<Row>) => row.parent?.children[(row.at ?? 0) - 1] ?? null,
  isAfter: (row: Row, before: Row) => row.at > before.at,
  isElement: () => true,
  parentOf: (node: Partial<Row>) => node.parent ?? null,
  rectOf: (row: Row) => ({ top: row.top, bottom: row.top + rowHeight, left: 0, width: 1, height: rowHeight }),
}));
vi.mock('../../lib/page/room', () => ({ rooms: () => () => 800 }));

/** What the browser looks at, with the way to say what it sees: that of stacks, then that of shelves. */
class Observer {
  readonly seen = new Set<Row>();
  constructor(readonly report: (seen: readonly unknown[]) => void) {
    observers.push(this);
  }
  get scrollMargin(): string {
    return '';
  }
  observe = (row: Row): void => void this.seen.add(row);
  unobserve = (row: Row): void => void this.seen.delete(row);
  say(rows: readonly (Row | Box)[], isIntersecting: boolean, isDisplayed = true): void {
    const boxOf = (top: number) => ({ top, bottom: top + rowHeight, left: 0, width: 1, height: rowHeight });
    const none = { top: 0, bottom: 0, left: 0, width: 0, height: 0 };
    this.report(
      rows.map((target) => ({
        target,
        isIntersecting,
        boundingClientRect: isDisplayed ? boxOf('top' in target ? target.top : 0) : none,
      })),
    );
  }
}

let observers: Observer[];
let shelves: Shelves;
let near: Set<Unit>;
const box = (): Box => ({ children: [] });

function put(into: Box, count: number, topOf = (at: number) => at * rowHeight): Unit[] {
  const units: Unit[] = [];
  for (let left = count; left > 0; left -= 1) {
    const at = into.children.length;
    const row: Row = { parent: into, at, top: topOf(at) };
    into.children.push(row);
    const unit = { element: row, shelf: null } as unknown as Unit;
    shelves.put(unit);
    units.push(unit);
  }
  shelves.close();
  return units;
}

const ofStacks = (): Observer => observers[0] as Observer;
const ofShelves = (): Observer => observers[1] as Observer;
/** Of all that stacks are observed by, those that a box holds. */
const endsIn = (one: Box): Row[] => [...ofStacks().seen].filter(({ parent }) => parent === one);

beforeEach(() => {
  observers = [];
  near = new Set();
  vi.stubGlobal('innerWidth', 1280);
  // Nothing is far but for what the browser says.
  vi.stubGlobal('innerHeight', Infinity);
  vi.stubGlobal('document', {});
  vi.stubGlobal('IntersectionObserver', Observer);
  shelves = new Shelves((units, isNear) => {
    for (const unit of units) {
      if (isNear) near.add(unit);
      else near.delete(unit);
    }
  });
});

afterEach(() => void vi.unstubAllGlobals());

describe('text far from the viewport', () => {
  it('is observed by the ends of larger pieces alone', () => {
    const table = box();
    put(table, 2_000);
    const before = ofShelves().seen.size;
    ofStacks().say([...ofStacks().seen], false);
    expect(before).toBeGreaterThan(200);
    expect(ofShelves().seen.size).toBeLessThan(10);
    expect(ofStacks().seen.size).toBeLessThan(20);
  });

  it('is not observed closely for a moment where a piece begins far away', () => {
    vi.stubGlobal('innerHeight', 800);
    put(box(), 2_000);
    const rows = [...ofShelves().seen].map(({ at }) => at);
    expect(Math.max(...rows.filter((at) => at < 1_990)) * rowHeight).toBeLessThan(5 * 800 + 256 * rowHeight);
    expect(ofStacks().seen.size).toBeGreaterThan(10);
  });

  it('is observed closely again when it comes near, and told of by its own places', () => {
    const table = box();
    const units = put(table, 2_000);
    ofStacks().say([...ofStacks().seen], false);
    const [first, last] = endsIn(table);
    ofStacks().say([first as Row], true);
    const within = [...ofShelves().seen].filter(
      ({ at }) => at >= (first as Row).at && at <= (last as Row).at,
    );
    expect(within.length).toBeGreaterThan(20);
    const [one] = within;
    ofShelves().say([one as Row], true);
    expect(near).toContain(units[(one as Row).at]);
  });

  it('loses what was near when its piece goes', () => {
    const table = box();
    put(table, 400);
    ofShelves().say([...ofShelves().seen], true);
    expect(near.size).toBeGreaterThan(300);
    ofStacks().say([...ofStacks().seen], false);
    expect(near.size).toBeLessThan(20);
  });

  it('stays observed closely where a page places it in another order than it holds it', () => {
    const table = box();
    put(table, 256, (at) => ((at * 97) % 256) * rowHeight);
    const before = ofShelves().seen.size;
    ofStacks().say([...ofStacks().seen], false);
    expect(ofShelves().seen.size).toBe(before);
    expect(ofStacks().seen.size).toBe(0);
  });

  it('is never in one piece with text of another box, which may scroll by itself', () => {
    const [left, right] = [box(), box()];
    put(left, 200);
    put(right, 200);
    expect(endsIn(left)).toHaveLength(2);
    expect(endsIn(right)).toHaveLength(2);
    ofStacks().say(endsIn(left), false);
    expect([...ofShelves().seen].filter(({ parent }) => parent === right).length).toBeGreaterThan(20);
  });

  it('waits for its container where it is not displayed, and is measured once that is', () => {
    const table = box();
    put(table, 2_000);
    ofStacks().say([...ofStacks().seen], false, false);
    const [container, ...others] = [...ofStacks().seen] as unknown[];
    expect([container, others]).toEqual([table, []]);
    ofStacks().say([table], false, false);
    expect(ofShelves().seen.size).toBeLessThan(10);
    ofStacks().say([table], true);
    ofStacks().say([...ofStacks().seen], false);
    expect(ofStacks().seen.size).toBeGreaterThan(10);
    expect(ofShelves().seen.size).toBeLessThan(10);
  });

  it('stays observed closely while the browser has not told of a new end', () => {
    const table = box();
    put(table, 400);
    const [first] = [...ofStacks().seen].slice(-2);
    ofStacks().say([...ofStacks().seen], true);
    put(table, 16);
    const before = ofShelves().seen.size;
    ofStacks().say([first as Row], false);
    expect(ofShelves().seen.size).toBe(before);
  });

  it('is divided where a piece is longer than what is looked at around the viewport', () => {
    const table = box();
    put(table, 256, (at) => at * 100);
    ofStacks().say([...ofStacks().seen], false);
    expect(ofStacks().seen.size).toBeGreaterThan(4);
  });
});

describe('rows that are let go', () => {
  it('leave nothing observed', async () => {
    const table = box();
    const units = put(table, 1_000);
    ofStacks().say([...ofStacks().seen], false);
    for (const unit of units) shelves.remove(unit);
    await Promise.resolve();
    expect(ofShelves().seen.size + ofStacks().seen.size).toBe(0);
  });

  it('together, let the next one be observed and none between', async () => {
    const table = box();
    const units = put(table, 1_000);
    ofStacks().say([...ofStacks().seen], false);
    const { observe } = ofStacks();
    const begun: number[] = [];
    ofStacks().observe = (row) => {
      begun.push(row.at);
      observe(row);
    };
    for (const unit of units.slice(0, 130)) shelves.remove(unit);
    await Promise.resolve();
    expect(begun).toEqual([130]);
  });
});
