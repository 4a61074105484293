import type { Failure } from './failure';
import type { Answer } from './verdict';

/** Where an answer came from: asked just now, our cache, or a list kept in this browser. */
export type Origin = 'asked' | 'cached' | 'list';

/** What was said before stays, because asking for it anew failed. */
interface Kept {
  /** Why, and when that was. */
  readonly vain?: { readonly failure: Failure; readonly at: number };
}

/** How one source's part of a run ended. Only `answered` can carry a level; none of the others is drawn in green. */
export type Outcome =
  | ({
      readonly state: 'answered';
      readonly answer: Answer;
      readonly at: number;
      readonly origin: Origin;
    } & Kept)
  | ({
      readonly state: 'no-record';
      readonly message: string;
      readonly at: number;
      readonly origin: Origin;
    } & Kept)
  | { readonly state: 'failed'; readonly failure: Failure; readonly at: number }
  | { readonly state: 'quota'; readonly failure: Failure; readonly at: number }
  | { readonly state: 'withheld'; readonly message: string; readonly at: number }
  | { readonly state: 'not-configured'; readonly message: string; readonly at: number };

/** A lookup that has not ended. `cause` says what it waits for ("4 a minute; starts in 11 s"). */
export interface Pending {
  readonly state: 'running';
  readonly since: number;
  readonly cause?: string;
}

export type OutcomeState = Outcome['state'] | Pending['state'];
