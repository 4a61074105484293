import type { z } from 'zod';
import type { Ioc, Kind } from '../ioc';
import type { Failure, Result } from './failure';
import type { HttpAnswer, HttpRequest } from './http';
import type { Disclosure, Limit, LookupContext, Reading, Shape } from './plugin';
import type { Tlp } from './tlp';

/** What the other side works on. */
export interface Job {
  /** Its name there. */
  readonly id: string;
  /** Its page there, for people. */
  readonly link: string;
  /** What came out otherwise than asked, in words: "urlscan.io made it unlisted." */
  readonly note?: string;
}

/**
 * Gives an indicator to a source that then works on it: always by a person, by name, one at a time, never by a run. Its
 * request is sent once at most, whatever happens to the worker.
 */
export interface Submit<S extends Shape = Shape> {
  /** For ever: stored with what was submitted. */
  readonly id: string;
  /** Who will see it, after "Submit to NAME, ": "visible to everyone". */
  readonly label: string;
  readonly discloses: Disclosure;
  readonly maxTlp: Tlp;
  readonly kinds: readonly Kind[];
  readonly limits: readonly Limit[];
  /** What is still missing for it, beyond what the source needs; `null` where it can be done. */
  missing(settings: z.infer<S>): string | null;
  request(ioc: Ioc, context: LookupContext<S>): HttpRequest;
  /** What the answer to that request started. Any status; must never throw. */
  started(answer: HttpAnswer, ioc: Ioc, context: LookupContext<S>): Result<Job>;
  /** Asks how far it is. */
  poll(job: Job, context: LookupContext<S>): HttpRequest;
  /** The result, or null while there is none. Any status; must never throw. */
  result(answer: HttpAnswer, ioc: Ioc, job: Job, context: LookupContext<S>): Reading | null;
  /** Milliseconds before the first question for the result, between two, and after which nobody asks any more. */
  readonly pace: { readonly first: number; readonly every: number; readonly giveUp: number };
}

/** One way to submit an indicator, as a report offers it. */
export interface Choice {
  readonly provider: string;
  /** The source's name for people. */
  readonly name: string;
  readonly id: string;
  readonly label: string;
  /** What it tells whom. */
  readonly words: string;
  /** Why it may not be done, in words; null where it may. */
  readonly why: string | null;
}

/** What was submitted, and how far it is. `lost`: whether it arrived is not known, and it is not sent again. */
export interface Submission extends Pick<Choice, 'provider' | 'name' | 'label'> {
  readonly at: number;
  readonly state: 'sending' | 'waiting' | 'done' | 'failed' | 'lost';
  readonly job?: Job;
  readonly failure?: Failure;
}
