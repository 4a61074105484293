import type { Context } from './context';
import { markCut } from './cut';
import { day, tidyLedger } from './ledger';
import type { RunRow } from './rows';

/** Brings the ledger in order and answers the runs that an earlier life of the worker left open, cut steps put right. */
export async function takeUp(ctx: Context): Promise<readonly RunRow[]> {
  const sources = await ctx.setup.sources();
  const windows = sources.flatMap(({ provider }) => ('limits' in provider ? provider.limits : []));
  const longest = Math.max(day, ...windows.map(({ per }) => (per === 'day' ? day : per)));
  const db = await ctx.db();
  const tidy = db.transaction('reservations', 'readwrite');
  await tidyLedger(tidy, ctx.now(), 2 * longest);
  await tidy.done;
  for (const id of await db.getAllKeysFromIndex('runs', 'open')) await markCut(ctx, id);
  return db.getAllFromIndex('runs', 'open');
}
