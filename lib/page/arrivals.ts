import type { Motion } from './motion';
import type { Unit } from './unit';

/** Milliseconds that text must stay near the viewport to be drawn while the page moves: what streams by gets no lines. */
const stay = 900;

/** Units that came near the viewport. All are handed on as soon as the page is at rest; while it moves, those that stay. */
export class Arrivals {
  readonly #motion: Motion;
  readonly #onRest: () => void;
  readonly #onStay: (units: readonly Unit[]) => void;
  /** Since when each is near, the first first. */
  readonly #waiting = new Map<Unit, number>();
  #isExpecting = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onRest Told when a page rests of which `expect` said that text comes in: it may add what is near. */
  constructor(motion: Motion, onRest: () => void, onStay: (units: readonly Unit[]) => void) {
    this.#motion = motion;
    this.#onRest = onRest;
    this.#onStay = onStay;
  }

  add(units: Iterable<Unit>): void {
    const now = performance.now();
    for (const unit of units) if (!this.#waiting.has(unit)) this.#waiting.set(unit, now);
    // While the page moves, the timer that is set is early enough for what came later.
    if (this.#timer === undefined || !this.#motion.isMoving) this.#look();
  }

  /** More text came than is known to be near. */
  expect(): void {
    this.#isExpecting = true;
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
    if (this.#isExpecting && restsAt <= now) {
      this.#isExpecting = false;
      this.#onRest();
    }
    const staying: Unit[] = [];
    let next = this.#isExpecting ? restsAt : Infinity;
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
