import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FarSight, Look } from '../../lib/page/far-sight';

interface Fake {
  readonly attributes: Readonly<Record<string, string>>;
  /** Of a row. */
  readonly table?: object;
}

interface Cell {
  readonly seen: boolean;
}

let asked: Cell[];

vi.mock('../../lib/page/dom', () => ({
  attributeOf: ({ attributes }: Fake, name: string) => attributes[name] ?? null,
  hasAttribute: ({ attributes }: Fake, name: string) => name in attributes,
  hasAttributes: ({ attributes }: Fake) => Object.keys(attributes).length > 0,
  parentOf: ({ table }: Fake) => table,
}));

vi.mock('../../lib/page/gap', () => ({
  Sight: class {
    isSeen(cell: Cell): boolean {
      asked.push(cell);
      return cell.seen;
    }
  },
}));

const shown: Cell = { seen: true };
const hidden: Cell = { seen: false };
let table: object;

beforeEach(() => {
  asked = [];
  table = {};
});

const bare: Fake = { attributes: {} };
const plain: readonly Fake[] = [bare, bare, { attributes: { class: 'host' } }];

/** Is a cell of a row seen that holds these elements? */
function isSeen(cell: Cell, inside = plain, attributes: Fake['attributes'] = {}, within = table): boolean {
  const look = new Look();
  for (const one of inside) look.add(one as unknown as Element, 'td', one === bare);
  const row = { attributes, table: within } as unknown as Element;
  return new FarSight(row, look).isSeen(cell as unknown as Element);
}

const times = (count: number, go: () => unknown): void => {
  for (let at = 0; at < count; at += 1) go();
};

describe('whether far text is seen', () => {
  it('is asked in few of many rows that look alike', () => {
    times(1_064, () => expect(isSeen(shown)).toBe(true));
    expect(asked.length).toBeGreaterThan(16);
    expect(asked.length).toBeLessThan(100);
  });

  it('is asked in each again once one of them was not seen', () => {
    times(64, () => isSeen(shown));
    expect(isSeen(hidden)).toBe(false);
    times(100, () => expect(isSeen(hidden)).toBe(false));
  });

  it('is asked in rows of another class, with cells of another class, with more cells, and of another table', () => {
    times(64, () => isSeen(shown));
    expect(isSeen(hidden, plain, { class: 'collapsed' })).toBe(false);
    expect(isSeen(hidden, [bare, bare, { attributes: { class: 'id' } }])).toBe(false);
    expect(isSeen(hidden, [bare, ...plain])).toBe(false);
    expect(isSeen(hidden, plain, {}, {})).toBe(false);
  });

  it('is asked in every row in which something has a style of its own, or is hidden by itself', () => {
    times(100, () => isSeen(shown, plain, { style: 'top: 20px' }));
    times(100, () => isSeen(shown, [{ attributes: { style: 'color: red' } }]));
    times(100, () => isSeen(shown, [{ attributes: { hidden: '' } }]));
    expect(asked).toHaveLength(300);
  });
});
