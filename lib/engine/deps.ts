import type { Draft } from '../core/draft';
import type { Report } from '../core/enrichment';
import type { Ask } from '../core/http';
import type { AskedProvider, LocalProvider, Tracker } from '../core/plugin';
import type { VerdictPolicy } from '../core/verdict-policy';
import type { Tlp } from '../core/tlp';

/** A source as the analyst set it up. The order of the list is the order of the ticks. */
export interface SourceInUse {
  readonly provider: AskedProvider | LocalProvider;
  /** Complete: defaults filled in, secrets too. Never stored by the engine. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Changes whenever the settings or a secret change; keys the cache and the closure of a refused key. Tells neither. */
  readonly version: string;
  /** The analyst's own ceiling, else the plug-in's. */
  readonly maxTlp: Tlp;
  /** Asked only where a person names it (`askAlso`), not by every run. */
  readonly onDemand?: boolean;
}

export interface TrackerInUse {
  readonly tracker: Tracker;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What the analyst allowed. */
export interface Policy {
  readonly opsec: {
    readonly tlp: Tlp;
    readonly internalDomains: readonly string[];
    readonly internalRanges: readonly string[];
    readonly askReserved: boolean;
  };
  /** Malicious verdicts open Investigations by themselves, at most `perHour` in any hour. */
  readonly automatic: boolean;
  readonly perHour: number;
  readonly verdict: VerdictPolicy;
  /** Enrichments that pages in mode `auto` may start in a day (UTC). */
  readonly autoPerDay: number;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `then` once, `milliseconds` from now. Returns what stops it. */
  after(milliseconds: number, then: () => void): () => void;
}

/** `browser.alarms`, as far as the engine needs it. */
interface Alarms {
  create(name: string, info: { when?: number; periodInMinutes?: number }): Promise<void> | void;
  clear(name: string): Promise<unknown>;
}

/** Everything the engine may touch besides its database. */
export interface Deps {
  readonly send: Ask;
  /** `permissions.contains` for one match pattern, `scheme://host/*`. */
  readonly contains: (pattern: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly alarms: Alarms;
  /** Sources that are switched on. Read again after `reconsider()`. */
  readonly sources: () => Promise<readonly SourceInUse[]>;
  /** The tracker that Investigations go to. Read again after `reconsider()`. */
  readonly tracker: () => Promise<TrackerInUse | null>;
  readonly policy: () => Promise<Policy>;
  /** Writes the draft of an Investigation from a report. */
  readonly draft: (
    report: Report,
    externalId: string,
    how: { readonly nameOf: (provider: string) => string; readonly tlp: Tlp },
  ) => Draft;
}

/** `Date` and `setTimeout`. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};
