import { type AskedProvider, isLocal } from '../core/plugin';
import type { BudgetState } from '../screens';
import type { Context } from './context';
import type { ReadTx } from './db';
import type { SourceInUse } from './deps';
import { spent } from './ledger';
import { isClosed } from './permit';

/** What each source may still be asked: one row for each of its limits. Limits that hold for each host are no one figure. */
export async function readBudgets(ctx: Context): Promise<readonly BudgetState[]> {
  const sources = await ctx.setup.sources();
  const tx = (await ctx.db()).transaction(['reservations', 'closures']);
  const rows = await Promise.all(sources.map((source) => budgetsOf(tx, source, ctx.now())));
  return rows.flat();
}

/** How often a source may still be asked until 00:00 UTC; Infinity where neither a day nor a month is limited. */
export async function leftToday(ctx: Context, { id, limits, limitedByHost }: AskedProvider): Promise<number> {
  if (limitedByHost) return Infinity;
  const tx = (await ctx.db()).transaction(['reservations']);
  const days = limits.filter(({ per }) => typeof per === 'string');
  const left = await Promise.all(
    days.map(async (limit) => limit.requests - (await spent(tx, id, limit, ctx.now()))),
  );
  return Math.max(0, Math.min(Infinity, ...left));
}

async function budgetsOf(
  tx: ReadTx<'reservations' | 'closures'>,
  { provider, version }: SourceInUse,
  now: number,
): Promise<BudgetState[]> {
  if (isLocal(provider) || provider.limitedByHost) return [];
  const { id, name } = provider;
  const closure = await tx.objectStore('closures').get(id);
  const closed = closure !== undefined && isClosed(closure, version, now) ? closedWords(closure) : {};
  return Promise.all(
    provider.limits.map(async (limit) => {
      const left = Math.max(0, limit.requests - (await spent(tx, id, limit, now)));
      return { provider: id, name, left, of: limit.requests, per: limit.per, ...closed };
    }),
  );
}

/** A refused key has no end in time: messages between extension pages cannot carry `Infinity`. */
const closedWords = ({ until, failure }: { until: number; failure: { message: string } }) => ({
  closedWhy: failure.message,
  ...(Number.isFinite(until) ? { closedUntil: until } : {}),
});
