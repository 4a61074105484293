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
