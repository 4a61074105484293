import { isConnected } from './dom';
import type { Slices, Work } from './slices';
import type { Owner } from './unit';

/** New blocks read at a time, about what a screen shows: then whatever came meanwhile goes first. */
export const screen = 64;

/** Blocks looked at by one sweep, a millisecond's work; one group more at most. */
const most = 4_096;

/**
 * New blocks of the page that wait to be read, the newest first: they are what its reader sees. Of a stream that is too
 * fast to be read whole, those that went before their turn cost nothing.
 */
export class Unread {
  /** Neighbours in document order; the newest group last. */
  #groups: Element[][] = [];
  readonly #slices: Slices;
  readonly #walk: (neighbours: readonly Owner[]) => Work;
  readonly #onRead: () => void;
  #isRunning = false;
  /** Blocks read since the last came. */
  #read = 0;

  /**
   * @param walk Reads neighbours with all that is in them.
   * @param onRead Told after each piece.
   */
  constructor(slices: Slices, walk: (neighbours: readonly Owner[]) => Work, onRead: () => void) {
    this.#slices = slices;
    this.#walk = walk;
    this.#onRead = onRead;
  }

  /** These came last. Where others still wait, a screen of their newest is read first of all. */
  add(groups: readonly Element[][]): void {
    if (groups.length === 0) return;
    const isLate = this.#groups.length > 0;
    this.#groups = this.#groups.concat(isLate ? groups : groups.toReversed());
    const last = this.#groups.at(-1);
    if (isLate && last !== undefined && last.length > screen) this.#groups.push(last.splice(-screen));
    this.#read = 0;
    if (!this.#isRunning) this.#next();
  }

  /** Is some of what waits on screen? Null where nothing waits. */
  get isInSight(): boolean | null {
    return this.#isRunning ? this.#read < screen : null;
  }

  /** Lets go of what left the page, mostly the oldest. */
  sweep(): void {
    let swept = 0;
    const kept = this.#groups.map((group) => {
      if (swept >= most) return group;
      swept += group.length;
      return group.filter(isConnected);
    });
    this.#groups = kept.filter(({ length }) => length > 0);
  }

  /** Piece by piece: other changes of the page have their turn between two. */
  #next(): void {
    this.#isRunning = this.#groups.length > 0;
    if (this.#isRunning) this.#slices.add('changed', this.#piece());
  }

  *#piece(): Work {
    try {
      const group = this.#groups.at(-1) ?? [];
      const neighbours = group.splice(0, screen);
      if (group.length === 0) this.#groups.pop();
      yield* this.#walk(neighbours);
      this.#read += neighbours.length;
      this.#onRead();
    } finally {
      this.#next();
    }
  }
}
