import type { Ioc } from '../ioc';
import type { Settled } from './settle';

/** One step of one run. */
export interface Task {
  readonly run: number;
  readonly ioc: Ioc;
  readonly provider: string;
  /** Only answers since then count, epoch milliseconds: a person asked again. */
  readonly since?: number;
}

/** How it went with a step. */
export type Looked =
  | { readonly is: 'done'; readonly settled: Settled }
  /** Nothing was sent, or it may be sent once more: come back then. */
  | { readonly is: 'wait'; readonly until: number; readonly why: string; readonly scope: string }
  /** It fits into no request that leaves now. */
  | { readonly is: 'later'; readonly scope: string };

/** What a lookup may know of the other steps that wait for the same source, and whom it tells how it went. */
export interface Company {
  /** Waits a moment for others, unless `enough` wait already or a person looks. */
  gather(enough: number): Promise<void>;
  /** Takes waiting steps along, those a person looks at first. */
  take(most: number, fits: (ioc: Ioc) => boolean): readonly Task[];
  /** Does a piece of this browser's own work, when its turn has come (`desk.ts`). */
  work<T>(piece: () => Promise<T>): Promise<T>;
  /** Nobody else comes along: the next lookup may gather. */
  depart(): void;
  told(task: Task, looked: Looked): void;
}
