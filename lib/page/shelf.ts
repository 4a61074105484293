import { type Stretch, stretchOf } from './posts';
import type { Stack } from './stacks';
import type { Unit } from './unit';

/** Neighbouring units that come near the viewport and leave it together. */
export interface Shelf extends Stretch {
  readonly units: Set<Unit>;
  /** The elements of its first and its last unit; one where they are the same. */
  ends: readonly Element[];
  /** Shelves before it that are taken to be near, like this one, because their neighbour is; 0 where the browser said so. */
  readonly assumed: number;
  /** Null while it stands by itself. */
  stack: Stack | null;
  /** The stack between whose ends it was seen to stand. */
  placed: Stack | null;
}

/** A shelf that nothing observes yet. */
export const shelfOf = (units: readonly Unit[], near: boolean, assumed = 0): Shelf => ({
  ...stretchOf(near),
  units: new Set(units),
  ends: [],
  assumed,
  stack: null,
  placed: null,
});

/** The elements of the first and the last of neighbours. */
export function endsOf(units: Iterable<Unit>): readonly Element[] {
  let first: Element | null = null;
  let last: Element | null = null;
  for (const { element } of units) {
    first ??= element;
    last = element;
  }
  return first === null || last === null ? [] : first === last ? [first] : [first, last];
}

/** So many of the units between the ends are looked at to know whether all stand there: each look is a place asked for. */
const looks = 3;

/** Some of its elements, evenly spread. */
export function someOf({ units }: Shelf): readonly Element[] {
  const all = [...units];
  return Array.from({ length: looks }, (_, at) => all[Math.floor(((at + 1) * all.length) / (looks + 1))])
    .filter((unit) => unit !== undefined)
    .map(({ element }) => element);
}
