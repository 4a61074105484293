import type { Task } from './lookup';
import type { Rank } from './rows';

export interface Job extends Task {
  rank: Rank;
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

/** The waiting jobs of one source, and what each scope of it waits for. In memory: runs are what is stored. */
export class Lane {
  /** In order of their turns. */
  readonly #jobs = new Map<number, Job>();
  /** Picked in vain before; older than the others, in no order. */
  readonly #again = new Map<number, Job>();
  readonly #gates = new Map<string, Gate>();
  #picks = 0;
  active = 0;

  constructor(
    readonly provider: string,
    /** Every job has the source itself as its scope, so that one gate holds all. */
    readonly single: boolean,
  ) {}

  add(job: Job): void {
    this.#jobs.set(job.run, job);
  }

  /** A job that was picked in vain: whose turn it is stays as it was. */
  putBack(job: Job): void {
    this.#picks -= 1;
    this.#again.set(job.run, job);
  }

  get(run: number): Job | undefined {
    return this.#again.get(run) ?? this.#jobs.get(run);
  }

  drop(run: number): void {
    this.#again.delete(run);
    this.#jobs.delete(run);
  }

  close(scope: string, gate: Gate): void {
    this.#gates.set(scope, gate);
  }

  openAll(): void {
    this.#gates.clear();
  }

  gateOf(job: Job, now: number): Gate | null {
    const gate = this.#gates.get(job.scope);
    return gate !== undefined && gate.until > now ? gate : null;
  }

  /** Takes out the job that goes next; null when none may go now. */
  pick(now: number): Job | null {
    const byAge = (this.#picks + 1) % oldestEvery === 0;
    let best: Job | null = null;
    for (const job of this.#all()) {
      if (this.gateOf(job, now) !== null) {
        if (this.single) return null;
        continue;
      }
      if (best === null || before(job, best, byAge)) best = job;
      // From here on everybody is younger.
      if ((byAge || best.rank === 0) && this.#jobs.has(job.run)) break;
    }
    if (best === null) return null;
    this.#picks += 1;
    this.drop(best.run);
    return best;
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
    let next = Infinity;
    for (const job of this.#all()) {
      const gate = this.gateOf(job, now);
      if (gate !== null && gate.until < next) next = gate.until;
      if (gate !== null && this.single) break;
    }
    return next;
  }

  *#all(): Generator<Job> {
    yield* this.#again.values();
    yield* this.#jobs.values();
  }
}

const before = (a: Job, b: Job, byAge: boolean): boolean =>
  byAge || a.rank === b.rank ? a.turn < b.turn : a.rank < b.rank;
