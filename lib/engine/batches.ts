import { keyOf } from '../core/enrichment';
import type { Ioc } from '../ioc';
import { closingRules } from './close-run';
import type { Context } from './context';
import { atomically } from './db';
import { openEach, openingStores } from './open-run';
import type { BatchRow, RunRow } from './rows';

/** Indicators opened or ended in one transaction: enough to be quick, few enough that a hover gets in between. */
const chunk = 100;

/** Stores a batch; its runs are opened by `openSome`. Indicators that stand in it twice count once. */
export async function storeBatch(ctx: Context, iocs: readonly Ioc[], title: string): Promise<BatchRow> {
  const once = [...new Map(iocs.map((ioc) => [keyOf(ioc), { kind: ioc.kind, value: ioc.value }])).values()];
  const base = {
    id: crypto.randomUUID(),
    title,
    startedAt: ctx.now(),
    cancelled: false,
    iocs: once,
    runs: [],
  };
  const row: BatchRow = once.length > 0 ? { ...base, opening: 1 } : base;
  await (await ctx.db()).put('batches', row);
  return row;
}

/** Opens the next runs of a batch and notes them in it, in one transaction. Empty when all are open. */
export async function openSome(ctx: Context, id: string): Promise<readonly RunRow[]> {
  const [sources, policy] = await Promise.all([ctx.setup.sources(), ctx.setup.policy()]);
  const db = await ctx.db();
  const closing = await closingRules(ctx, nextOf(await db.get('batches', id)));
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
  const stores = ['batches', ...openingStores] as const;
  const opened = await atomically(db, stores, async (tx) => {
    const batch = await tx.objectStore('batches').get(id);
    if (batch?.opening === undefined) return [];
    const runs = await openEach(tx, nextOf(batch), opening);
    await tx.objectStore('batches').put(withRuns(batch, runs));
    return runs;
  });
  ctx.feed.changed(opened.map(({ key }) => key));
  return opened;
}

const nextOf = (batch: BatchRow | undefined): readonly Ioc[] =>
  batch?.iocs.slice(batch.runs.length, batch.runs.length + chunk) ?? [];

function withRuns(batch: BatchRow, opened: readonly RunRow[]): BatchRow {
  const { opening: _, ...rest } = batch;
  const runs = [...batch.runs, ...opened.map(({ id }) => id)];
  return runs.length < batch.iocs.length ? { ...rest, runs, opening: 1 } : { ...rest, runs };
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
