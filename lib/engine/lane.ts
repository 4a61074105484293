import type { Ioc } from '../ioc';
import type { AskedProvider } from '../core/plugin';
import type { Task } from './company';
import { type Rank, ranks } from './rows';

export interface Job extends Task {
  readonly rank: Rank;
  /** Counts up: who came first. */
  readonly turn: number;
  /** What its budget covers, once it is known. */
  scope: string;
}

export interface Gate {
  readonly until: number;
  readonly why: string;
}

/** Every so many picks the oldest goes first, whatever its rank: a batch moves on under a busy mouse. */
const oldestEvery = 4;
/** Requests that one source gets at the same time unless it says otherwise. */
const together = 4;

/** The waiting jobs of one source, and what each scope of it waits for. In memory: runs are what is stored. */
export class Lane {
  /** By rank, in order of their turns. */
  readonly #queues = ranks.map(() => new Map<number, Job>());
  /** Picked in vain before, or raised; in no order. */
  readonly #again = new Map<number, Job>();
  readonly #gates = new Map<string, Gate>();
  #picks = 0;
  active = 0;
  /** A job was picked that others may still join; it ends waiting for them when called. */
  gathering: { readonly enough: number; end(): void } | null = null;
  /** A job was picked that others may join: no other may be picked before it has left. */
  leading = false;
  /** Null where the source was switched off since. */
  source: AskedProvider | null = null;

  constructor(readonly provider: string) {}

  /** Every job has the source itself as its scope, so that one gate holds all. */
  get #single(): boolean {
    return !this.source?.limitedByHost;
  }

  get full(): boolean {
    return this.active >= (this.source?.together ?? together) || this.leading;
  }

  get waits(): number {
    return this.#again.size + this.#queues.reduce((sum, queue) => sum + queue.size, 0);
  }

  get someoneLooks(): boolean {
    return [...this.#all()].some(({ rank }) => rank === 0);
  }

  add(job: Job): void {
    this.#queues[job.rank]?.set(job.run, job);
  }

  /** A job that was picked in vain: whose turn it is stays as it was. */
  putBack(job: Job): void {
    this.#picks -= 1;
    this.#again.set(job.run, job);
  }

  get(run: number): Job | undefined {
    return this.#again.get(run) ?? this.#queues.map((queue) => queue.get(run)).find((job) => job);
  }

  rank(run: number, rank: Rank): void {
    const job = this.get(run);
    if (job === undefined || job.rank === rank) return;
    this.drop(run);
    this.#again.set(run, { ...job, rank });
  }

  drop(run: number): void {
    this.#again.delete(run);
    for (const queue of this.#queues) queue.delete(run);
  }

  close(scope: string, gate: Gate): void {
    this.#gates.set(scope, gate);
  }

  openAll(): void {
    this.#gates.clear();
  }

  gateOf(job: Job, now: number): Gate | null {
    return this.#gate(job.scope, now);
  }

  #gate(scope: string, now: number): Gate | null {
    const gate = this.#gates.get(scope);
    return gate !== undefined && gate.until > now ? gate : null;
  }

  /** Does one gate hold all that waits? */
  isShut(now: number): boolean {
    return this.#single && this.#gate(this.provider, now) !== null;
  }

  /** Takes out the job that goes next; null when none may go now. */
  pick(now: number): Job | null {
    if (this.isShut(now)) return null;
    const byAge = (this.#picks + 1) % oldestEvery === 0;
    let best: Job | null = null;
    for (const job of this.#heads(now)) if (best === null || before(job, best, byAge)) best = job;
    if (best === null) return null;
    this.#picks += 1;
    this.drop(best.run);
    return best;
  }

  /** Takes out more jobs that fit, the most urgent first. */
  take(most: number, fits: (ioc: Ioc) => boolean, now: number): readonly Job[] {
    const taken: Job[] = [];
    const again = [...this.#again.values()].sort((a, b) => a.turn - b.turn);
    for (const rank of ranks) {
      for (const job of [...again.filter((job) => job.rank === rank), ...this.#queue(rank)]) {
        if (taken.length === most) return taken;
        if (this.gateOf(job, now) !== null || !fits(job.ioc)) continue;
        this.drop(job.run);
        taken.push(job);
      }
    }
    return taken;
  }

  /** How many jobs go before this one. */
  ahead(job: Job): number {
    let count = 0;
    for (const other of this.#all()) if (before(other, job, false)) count += 1;
    return count;
  }

  /** How many of these runs wait here, and the one that goes last. */
  waiting(runs: ReadonlySet<number>): { readonly count: number; readonly last: Job | null } {
    let count = 0;
    let last: Job | null = null;
    for (const job of this.#all()) {
      if (!runs.has(job.run)) continue;
      count += 1;
      if (last === null || before(last, job, false)) last = job;
    }
    return { count, last };
  }

  /** When the next gate opens that holds a job; Infinity when none does. */
  nextOpening(now: number): number {
    // Ten thousand jobs behind one gate are not looked through for each that starts.
    if (this.#single)
      return this.waits === 0 ? Infinity : (this.#gate(this.provider, now)?.until ?? Infinity);
    let next = Infinity;
    for (const job of this.#all()) next = Math.min(next, this.gateOf(job, now)?.until ?? Infinity);
    return next;
  }

  *#queue(rank: Rank): Generator<Job> {
    yield* this.#queues[rank]?.values() ?? [];
  }

  /** Among these is the one that goes next: those in no order, and the first of each rank whose gate is open. */
  *#heads(now: number): Generator<Job> {
    for (const job of this.#again.values()) if (this.gateOf(job, now) === null) yield job;
    for (const queue of this.#queues) {
      for (const job of queue.values()) {
        if (this.gateOf(job, now) !== null) continue;
        yield job;
        break;
      }
    }
  }

  *#all(): Generator<Job> {
    yield* this.#again.values();
    for (const queue of this.#queues) yield* queue.values();
  }
}

const before = (a: Job, b: Job, byAge: boolean): boolean =>
  byAge || a.rank === b.rank ? a.turn < b.turn : a.rank < b.rank;
