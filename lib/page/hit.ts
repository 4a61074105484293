import type { Level } from '../core/verdict';
import type { Entry } from './indicators';
import type { LineName } from './lines';
import type { Unit } from './unit';

/** One indicator at one place near the viewport. */
export interface Hit {
  readonly entry: Entry;
  readonly unit: Unit;
  readonly range: Range;
  /** Stands in a form field: no line reaches it. */
  readonly field?: Element;
  /** The line it is drawn with now. */
  line: LineName | null;
}

/** The level that a badge tells, or null where there is none to tell. */
export const levelOf = ({ entry: { mark } }: Hit): Level | null =>
  mark?.hidden === true ? null : (mark?.level ?? null);

/** Where the text of this range stands now that it was read again; null where it went. */
export function placeNow({ hits }: Entry, range: Range): Range | null {
  const all = [...(hits ?? [])];
  if (all.some((hit) => hit.range === range)) return range;
  return all.find((hit) => isSamePlace(hit.range, range))?.range ?? null;
}

/** After a change in the row the old range may have collapsed where it stood. */
function isSamePlace(one: Range, other: Range): boolean {
  return one.startContainer === other.startContainer && one.startOffset === other.startOffset;
}
