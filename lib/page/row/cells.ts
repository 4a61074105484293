import { clip } from '../../core/clip';
import type { EventTime } from '../../core/seen';
import type { RowHints } from '../../core/row-hints';
import { attributeOf, childrenOf, elementBefore, hasAttribute, isElement, nameOf, queryMany } from '../dom';
import { closest, isCell, type NameReader } from './field';
import { type Pair, pairsIn } from './pairs';
import { seenText } from './text';
import { type Around, inTitleZone, plain, timeOnly, timesIn } from './times';

/** Elements of one row that are looked at, cells that are read, characters of each. */
const mostElements = 600;
const mostCells = 64;
const longest = 1_024;

/** Attributes that give the parts of one row the same number, where a grid keeps them apart (pinned columns). */
const numbers = ['data-gridcell-visible-row-index', 'data-gridcell-row-index', 'row-index', 'aria-rowindex'];

/** Names of fields that hold the time of an event. */
const timeName = /time|date|^@?ts$|created|received|start|seen|\bwhen\b|\bat$/i;

/** The elements that make up the row: more than one where a grid lays pinned columns apart. */
export function partsOf(row: Element | null, node: Node): readonly Element[] {
  const numbered = closest(node, (at) => numbers.some((name) => hasAttribute(at, name)));
  const name = numbers.find((each) => numbered !== null && hasAttribute(numbered, each));
  const grid =
    numbered && closest(numbered, (at) => /^(?:grid|treegrid|table)$/.test(attributeOf(at, 'role') ?? ''));
  const number = numbered === null || name === undefined ? null : attributeOf(numbered, name);
  if (grid === null || name === undefined || number === null || !/^\d{1,9}$/.test(number)) {
    return row === null ? [] : [row];
  }
  const parts = queryMany(grid, `[${name}="${number}"]`, mostCells);
  return row === null || parts.some((part) => part === row) ? parts : [row, ...parts];
}

/** How the names of fields are read. */
export interface Names {
  readonly nameOfField: NameReader;
  titleOf(cell: Element): string;
}

/** What a row says: its fields, and the time among them. */
export interface Cells {
  readonly pairs: readonly Pair[];
  readonly time: EventTime | null;
}

export function cellsOf(
  parts: readonly Element[],
  { nameOfField, titleOf }: Names,
  { times }: Pick<RowHints, 'times'>,
  around: Around,
): Cells {
  const pairs: Pair[] = [];
  let best: { readonly time: EventTime; readonly rank: number } | null = null;
  const offer = (time: EventTime | null | undefined, rank: number): void => {
    if (time && (best === null || rank < best.rank)) best = { time: plain(time), rank };
  };
  let cells = 0;
  for (const element of elementsOf(parts)) {
    for (const name of times) {
      const value = attributeOf(element, name);
      if (value !== null) offer(timeOnly(value.slice(0, 64), around), 0);
    }
    const field = nameOfField(element);
    if (field === null && !isCell(element)) continue;
    cells += 1;
    if (cells > mostCells) break;
    const name = field ?? titleOf(element);
    const value = seenText(element, longest);
    pairs.push({ name, value: clip(value, longest) });
    if (timeName.test(name)) {
      const time = timeOnly(value.slice(0, 128), around);
      offer(time && inTitleZone(time, name), 1);
    }
    const inner = pairsIn(value);
    pairs.push(...inner);
    for (const one of inner) if (timeName.test(one.name)) offer(timeOnly(one.value, around), 2);
    offer(timesIn(value, around)[0], 3);
  }
  return { pairs, time: (best as { readonly time: EventTime } | null)?.time ?? null };
}

function* elementsOf(parts: readonly Element[]): Generator<Element> {
  let seen = 0;
  for (const part of parts) {
    yield part;
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null && seen < mostElements; node = walker.nextNode()) {
      seen += 1;
      if (isElement(node)) yield node;
    }
  }
}

/** A row with a single cell shows the details of the row over it (Splunk, Security Onion, OpenSearch). */
export function rowAbove(row: Element): Element | null {
  const before = elementBefore(row);
  if (nameOf(row) !== 'tr' || before === null || nameOf(before) !== 'tr') return null;
  const cells = childrenOf(row);
  const last = cells.item(cells.length - 1);
  if (last === null || cells.length > 2) return null;
  return cells.length === 1 || Number(attributeOf(last, 'colspan') ?? 1) > 1 ? before : null;
}
