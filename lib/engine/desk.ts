import { longestWait } from './admission';
import type { Lane } from './lane';
import { slowest } from './pace';

/** Pieces of work that other sources have at the same time while one must not lose time. */
const beside = 2;

interface Waiting {
  readonly lane: Lane;
  begin(): void;
}

/**
 * The source whose budget makes it take longest sets when a batch is done: what it could have asked in a window and did
 * not, it asks a window later. So while it has room, its work in this browser (checks, bookings) goes first, and that of
 * the others passes two at a time. Only work waits here, never an answer: a slow network holds up nobody.
 */
export class Desk {
  readonly #line: Waiting[] = [];
  #first: Lane | null = null;
  #opening = 0;
  #busy = 0;

  /** Call when queues or gates changed. */
  look(lanes: Iterable<Lane>, now: number): void {
    let most = 0;
    this.#first = null;
    for (const lane of lanes) {
      const takes = lane.isShut(now) ? 0 : queueTakes(lane);
      if (takes <= most) continue;
      most = takes;
      this.#first = lane;
    }
    this.#next();
  }

  /** Opens runs: until all are open it is not known what takes longest, so this goes before what others do. */
  async open<T>(piece: () => Promise<T>): Promise<T> {
    this.#opening += 1;
    try {
      return await piece();
    } finally {
      this.#opening -= 1;
      this.#next();
    }
  }

  /** Does a piece of work when its turn has come. @param looked a person waits for it, or a page shows it */
  async work<T>(lane: Lane, looked: boolean, piece: () => Promise<T>): Promise<T> {
    if (looked || this.#mayBegin(lane)) this.#busy += 1;
    else await new Promise<void>((begin) => this.#line.push({ lane, begin }));
    try {
      return await piece();
    } finally {
      this.#busy -= 1;
      this.#next();
    }
  }

  #mayBegin(lane: Lane): boolean {
    const free = this.#first === null && this.#opening === 0;
    return free || this.#first === lane || this.#busy < beside;
  }

  #next(): void {
    for (let at = 0; at < this.#line.length;) {
      const waiting = this.#line[at];
      if (waiting === undefined || !this.#mayBegin(waiting.lane)) at += 1;
      else {
        this.#line.splice(at, 1);
        this.#busy += 1;
        waiting.begin();
      }
    }
  }
}

/** Milliseconds that what waits at a source takes at the pace of its budget; nobody waits for a window of days. */
function queueTakes({ waits, source }: Lane): number {
  if (source === null || source.limitedByHost) return 0;
  const { limits, batch } = source;
  const limit = slowest(limits.filter(({ per }) => typeof per === 'number' && per <= longestWait));
  if (limit === null) return 0;
  return (Math.ceil(waits / (batch?.size ?? 1)) / Math.max(1, limit.requests)) * limit.per;
}
