import type { Context } from './context';
import { isCut, markCut } from './cut';
import { atomically } from './db';
import { day, longestOf, tidyLedger } from './ledger';
import type { RunRow } from './rows';
import { sweep } from './shelf/store-list';

/** Brings the ledger in order and answers the runs that an earlier life of the worker left open, cut steps put right. */
export async function takeUp(ctx: Context): Promise<readonly RunRow[]> {
  const sources = await ctx.setup.sources();
  const windows = sources.flatMap(({ provider }) => ('limits' in provider ? provider.limits : []));
  const longest = Math.max(day, ...windows.map(longestOf));
  const db = await ctx.db();
  await sweep(ctx);
  await atomically(db, ['reservations'], (tx) => tidyLedger(tx, ctx.now(), 2 * longest));
  const open = await db.getAllFromIndex('runs', 'open');
  const cut = open.filter((run) => run.steps.some((step) => isCut(step, ctx.life)));
  if (cut.length === 0) return open;
  await markCut(
    ctx,
    cut.map(({ id }) => id),
  );
  return db.getAllFromIndex('runs', 'open');
}
