import type { Context } from './context';

/**
 * When something stored is due (epoch milliseconds), Infinity when nothing is, null while work is open. Read in one
 * transaction: work moves from store to store (a batch opens its runs, a run its Investigation), and reads one after
 * the other could find it in none.
 */
export async function nextWork(ctx: Context): Promise<number | null> {
  const tx = (await ctx.db()).transaction(['batches', 'runs', 'submissions', 'outbox', 'retries']);
  const submissions = tx.objectStore('submissions');
  const [opening, open, sending, ...due] = await Promise.all([
    tx.objectStore('batches').index('opening').count(),
    tx.objectStore('runs').index('open').count(),
    submissions.index('state').count('sending'),
    tx.objectStore('outbox').index('dueAt').openKeyCursor(),
    tx.objectStore('retries').index('at').openKeyCursor(),
    submissions.index('dueAt').openKeyCursor(),
  ]);
  if (opening + open + sending > 0) return null;
  return Math.min(...due.map((first) => first?.key ?? Infinity));
}
