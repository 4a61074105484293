/** Times that something is done again at once, and milliseconds between two times after that. */
const atOnce = 20;
export const pace = 250;

/**
 * A page may undo what we do: some do it once, when they hydrate, some for ever. What is done again has its bound, so
 * that the page is not busy with us, and never stops, so that it comes back whatever the page did before.
 */
export class Patience {
  #times = 0;
  #last = -Infinity;

  /** May it be done again now? If so, it is counted. */
  allows(now: number): boolean {
    if (this.#times >= atOnce && now - this.#last < pace) return false;
    this.#times += 1;
    this.#last = now;
    return true;
  }

  renew(): void {
    this.#times = 0;
  }
}
