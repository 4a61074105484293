import type { DraftEdits } from './engine';
import type { TicketRef } from '../core/draft';
import type { Enrichment, Trigger } from '../core/enrichment';
import type { Failure } from '../core/failure';
import type { Outcome, Pending } from '../core/outcome';
import type { Limit, Reading } from '../core/plugin';
import type { Verdict } from '../core/verdict';
import type { Ioc } from '../ioc';
import type { Listed } from '../screens';

/** Who goes first: what a person looks at, what a page shows, a batch, what runs on its own. */
export const ranks = [0, 1, 2, 3] as const;
export type Rank = (typeof ranks)[number];

export interface StepRow {
  readonly provider: string;
  readonly outcome: Outcome | Pending;
  readonly attempts: number;
  /** A request is out: which life of the worker sent it, under which reservation. Stored before it leaves. */
  readonly asking?: { readonly life: string; readonly reservation: number };
  /** What a re-run of a failed step waits for, besides time (`retry-plan.ts`). */
  readonly waits?: string;
  /** Of a closed run whose source was silent: what it had said last, in an earlier one (`run-changes.ts`). */
  readonly heard?: Heard;
}

/** An outcome in which the source spoke. */
export type Heard = Extract<Outcome, { state: 'answered' | 'no-record' }>;

export interface RunRow {
  readonly id: number;
  readonly key: string;
  readonly ioc: Ioc;
  readonly trigger: Trigger;
  readonly rank: Rank;
  readonly startedAt: number;
  readonly closedAt?: number;
  readonly steps: readonly StepRow[];
  readonly verdict?: Verdict;
  readonly changes?: readonly string[];
  /** Present while a step has no outcome; IndexedDB leaves rows without it out of the index. */
  readonly open?: 1;
  /** The batch that may cancel it. Gone once somebody else joined. */
  readonly batch?: string;
  /** The life of the worker in which pages asked for it, and nobody else did. Gone once somebody else joined. */
  readonly pages?: string;
  /** Its batch was cancelled: what is out comes back, nothing more is sent. */
  readonly cancelled?: true;
  /** Re-runs by itself in a row, this one included. */
  readonly tries?: number;
  /** A person asked again: answers from before its start do not count, unless asking fails. */
  readonly past?: true;
}

export interface EnrichmentRow extends Enrichment {
  readonly newestRun: number;
  readonly closedRun?: number;
  readonly ticks: Listed['ticks'];
}

export interface CacheRow {
  readonly key: string;
  readonly provider: string;
  readonly version: string;
  readonly at: number;
  readonly until: number;
  readonly reading: Exclude<Reading, { is: 'failure' }>;
}

/**
 * One request, booked before it left. `scope` is a source, a source at a host, or a ceiling. `at` is the last moment at
 * which it may have arrived (`ledger.ts`).
 */
export interface ReservationRow {
  readonly id: number;
  readonly scope: string;
  readonly at: number;
  readonly run?: number;
  readonly provider?: string;
  /** An answer or a failure arrived. False for ever where the worker died before. */
  readonly done: boolean;
}

/** What a source's own headers said last of one window of its budget. */
export interface QuotaRow {
  readonly scope: string;
  readonly per: Limit['per'];
  readonly of: number;
  readonly left: number;
  /** Epoch milliseconds when the window starts anew. */
  readonly until: number;
  readonly version: string;
  /** What arrived before, and `counted` of those at that very millisecond, is in `left`. */
  readonly at: number;
  readonly counted: number;
}

export interface ClosureRow {
  readonly scope: string;
  readonly provider: string;
  /** `Infinity` for a refused key: until the settings change. */
  readonly until: number;
  readonly version: string;
  readonly failure: Failure;
  /** How often in a row (`closures.ts`). */
  readonly strikes: number;
}

export interface OutboxRow {
  readonly key: string;
  readonly ioc: Ioc;
  /** Which Investigation of this indicator: above 1 the external id has a suffix. */
  readonly nth: number;
  readonly externalId: string;
  /**
   * `creating` is stored before the create leaves; found again in that state, the ticket may or may not exist.
   * `created` has a ticket that was not read back. `commenting` is `creating` for a comment.
   */
  readonly state: 'queued' | 'held' | 'creating' | 'created' | 'filed' | 'commenting' | 'failed';
  /** When there is something to do; `Infinity` when there is not. */
  readonly dueAt: number;
  readonly life?: string;
  /** Failures in a row, for the back-off. */
  readonly failures: number;
  /** Creates whose answer was lost. */
  readonly lost: number;
  readonly failure?: Failure;
  readonly tracker?: string;
  readonly ref?: TicketRef;
  readonly filedAt?: number;
  readonly idKept?: boolean;
  readonly adopted?: boolean;
  /** Words for a comment that has not been sent. */
  readonly comment?: string;
}

export interface BatchRow {
  readonly id: string;
  readonly title: string;
  readonly startedAt: number;
  readonly cancelled: boolean;
  /** How many indicators are in it; they lie in its parts. */
  readonly count: number;
  /** The run of each of the first `runs.length` indicators; the others are still to be opened. */
  readonly runs: readonly number[];
  /** Present while indicators are still to be opened. */
  readonly opening?: 1;
}

/** A hundred indicators of a batch, which never change. */
export interface BatchPartRow {
  readonly batch: string;
  readonly nth: number;
  readonly iocs: readonly Ioc[];
}

/** One re-run that waits for something. */
export interface RetryRow {
  readonly key: string;
  readonly ioc: Ioc;
  /** `Infinity` where no time helps, only a change. */
  readonly at: number;
  /** `source|version` whose key was refused or that was not set up; `pattern` that lacks a grant. */
  readonly waits: readonly string[];
  /** Re-runs in a row that did not help. */
  readonly tries: number;
}

export interface FileRow {
  readonly url: string;
  readonly value: unknown;
  readonly etag: string | null;
  readonly lastModified?: string | null;
  readonly fetchedAt: number;
}

export interface DraftRow extends DraftEdits {
  readonly key: string;
}
