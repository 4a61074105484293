import type { Batch } from '../screens';
import type { Context } from './context';
import type { BatchRow } from './rows';
import type { Scheduler } from './scheduler';

/** A batch as people see it. Runs that closed are done, whoever made them; unopened indicators of a cancelled one are too. */
export async function readBatch(ctx: Context, row: BatchRow, scheduler: Scheduler): Promise<Batch> {
  const open = await openRuns(ctx);
  const waiting = new Set(row.runs.filter((run) => open.has(run)));
  const running = scheduler.outOf(waiting);
  const unopened = row.cancelled ? 0 : row.count - row.runs.length;
  const pace = waiting.size === 0 ? null : await scheduler.pace(waiting);
  const { id, title, startedAt, cancelled, count } = row;
  return {
    id,
    title,
    startedAt,
    cancelled,
    count,
    done: count - waiting.size - unopened,
    running,
    waiting: waiting.size - running + unopened,
    pace: pace?.words ?? '',
    until: pace?.until ?? null,
  };
}

async function openRuns(ctx: Context): Promise<ReadonlySet<number>> {
  return new Set(await (await ctx.db()).getAllKeysFromIndex('runs', 'open'));
}

export async function storedBatch(ctx: Context, id: string): Promise<BatchRow | undefined> {
  return (await ctx.db()).get('batches', id);
}

/** The one that was started last. */
export async function newestBatch(ctx: Context): Promise<BatchRow | undefined> {
  const index = (await ctx.db()).transaction('batches').store.index('startedAt');
  return (await index.openCursor(null, 'prev'))?.value;
}
