import { clip } from '../../core/clip';
import type { RowHints } from '../../core/row-hints';
import { isRow } from '../boundary';
import {
  above,
  attributeOf,
  childrenOf,
  elementBefore,
  hasAttribute,
  isElement,
  isRoot,
  nameOf,
  parentOf,
  queryMany,
} from '../dom';
import { seenText } from './text';

/** Characters of a field's name. */
const longestName = 80;

/** Columns and cells of one table that are looked through. */
const mostColumns = 200;

/** Reads the field's name from the attributes of one element, as consoles write it. */
export type NameReader = (element: Element) => string | null;

/** `id=events_quick_action_*_{field}` and the like become one reader. A bare number names nothing. */
export function nameReader(fields: RowHints['fields']): NameReader {
  const readers = fields.map((hint) => {
    const [attribute = '', template = '{field}'] = hint.split(/=(.*)/s);
    const [before = '', after = ''] = template.split('{field}');
    const literal = (text: string): string =>
      text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*?');
    return { attribute, form: new RegExp(`^${literal(before)}(.{1,256})${literal(after)}$`) };
  });
  return (element) => {
    for (const { attribute, form } of readers) {
      if (!hasAttribute(element, attribute)) continue;
      const name = clip(
        form.exec((attributeOf(element, attribute) ?? '').slice(0, 512))?.[1] ?? '',
        longestName,
      );
      if (name !== '' && !/^\d+$/.test(name)) return name;
    }
    return null;
  };
}

/** A cell of a table or grid, or the description in a list of terms. */
export function isCell(element: Element): boolean {
  const name = nameOf(element);
  if (name === 'td' || name === 'th' || name === 'dd') return true;
  const role = attributeOf(element, 'role');
  return role === 'gridcell' || role === 'cell' || role === 'rowheader';
}

/** What the page itself calls a cell: its term, its column's title, the title of its row. Remembers the columns of a grid. */
export function titleReader(): (cell: Element) => string {
  const columns = new Map<Element, Columns>();
  const byColumn = (cell: Element): Element | null => {
    const grid = closest(cell, isGrid);
    if (grid === null) return null;
    const known = columns.get(grid) ?? columnsOf(grid);
    columns.set(grid, known);
    const title =
      known.byNumber.get(attributeOf(cell, 'aria-colindex') ?? '') ?? known.byPlace.get(columnOf(cell));
    return title === undefined || parentOf(title) === parentOf(cell) ? null : title;
  };
  return (cell) => {
    const title = nameOf(cell) === 'dd' ? termOf(cell) : (byReference(cell) ?? byColumn(cell) ?? byRow(cell));
    return title === null ? '' : clip(seenText(title, longestName * 2), longestName).replace(/\s*:$/, '');
  };
}

function termOf(description: Element): Element | null {
  let at = elementBefore(description);
  for (let seen = 0; at !== null && nameOf(at) === 'dd' && seen < mostColumns; seen += 1)
    at = elementBefore(at);
  return at !== null && nameOf(at) === 'dt' ? at : null;
}

/** jqGrid and others point from the cell to its title. */
function byReference(cell: Element): Element | null {
  const root = Node.prototype.getRootNode.call(cell);
  const getById = isRoot(root)
    ? DocumentFragment.prototype.getElementById
    : Document.prototype.getElementById;
  for (const attribute of ['headers', 'aria-describedby', 'aria-labelledby']) {
    for (const id of (attributeOf(cell, attribute) ?? '').slice(0, 512).split(/\s+/, 8)) {
      const title = id === '' ? null : getById.call(root, id);
      if (title !== null && isTitle(title)) return title;
    }
  }
  return null;
}

const isTitle = (element: Element): boolean =>
  nameOf(element) === 'th' || attributeOf(element, 'role') === 'columnheader';

const isGrid = (element: Element): boolean =>
  nameOf(element) === 'table' || /^(?:grid|table|treegrid)$/.test(attributeOf(element, 'role') ?? '');

/** The titles of a grid: by the number that the grid gives them, and by their place in the last row of titles. */
interface Columns {
  readonly byNumber: ReadonlyMap<string, Element>;
  readonly byPlace: ReadonlyMap<number, Element>;
}

function columnsOf(grid: Element): Columns {
  const heads = new Map<Node, boolean>();
  const titles = queryMany(grid, 'th, [role="columnheader"]', mostColumns).filter((title) => {
    const row = parentOf(title);
    if (row === null) return false;
    if (!heads.has(row)) heads.set(row, isHead(row));
    return heads.get(row);
  });
  const last = titles.at(-1);
  const head = last === undefined ? null : parentOf(last);
  return {
    byNumber: new Map(
      titles.flatMap((title) => {
        const number = attributeOf(title, 'aria-colindex');
        return number === null ? [] : [[number, title] as const];
      }),
    ),
    byPlace: new Map(
      titles.filter((title) => parentOf(title) === head).map((title) => [columnOf(title), title] as const),
    ),
  };
}

/** A row of titles: no data beside them. */
function isHead(row: Node): boolean {
  if (!isElement(row)) return true;
  const cells = childrenOf(row);
  for (let at = 0; at < Math.min(cells.length, mostColumns); at += 1) {
    const cell = cells.item(at);
    if (cell !== null && isCell(cell) && !isTitle(cell)) return false;
  }
  return true;
}

/** The first column that a cell covers, from 0. */
function columnOf(cell: Element): number {
  let column = 0;
  let at = elementBefore(cell);
  for (let seen = 0; at !== null && seen < mostColumns; seen += 1, at = elementBefore(at)) {
    const covered = Number(attributeOf(at, 'colspan') ?? attributeOf(at, 'aria-colspan') ?? 1);
    column += Math.min(covered || 1, mostColumns);
  }
  return column;
}

/** A table of names and values: one title, one cell. */
function byRow(cell: Element): Element | null {
  const before = elementBefore(cell);
  if (before === null || elementBefore(before) !== null) return null;
  return nameOf(before) === 'th' || attributeOf(before, 'role') === 'rowheader' ? before : null;
}

/** The nearest ancestor, itself included, over the edges of shadow roots; not further than 24 steps. */
export function closest(from: Node, is: (element: Element) => boolean): Element | null {
  let at: Node | null = from;
  for (let step = 0; at !== null && step < 24; step += 1, at = above(at)) {
    if (isElement(at) && is(at)) return at;
  }
  return null;
}

export const rowOf = (node: Node): Element | null => closest(node, (at) => isRow(at) || nameOf(at) === 'dl');
