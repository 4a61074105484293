/** Milliseconds the pointer rests on an indicator before its card opens. */
const rest = 300;

/** Milliseconds the pointer may be away from both before the card closes: time to travel from one to the other. */
const grace = 450;

/** Where the pointer is: on an indicator, in the card, elsewhere. */
export type Over<T> = { readonly hit: T } | 'card' | 'elsewhere';

export type Decision<T> = { readonly open: T } | 'close' | null;

/** Tells a pointer that means an indicator from one that passes over it. */
export class HoverIntent<T> {
  #over: T | null = null;
  #since = 0;
  #shown: T | null = null;
  #leftAt: number | null = null;

  /** The pointer was seen there. Ask again after `wait` milliseconds even if it does not move. */
  see(over: Over<T>, now: number): { readonly decision: Decision<T>; readonly wait: number | null } {
    const hit = typeof over === 'object' ? over.hit : null;
    if (hit !== this.#over) {
      this.#over = hit;
      this.#since = now;
    }
    if (hit !== null && hit !== this.#shown) {
      const left = this.#since + rest - now;
      if (left <= 0) {
        this.shown(hit);
        return { decision: { open: hit }, wait: null };
      }
      const closing = this.#leave(now);
      return { decision: closing.decision, wait: Math.min(left, closing.wait ?? left) };
    }
    if (over === 'card' || hit !== null) {
      this.#leftAt = null;
      return { decision: null, wait: null };
    }
    return this.#leave(now);
  }

  /** A card is open, as far as the pointer has to do with it. */
  get isShown(): boolean {
    return this.#shown !== null;
  }

  /** A card was opened (by a key, too) or closed. */
  shown(hit: T | null): void {
    this.#shown = hit;
    this.#leftAt = null;
  }

  /** A press, a drag, a scroll: what the pointer rested on before does not count. */
  reset(now: number): void {
    this.#since = now;
  }

  #leave(now: number): { readonly decision: Decision<T>; readonly wait: number | null } {
    if (this.#shown === null) return { decision: null, wait: null };
    this.#leftAt ??= now;
    const left = this.#leftAt + grace - now;
    if (left > 0) return { decision: null, wait: left };
    this.shown(null);
    return { decision: 'close', wait: null };
  }
}
