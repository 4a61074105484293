import type { Hit } from './hit';
import type { Entry } from './indicators';
import { neighbour } from './order';
import { isNear, type Unit } from './unit';

/** Everything that can be gone to. */
export interface Stops {
  readonly units: Iterable<Unit>;
}

export type Step = 'next' | 'previous' | 'next-malicious';

/** Milliseconds in which a unit that was scrolled to should be drawn. */
const patience = 1_000;

/** Goes from indicator to indicator with the keyboard, in the order of reading. */
export class Tour {
  readonly #index: Stops;
  #unit: Unit | null = null;
  #at = -1;

  constructor(index: Stops) {
    this.#index = index;
  }

  /** Goes on from here: the pointer opened a card. */
  from(hit: Hit): void {
    this.#unit = hit.unit;
    this.#at = hit.unit.hits.indexOf(hit);
  }

  /** The indicator that the tour stands on, if it is still drawn. */
  get current(): Hit | null {
    return this.#unit?.hits[this.#at] ?? null;
  }

  /** Scrolls the next one into view and returns it; null where there is none. */
  async go(step: Step): Promise<Hit | null> {
    const back = step === 'previous';
    const wanted = ({ mark }: Entry): boolean =>
      mark?.hidden !== true && (step !== 'next-malicious' || mark?.level === 'malicious');
    const inside = this.#within(back, wanted);
    if (inside !== null) return inside;
    const units = [...this.#index.units].filter((unit) => unit.entries.some(wanted));
    const unit = neighbour(units, this.#unit?.element ?? null, back);
    if (unit === null) return null;
    unit.element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    await drawn(unit);
    this.#unit = unit;
    this.#at = back ? unit.hits.length : -1;
    return this.#within(back, wanted);
  }

  #within(back: boolean, wanted: (entry: Entry) => boolean): Hit | null {
    const hits = this.#unit?.hits ?? [];
    for (let at = this.#at + (back ? -1 : 1); at >= 0 && at < hits.length; at += back ? -1 : 1) {
      const hit = hits[at];
      if (hit === undefined || !wanted(hit.entry)) continue;
      this.#at = at;
      return hit;
    }
    return null;
  }
}

async function drawn(unit: Unit): Promise<void> {
  const until = performance.now() + patience;
  while ((!isNear(unit) || unit.hits.length === 0) && performance.now() < until) {
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
  }
}
