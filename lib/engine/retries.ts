import type { Context } from './context';
import { atomically } from './db';
import { openingStores, openRun } from './open-run';
import { grantWait, keyWait } from './retry-plan';
import type { RunRow } from './rows';

/** Re-runs opened in one go; the others follow with the next beat of the alarm. */
const chunk = 200;

/** Opens the re-runs that are due. The row goes in the same transaction: one re-run, never two. */
export async function openDueRetries(ctx: Context): Promise<readonly RunRow[]> {
  const [sources, policy] = await Promise.all([ctx.setup.sources(), ctx.setup.policy()]);
  const now = ctx.now();
  const opening = { trigger: 'retry', rank: 3, again: true, sources, policy, now } as const;
  const opened = await atomically(await ctx.db(), openingStores, async (tx) => {
    const runs: RunRow[] = [];
    for (const { key, ioc, tries } of await tx
      .objectStore('retries')
      .index('at')
      .getAll(IDBKeyRange.upperBound(now), chunk)) {
      await tx.objectStore('retries').delete(key);
      const run = await openRun(tx, ioc, { ...opening, tries: tries + 1 });
      if (run !== null) runs.push(run);
    }
    return runs;
  });
  ctx.feed.changed(opened.map(({ key }) => key));
  return opened;
}

/** When the next re-run is due; Infinity when none is. */
export async function nextRetry(ctx: Context): Promise<number> {
  const index = (await ctx.db()).transaction('retries').store.index('at');
  return (await index.openKeyCursor())?.key ?? Infinity;
}

/** Makes the re-runs due whose key or grant changed, and opens the sources that were closed for want of that grant. */
export async function releaseRetries(ctx: Context): Promise<void> {
  const db = await ctx.db();
  await openGranted(ctx);
  const waits = new Set<string>();
  for (
    let cursor = await db.transaction('retries').store.index('waits').openKeyCursor(null, 'nextunique');
    cursor;
  ) {
    waits.add(cursor.key);
    cursor = await cursor.continue();
  }
  for (const wait of waits) {
    if (!(await isOver(ctx, wait))) continue;
    await atomically(db, ['retries'], async (tx) => {
      for (const row of await tx.objectStore('retries').index('waits').getAll(wait)) {
        await tx.objectStore('retries').put({ ...row, at: Math.min(row.at, ctx.now()), waits: [], tries: 0 });
      }
    });
  }
}

/** A source that was silent for want of a grant need not sit out its pause. */
async function openGranted(ctx: Context): Promise<void> {
  const db = await ctx.db();
  for (const { scope, failure } of await db.getAll('closures')) {
    if (failure.grant !== undefined && (await ctx.deps.contains(failure.grant)))
      await db.delete('closures', scope);
  }
}

async function isOver(ctx: Context, wait: string): Promise<boolean> {
  const grant = wait.startsWith(grantWait('')) ? wait.slice(grantWait('').length) : null;
  if (grant !== null) return ctx.deps.contains(grant);
  const sources = await ctx.setup.sources();
  const [, provider = ''] = wait.split(' ');
  const source = sources.find((source) => source.provider.id === provider);
  return source !== undefined && keyWait(provider, source.version) !== wait;
}
