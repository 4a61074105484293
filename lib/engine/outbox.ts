import type { Context } from './context';
import { atomically } from './db';
import { filingOf } from './filing-state';
import type { OutboxRow } from './rows';

/** The row of an indicator's Investigation. */
export async function outboxRow(ctx: Context, key: string): Promise<OutboxRow | undefined> {
  return (await ctx.db()).get('outbox', key);
}

/** Stores where a row stands. A row that was deleted meanwhile stays deleted. */
export async function storeRow(ctx: Context, row: OutboxRow): Promise<OutboxRow> {
  return (await changeRow(ctx, row.key, (now) => (now === undefined ? undefined : row))) ?? row;
}

/**
 * Changes a row as it is now (the filer may have moved it on since it was read), and what people see of it on the
 * Enrichment, in one transaction.
 */
export async function changeRow<R extends OutboxRow | undefined>(
  ctx: Context,
  key: string,
  change: (row: OutboxRow | undefined) => R,
): Promise<R> {
  const changed = await atomically(await ctx.db(), ['outbox', 'enrichments'], async (tx) => {
    const row = change(await tx.objectStore('outbox').get(key));
    if (row === undefined) return row;
    await tx.objectStore('outbox').put(row);
    const enrichment = await tx.objectStore('enrichments').get(key);
    if (enrichment) await tx.objectStore('enrichments').put({ ...enrichment, filing: filingOf(row) });
    return row;
  });
  ctx.feed.changed([key]);
  return changed;
}

/** The row that is due first, if any is due. */
export async function dueRow(ctx: Context): Promise<OutboxRow | undefined> {
  const index = (await ctx.db()).transaction('outbox').store.index('dueAt');
  return index.get(IDBKeyRange.upperBound(ctx.now()));
}

/** When the next row is due; Infinity when none is. */
export async function nextFiling(ctx: Context): Promise<number> {
  const index = (await ctx.db()).transaction('outbox').store.index('dueAt');
  return (await index.openKeyCursor())?.key ?? Infinity;
}

export async function heldRows(ctx: Context): Promise<readonly OutboxRow[]> {
  return (await ctx.db()).getAllFromIndex('outbox', 'state', 'held');
}

/**
 * Rows whose create or comment was out when an earlier life of the worker died: the request was cut by then, so the
 * search lag counts from now at the latest.
 */
export async function recoverCut(ctx: Context, lag: number): Promise<void> {
  for (const state of ['creating', 'commenting']) {
    for (const row of await (await ctx.db()).getAllFromIndex('outbox', 'state', state)) {
      if (row.life === ctx.life) continue;
      await storeRow(ctx, { ...row, dueAt: Math.min(row.dueAt, ctx.now() + lag) });
    }
  }
}
