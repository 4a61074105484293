import type { Failure } from '../core/failure';
import type { Job, Submission } from '../core/submit';
import type { Ioc } from '../ioc';
import type { Context } from './context';
import { atomically } from './db';

/**
 * Something a person submitted. `sending` is stored before the request leaves: found again in that state by a later life
 * of the worker, it may have arrived, and is never sent again.
 */
export interface SubmissionRow {
  readonly id: number;
  readonly key: string;
  readonly ioc: Ioc;
  readonly provider: string;
  readonly submit: string;
  /** As it was offered. */
  readonly name: string;
  readonly label: string;
  readonly state: Submission['state'];
  /** The life of the worker that sent it. */
  readonly life: string;
  readonly at: number;
  /** When there is something to ask; `Infinity` when there is not. */
  readonly dueAt: number;
  readonly job?: Job;
  readonly failure?: Failure;
}

/** Submissions that a report shows. */
const shown = 10;

export const isOpen = ({ state }: Pick<SubmissionRow, 'state'>): boolean =>
  state === 'sending' || state === 'waiting';

export async function storeSubmission(ctx: Context, row: SubmissionRow): Promise<void> {
  await atomically(await ctx.db(), ['submissions'], (tx) => tx.objectStore('submissions').put(row));
  ctx.feed.changed([row.key]);
}

/** The next whose result is asked for, if any is due. */
export async function dueSubmission(ctx: Context): Promise<SubmissionRow | undefined> {
  const due = IDBKeyRange.upperBound(ctx.now());
  const [row] = await (await ctx.db()).getAllFromIndex('submissions', 'dueAt', due, 1);
  return row;
}

/** When the next is due; Infinity when none waits. */
export async function nextSubmission(ctx: Context): Promise<number> {
  const [row] = await (await ctx.db()).getAllFromIndex('submissions', 'dueAt', undefined, 1);
  return row?.dueAt ?? Infinity;
}

/** Newest first. */
export async function submissionsOf(ctx: Context, key: string): Promise<readonly SubmissionRow[]> {
  const rows = await (await ctx.db()).getAllFromIndex('submissions', 'key', key);
  return rows.toReversed().slice(0, shown);
}

/** What was being sent when its worker died may have arrived or not: said so, and never sent again. */
export async function loseCut(ctx: Context): Promise<void> {
  const db = await ctx.db();
  const lost = await atomically(db, ['submissions'], async (tx) => {
    const store = tx.objectStore('submissions');
    const cut = (await store.index('state').getAll('sending')).filter(({ life }) => life !== ctx.life);
    for (const row of cut) {
      const message = `The browser stopped while it was being sent. It may have arrived: look at ${row.name} before you submit it again.`;
      await store.put({ ...row, state: 'lost', dueAt: Infinity, failure: { code: 'cut-off', message } });
    }
    return cut;
  });
  if (lost.length > 0) ctx.feed.changed(lost.map(({ key }) => key));
}
