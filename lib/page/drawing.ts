import type { Hit } from './hit';
import type { Entry } from './indicators';
import { type LineName, lineOf, type Lines } from './lines';
import { inZone, isAt, rangeOf, type Sighted } from './sighted';
import type { Unit } from './unit';

/** A unit with more indicators is drawn in part, and never more than `most` of it. */
const long = 200;
const most = 2_000;

/** Keeps the lines on the page in step with what is near the viewport and what is known of it. */
export class Drawing {
  readonly near = new Set<Unit>();
  readonly #lines: Lines;
  readonly #long = new Map<Unit, readonly Sighted[]>();
  #opened: Range | null = null;
  /** Told of a unit that is drawn in part: it wants `reframe` now and after every move. */
  onLong: (unit: Unit) => void = () => undefined;
  /** Told of each place that is not drawn any more. */
  onErased: (hit: Hit) => void = () => undefined;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Replaces what is drawn of a unit; nothing where it left the viewport or the page. */
  draw(unit: Unit, sighted: readonly Sighted[]): void {
    if (sighted.length === 0) this.near.delete(unit);
    else this.near.add(unit);
    if (sighted.length > long) {
      this.#long.set(unit, sighted);
      this.onLong(unit);
      return;
    }
    this.#long.delete(unit);
    this.#replace(unit, sighted);
  }

  /** Of a unit too long to be drawn whole, draws what is near the viewport now. */
  *reframe(unit: Unit): Generator<void> {
    const all = this.#long.get(unit);
    if (all === undefined) return;
    const shown = yield* inZone(all, innerHeight);
    if (this.#long.get(unit) === all) this.#replace(unit, shown.slice(0, most));
  }

  /** Units that are drawn in part. */
  get longUnits(): Iterable<Unit> {
    return this.#long.keys();
  }

  #replace(unit: Unit, sighted: readonly Sighted[]): void {
    // Read again and nothing changed: who points at it, or reads its card, must not notice.
    if (isSame(unit.hits, sighted)) return;
    for (const hit of unit.hits) {
      this.#line(hit, null);
      release(hit);
      this.onErased(hit);
    }
    const hits: Hit[] = [];
    for (const one of sighted) {
      const range = rangeOf(one);
      if (range !== null) hits.push({ entry: one.entry, unit, range, line: null });
    }
    unit.hits = hits;
    for (const hit of hits) {
      (hit.entry.hits ??= new Set()).add(hit);
      this.#line(hit, lineOf(hit.entry.mark));
    }
  }

  /** Another level, or hidden: every place of the indicator is drawn anew. */
  redraw(entry: Entry): void {
    for (const hit of entry.hits ?? []) this.#line(hit, lineOf(entry.mark));
  }

  /** The ground under the indicator whose card is open. */
  open(range: Range | null): void {
    if (this.#opened !== null) this.#lines.remove('sl-open', this.#opened);
    if (range !== null) this.#lines.add('sl-open', range);
    this.#opened = range;
  }

  #line(hit: Hit, line: LineName | null): void {
    if (hit.line === line || hit.field !== undefined) return;
    this.#lines.change(hit.range, hit.line, line);
    hit.line = line;
  }
}

function release(hit: Hit): void {
  const { entry } = hit;
  entry.hits?.delete(hit);
  if (entry.hits?.size === 0) entry.hits = null;
}

function isSame(hits: readonly Hit[], sighted: readonly Sighted[]): boolean {
  if (hits.length !== sighted.length) return false;
  return hits.every(({ entry, range }, at) => {
    const one = sighted[at];
    return one !== undefined && one.entry === entry && isAt(one, range);
  });
}
