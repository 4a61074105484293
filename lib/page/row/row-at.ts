import type { RowHints } from '../../core/row-hints';
import type { EventTime, Row } from '../../core/seen';
import { edgeOf } from '../boundary';
import { above, attributeOf, isElement, nameOf, rootElementOf } from '../dom';
import type { Find } from '../find-memo';
import { cellsOf, type Names, partsOf, rowAbove } from './cells';
import { closest, isCell, nameReader, rowOf, titleReader } from './field';
import { fieldLabel } from './field-label';
import { flowOf } from './flow';
import { nameBefore, pairsIn } from './pairs';
import { isUnread, lineAround } from './text';
import { type Around, plain, timeOnly, timesIn } from './times';

/** How far up a time is looked for where the row has none, and elements looked at on each step. */
const steps = 8;
const mostElements = 120;

/**
 * What the page says around an indicator. Computed when a card opens or an Enrichment is asked for, never in the scan;
 * bounded in nodes and characters, whatever the page is. Reads text, and nothing else of it.
 */
export function rowAt(range: Range, hints: RowHints, find: Find): Row {
  const around = surroundings();
  const names = { nameOfField: nameReader(hints.fields), titleOf: titleReader() };
  const line = lineAround(range);
  const start = range.startContainer;
  const row = rowOf(start);
  const parts = partsOf(row, start);
  const own = cellsOf(parts, names, hints, around);
  const field = fieldLabel(range) ?? fieldOf(start, row, names, line.before);
  const time = timeInLine(line, around) ?? own.time ?? timeNear(row ?? start, names, hints, around);
  const text = line.before + line.value + line.after;
  const flow = flowOf([...pairsIn(text), ...own.pairs], text, hints, find);
  return { ...(field === '' ? {} : { field }), ...(time && { time }), ...flow };
}

function surroundings(): Around {
  const page = rootElementOf(document);
  const language = (page && attributeOf(page, 'lang')) ?? '';
  return {
    now: Date.now(),
    dayFirst: /^[a-z]{2,3}-[a-z]{2}/i.test(language) ? !/-(?:us|ph)$/i.test(language) : null,
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** The innermost name wins: an attribute of the value, the name before it in the text, then its cell. */
function fieldOf(start: Node, row: Element | null, { nameOfField, titleOf }: Names, before: string): string {
  const inner = closest(start, (at) => at === row || edgeOf(at) === 'hard' || nameOfField(at) !== null);
  const byValue = inner === null || edgeOf(inner) === 'hard' ? null : nameOfField(inner);
  const byText = byValue ?? nameBefore(before);
  if (byText !== null) return byText;
  const named = closest(start, (at) => at === row || isCell(at) || nameOfField(at) !== null);
  const byAttribute = named === null || named === row ? null : nameOfField(named);
  if (byAttribute !== null) return byAttribute;
  const cell = closest(start, (at) => at === row || isCell(at));
  return cell === null || cell === row ? '' : titleOf(cell);
}

/** The time nearest to the value, the one before it where both are as near. */
function timeInLine(
  { before, value, after }: { before: string; value: string; after: string },
  around: Around,
): EventTime | null {
  const from = before.length;
  const to = from + value.length;
  let nearest: { readonly time: EventTime; readonly distance: number } | null = null;
  for (const time of timesIn(before + ' '.repeat(value.length) + after, around)) {
    const distance = time.end <= from ? from - time.end : time.start - to;
    if (nearest === null || distance < nearest.distance) nearest = { time: plain(time), distance };
  }
  return nearest?.time ?? null;
}

/** The row over a row of details, else the nearest thing around that tells a time: a comment, an article, a list item. */
function timeNear(from: Node, names: Names, hints: RowHints, around: Around): EventTime | null {
  const over = isElement(from) ? rowAbove(from) : null;
  const time = over && cellsOf([over], names, hints, around).time;
  if (time !== null) return time;
  let at = above(from);
  for (let step = 0; at !== null && step < steps; step += 1, at = above(at)) {
    if (!isElement(at)) continue;
    if (
      /^(?:body|html|main|table|tbody)$/.test(nameOf(at)) ||
      /grid$|^table$|^main$/.test(attributeOf(at, 'role') ?? '')
    )
      return null;
    const told = timeWithin(at, hints, around);
    if (told !== null) return told;
  }
  return null;
}

function timeWithin(element: Element, { times }: RowHints, around: Around): EventTime | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let node: Node | null = element;
  for (let seen = 0; node !== null && seen < mostElements; seen += 1, node = walker.nextNode()) {
    if (isElement(node)) {
      for (const name of times) {
        const value = attributeOf(node, name);
        const time = value === null ? null : timeOnly(value.slice(0, 64), around);
        if (time !== null) return time;
      }
      continue;
    }
    const [time] = isUnread(node) ? [] : timesIn((node.nodeValue ?? '').slice(0, 256), around);
    if (time !== undefined) return plain(time);
  }
  return null;
}
