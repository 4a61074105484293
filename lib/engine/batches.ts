import type { Ioc } from '../ioc';
import { nextOf, putBatch, split } from './batch-parts';
import { closingRules } from './close-run';
import type { Context } from './context';
import { atomically, type ReadTx } from './db';
import { openEach, openingStores } from './open-run';
import type { BatchRow, RunRow } from './rows';

/** Stores a batch; its runs are opened by `openSome`. Indicators that stand in it twice count once. */
export async function storeBatch(ctx: Context, iocs: readonly Ioc[], title: string): Promise<BatchRow> {
  const batch = split({ id: crypto.randomUUID(), title, startedAt: ctx.now() }, iocs);
  await atomically(await ctx.db(), ['batches', 'batchParts'], (tx) => putBatch(tx, batch));
  return batch.row;
}

/** Opens the next runs of a batch and notes them in it, in one transaction. Empty when all are open. */
export async function openSome(ctx: Context, id: string): Promise<readonly RunRow[]> {
  const [sources, policy] = await Promise.all([ctx.setup.sources(), ctx.setup.policy()]);
  const db = await ctx.db();
  const next = await nextToOpen(db.transaction(['batches', 'batchParts'], 'readonly'), id);
  const closing = await closingRules(ctx, next);
  const now = ctx.now();
  const opening = {
    trigger: 'batch',
    rank: 2,
    batch: id,
    again: true,
    sources,
    policy,
    now,
    closing,
  } as const;
  const stores = ['batches', 'batchParts', ...openingStores] as const;
  const opened = await atomically(db, stores, async (tx) => {
    const batch = await tx.objectStore('batches').get(id);
    if (batch?.opening === undefined) return [];
    const runs = await openEach(tx, await nextOf(tx, batch), opening);
    await tx.objectStore('batches').put(withRuns(batch, runs));
    return runs;
  });
  ctx.feed.changed(opened.map(({ key }) => key));
  return opened;
}

async function nextToOpen(tx: ReadTx<'batches' | 'batchParts'>, id: string): Promise<readonly Ioc[]> {
  const batch = await tx.objectStore('batches').get(id);
  return batch === undefined ? [] : nextOf(tx, batch);
}

function withRuns(batch: BatchRow, opened: readonly RunRow[]): BatchRow {
  const { opening: _, ...rest } = batch;
  const runs = [...batch.runs, ...opened.map(({ id }) => id)];
  return runs.length < batch.count ? { ...rest, runs, opening: 1 } : { ...rest, runs };
}

/** Marks a batch as cancelled: what was not opened stays unopened. Answers its runs that are still its own and open. */
export async function cancel(ctx: Context, id: string): Promise<readonly RunRow[]> {
  return atomically(await ctx.db(), ['batches', 'runs'], async (tx) => {
    const batch = await tx.objectStore('batches').get(id);
    if (batch === undefined) return [];
    const { opening: _, ...rest } = batch;
    await tx.objectStore('batches').put({ ...rest, cancelled: true });
    const open = await tx.objectStore('runs').index('open').getAll(1);
    const own = open.filter((run) => run.batch === id);
    for (const run of own) await tx.objectStore('runs').put({ ...run, cancelled: true });
    return own;
  });
}
