import type { Ioc } from '../ioc';
import type { TicketRef } from './draft';
import type { Failure } from './failure';
import type { Offer } from './offer';
import type { Outcome, Pending } from './outcome';
import type { Seen } from './seen';
import type { Override } from './override';
import type { Choice, Submission } from './submit';
import type { Level, Verdict } from './verdict';

/** `kind|value`: names an indicator everywhere. */
export const keyOf = (ioc: Ioc): string => `${ioc.kind}|${ioc.value}`;

/**
 * What made a run start. `hover` and `auto` are what a page may cause on a site the analyst switched on; `submit`: the
 * result of what a person submitted.
 */
export type Trigger =
  | 'hover'
  | 'auto'
  | 'card'
  | 'selection'
  | 'popup'
  | 'panel'
  | 'batch'
  | 'retry'
  | 'submit';

/** One source's part of a run. */
export interface Step {
  readonly provider: string;
  readonly outcome: Outcome | Pending;
  /** Requests sent for it in this run, the cut ones too. At most 2. */
  readonly attempts: number;
}

export interface Run {
  readonly id: number;
  /** `keyOf` the indicator. */
  readonly enrichment: string;
  readonly trigger: Trigger;
  readonly startedAt: number;
  /** Set when every step has an outcome. */
  readonly closedAt?: number;
  readonly steps: readonly Step[];
  /** What the sources said. */
  readonly verdict?: Verdict;
  /** What changed since the run before, in words: "VirusTotal 3 → 17 since 20 Nov". */
  readonly changes?: readonly string[];
}

/** Where the Investigation of an Enrichment stands. */
export type Filing =
  | { readonly state: 'queued' | 'filing'; readonly externalId: string }
  /** Above the hourly ceiling: waits for a person. */
  | { readonly state: 'held'; readonly externalId: string }
  | { readonly state: 'failed'; readonly externalId: string; readonly failure: Failure }
  | {
      readonly state: 'filed';
      readonly externalId: string;
      readonly tracker: string;
      readonly ref: TicketRef;
      readonly filedAt: number;
      /** False where the tracker dropped the external id and only the subject carries it. */
      readonly idKept: boolean;
      /** The ticket was found in the tracker: somebody else, or a lost answer, had made it. */
      readonly adopted: boolean;
    };

/** The local ticket of one indicator. Opens by itself, closes by itself; nobody works it. */
export interface Enrichment {
  readonly key: string;
  readonly ioc: Ioc;
  readonly state: 'open' | 'closed';
  readonly openedAt: number;
  /** When its last run started. */
  readonly runAt: number;
  readonly closedAt?: number;
  readonly runs: number;
  /** Of the last closed run, the analyst's own over it. */
  readonly level: Level | null;
  readonly verdict?: Verdict;
  readonly override?: Override;
  readonly filing?: Filing;
  /** Where the analyst met it last; absent where it came from a batch or a list alone. */
  readonly seen?: Seen;
}

/** Everything the card and the report show. Runs come newest first. */
export interface Report {
  readonly enrichment: Enrichment;
  readonly runs: readonly Run[];
  /** What may be asked by name besides. */
  readonly offers?: readonly Offer[];
  /** Ways to submit it. */
  readonly choices?: readonly Choice[];
  /** What was submitted, newest first. */
  readonly submissions?: readonly Submission[];
}
