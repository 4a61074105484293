/** Milliseconds without scrolling and without new text, after which a page is at rest. A log that gathers what arrives ten times a second never is. */
const rest = 120;

/**
 * A busy page takes longer between two pieces of a stream: it rests after so many times what it usually takes, and after
 * `longestRest` in any case.
 */
const ease = 1.15;
const longestRest = 150;

/** Pieces further apart than this (milliseconds) are no stream. */
const apart = 300;

/** Each piece counts by so much in what is usual. */
const weight = 0.25;

/** A page that follows its end scrolls once for each piece of text, with its next frame: within so many milliseconds. */
const following = 150;

/** Does the page move under its reader: does it scroll, does new text come in? */
export class Motion {
  #last = -Infinity;
  #arrived = -Infinity;
  #usual = 0;
  #hasFollowed = false;

  /** It just scrolled. To follow new text is part of its coming: a busy page says so only a frame later. */
  scrolled(): void {
    const now = performance.now();
    const follows = !this.#hasFollowed && now - this.#arrived < following;
    this.#hasFollowed = true;
    if (!follows) this.#last = now;
  }

  /** New text just came. */
  arrived(): void {
    const now = performance.now();
    const gap = now - this.#arrived;
    this.#usual = gap < apart ? this.#usual + (gap - this.#usual) * weight : 0;
    this.#hasFollowed = false;
    this.#arrived = now;
    this.#last = now;
  }

  /** When it will be at rest, unless it moves again: by the clock of `performance.now`. */
  get restsAt(): number {
    return this.#last + Math.min(longestRest, Math.max(rest, this.#usual * ease));
  }

  get isMoving(): boolean {
    return this.restsAt > performance.now();
  }
}
