import type { Failure } from '../core/failure';
import type { Question } from './checks';
import type { WriteTx } from './db';
import { limitWords } from './limit-words';
import { headroom, roomFor } from './quota';
import type { ClosureRow } from './rows';
import { durationWords } from './time-words';

/** Milliseconds that a run stays open for a source. A longer wait is an outcome, and a re-run is queued. */
export const longestWait = 15 * 60_000;

/** May a request leave now? */
export type Given =
  /** Book it, then send it. */
  | { readonly is: 'go' }
  | { readonly is: 'wait'; readonly until: number; readonly why: string }
  | { readonly is: 'closed'; readonly failure: Failure };

/** How one scope stands within a transaction. */
interface Door {
  readonly version: string;
  readonly closure: ClosureRow | undefined;
  /** Requests that fit, those let through since taken off. */
  left: number;
}

/** Lets requests through within one transaction: budgets are counted once for each scope, then kept up. */
export class Admission {
  readonly #doors = new Map<string, Promise<Door>>();

  constructor(
    readonly tx: WriteTx<'reservations' | 'closures' | 'quotas'>,
    readonly now: number,
  ) {}

  /** Reads how the scope of a question stands, so that nobody waits for it later. */
  read(question: Question): Promise<Door> {
    const { scope } = question;
    const door = this.#doors.get(scope) ?? this.#open(question);
    this.#doors.set(scope, door);
    return door;
  }

  async #open({ scope, provider, source: { version } }: Question): Promise<Door> {
    const [closure, left] = await Promise.all([
      this.tx.objectStore('closures').get(scope),
      headroom(this.tx, scope, provider.limits, version, this.now),
    ]);
    return { version, closure, left };
  }

  /** Whoever is let through is to be booked in this transaction, before the next one asks. */
  async pass(question: Question): Promise<Given> {
    const { scope, source, provider } = question;
    let door = await this.read(question);
    if (door.version !== source.version) {
      this.#doors.delete(scope);
      door = await this.read(question);
    }
    if (door.closure !== undefined && isClosed(door.closure, source.version, this.now))
      return closedFor(door.closure, this.now);
    if (door.left > 0) {
      door.left -= 1;
      return { is: 'go' };
    }
    const room = await roomFor(this.tx, scope, provider.limits, source.version, this.now);
    return room === null ? { is: 'go' } : full(provider.name, limitWords(room.limit), room.at, this.now);
  }
}

/** Is the source closed now, for these settings? */
export const isClosed = (closure: ClosureRow, version: string, now: number): boolean =>
  now < closure.until && closure.version === version;

function closedFor({ until, failure }: ClosureRow, now: number): Given {
  if (failure.code === 'limited' && until - now <= longestWait) {
    return { is: 'wait', until, why: 'Too many questions (429)' };
  }
  return { is: 'closed', failure: Number.isFinite(until) ? { ...failure, retryAt: until } : failure };
}

function full(name: string, words: string, at: number, now: number): Given {
  if (at - now <= longestWait) return { is: 'wait', until: at, why: words };
  const retryAt = Number.isFinite(at) ? { retryAt: at } : {};
  const message = `${name}: the budget of ${words} is spent. It is asked again in ${durationWords(at - now)}.`;
  return { is: 'closed', failure: { code: 'quota', message, ...retryAt } };
}
