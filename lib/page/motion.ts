/** Milliseconds without scrolling and without new text, after which a page is at rest. A log that gathers what arrives ten times a second never is. */
const rest = 120;

/** Does the page move under its reader: does it scroll, does new text come in? */
export class Motion {
  #last = -Infinity;

  /** It just did. */
  moved(): void {
    this.#last = performance.now();
  }

  /** When it will be at rest, unless it moves again: by the clock of `performance.now`. */
  get restsAt(): number {
    return this.#last + rest;
  }

  get isMoving(): boolean {
    return this.restsAt > performance.now();
  }
}
