import type { Entry } from './indicators';
import { type Bearer, textAt } from './bearer';
import { lengthOf } from './dom';
import type { Place, RunText } from './run-text';

/** An indicator in a run that was just read: where it would be drawn. */
export interface Sighted {
  readonly entry: Entry;
  readonly run: RunText<Bearer>;
  readonly start: number;
  readonly end: number;
}

function placesOf({ run, start, end }: Sighted): { start: Place<Text>; end: Place<Text> } | null {
  const places = run.places(start, end);
  const first = places && textAt(places.start, false);
  if (places === null || first === null) return null;
  // Mostly it ends in the node that it begins in.
  const offset = first.offset + places.end.offset - places.start.offset;
  const isOne = places.end.node === places.start.node && offset <= lengthOf(first.node);
  const last = isOne ? { node: first.node, offset } : textAt(places.end, true);
  return last && { start: first, end: last };
}

/** The range in the page, or null where the page changed under it. */
export function rangeOf(sighted: Sighted): Range | null {
  const places = placesOf(sighted);
  if (places === null) return null;
  try {
    const range = new Range();
    range.setStart(places.start.node, places.start.offset);
    range.setEnd(places.end.node, places.end.offset);
    return range;
  } catch {
    // The text got shorter since it was read; the change is on its way to be read again.
    return null;
  }
}

/** Is this range still exactly there? */
export function isAt(sighted: Sighted, range: Range): boolean {
  const places = placesOf(sighted);
  return (
    places !== null &&
    places.start.node === range.startContainer &&
    places.start.offset === range.startOffset &&
    places.end.node === range.endContainer &&
    places.end.offset === range.endOffset
  );
}

/** Top and bottom of an indicator on screen; null where it has no place. */
function spanOf(sighted: Sighted | undefined): { readonly top: number; readonly bottom: number } | null {
  const box = sighted === undefined ? undefined : rangeOf(sighted)?.getBoundingClientRect();
  return box === undefined || (box.width === 0 && box.height === 0) ? null : box;
}

/**
 * Of many indicators in one long text, those within one screen of the viewport. Text runs downwards, so a binary search
 * finds the first. Yields between questions: each can cost a millisecond in a text of a hundred thousand lines.
 */
export function* inZone(all: readonly Sighted[], height: number): Generator<void, readonly Sighted[]> {
  const from = yield* firstWhere(all, ({ bottom }) => bottom >= -height);
  const to = yield* firstWhere(all, ({ top }) => top > 2 * height);
  return all.slice(from, to);
}

function* firstWhere(
  all: readonly Sighted[],
  holds: (span: { readonly top: number; readonly bottom: number }) => boolean,
): Generator<void, number> {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spanOf(all[middle]);
    yield;
    if (span !== null && holds(span)) high = middle;
    else low = middle + 1;
  }
  return low;
}
