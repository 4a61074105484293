import type { FailureCode } from '../../lib/core/failure';
import type { Job } from '../../lib/core/submit';
import type { Level } from '../../lib/core/verdict';
import type { Ioc } from '../../lib/ioc';

/** How one way to submit must ask, and what a documented answer, written by us, must be read as. */
export interface SubmitCase {
  readonly submit: string;
  readonly asks: readonly { readonly ioc: Ioc; readonly path: string; readonly body: unknown }[];
  readonly started: readonly {
    readonly name: string;
    readonly status?: number;
    readonly body: unknown;
    readonly reads: Job | { readonly code: FailureCode; readonly message: RegExp };
  }[];
  /** The job whose result is asked for, and where. */
  readonly job: Job;
  readonly pollPath: string;
  readonly results: readonly {
    readonly name: string;
    readonly status?: number;
    readonly body: unknown;
    readonly reads: { readonly level: Level | null; readonly summary: string } | 'pending' | FailureCode;
  }[];
}
