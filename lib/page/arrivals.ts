import type { Motion } from './motion';
import type { Unit } from './unit';

/** Milliseconds that text must stay near the viewport to be drawn while the page moves: what streams by gets no lines. */
const stay = 900;

/** Units that came near the viewport. All are handed on as soon as the page is at rest; while it moves, those that stay. */
export class Arrivals {
  readonly #motion: Motion;
  readonly #onStay: (units: readonly Unit[]) => void;
  /** Since when each is near, the first first. */
  readonly #waiting = new Map<Unit, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(motion: Motion, onStay: (units: readonly Unit[]) => void) {
    this.#motion = motion;
    this.#onStay = onStay;
  }

  add(units: Iterable<Unit>): void {
    const now = performance.now();
    for (const unit of units) if (!this.#waiting.has(unit)) this.#waiting.set(unit, now);
    // While the page moves, the timer that is set is early enough for what came later.
    if (this.#timer === undefined || !this.#motion.isMoving) this.#look();
  }

  /** It went again. */
  remove(unit: Unit): void {
    this.#waiting.delete(unit);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  readonly #look = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const now = performance.now();
    const { restsAt } = this.#motion;
    const staying: Unit[] = [];
    let next = Infinity;
    for (const [unit, since] of this.#waiting) {
      const due = Math.min(restsAt, since + stay);
      if (due > now) {
        next = due;
        break;
      }
      staying.push(unit);
      this.#waiting.delete(unit);
    }
    if (next < Infinity) this.#timer = setTimeout(this.#look, next - now);
    if (staying.length > 0) this.#onStay(staying);
  };
}
