import type { Hit } from './hit';
import type { Entry } from './indicators';
import { type LineName, lineOf, type Lines } from './lines';
import type { Sighted } from './text-index';
import type { Unit } from './unit';

/** Keeps the lines on the page in step with what is near the viewport and what is known of it. */
export class Drawing {
  readonly near = new Set<Unit>();
  readonly #lines: Lines;
  #opened: Range | null = null;
  /** Told of each place that is not drawn any more. */
  onErased: (hit: Hit) => void = () => undefined;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Replaces what is drawn of a unit; nothing where it left the viewport or the page. */
  draw(unit: Unit, sighted: readonly Sighted[]): void {
    for (const hit of unit.hits) {
      this.#line(hit, null);
      hit.entry.hits.delete(hit);
      this.onErased(hit);
    }
    unit.hits = sighted.map(({ entry, range }) => ({ entry, unit, range, line: null }));
    for (const hit of unit.hits) {
      hit.entry.hits.add(hit);
      this.#line(hit, lineOf(hit.entry.mark));
    }
    if (sighted.length > 0) this.near.add(unit);
    else this.near.delete(unit);
  }

  /** Another level, or hidden: every place of the indicator is drawn anew. */
  redraw(entry: Entry): void {
    for (const hit of entry.hits) this.#line(hit, lineOf(entry.mark));
  }

  /** The ground under the indicator whose card is open. */
  open(range: Range | null): void {
    if (this.#opened !== null) this.#lines.remove('sl-open', this.#opened);
    if (range !== null) this.#lines.add('sl-open', range);
    this.#opened = range;
  }

  #line(hit: Hit, line: LineName | null): void {
    if (hit.line === line) return;
    if (hit.line !== null) this.#lines.remove(hit.line, hit.range);
    if (line !== null) this.#lines.add(line, hit.range);
    hit.line = line;
  }
}
