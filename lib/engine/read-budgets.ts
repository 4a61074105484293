import { isLocal } from '../core/plugin';
import type { BudgetState } from '../screens';
import type { Context } from './context';
import type { ReadTx } from './db';
import type { SourceInUse } from './deps';
import { isClosed } from './admission';
import { leftNow } from './quota';

/** What each source may still be asked: one row for each of its limits. Limits that hold for each host are no one figure. */
export async function readBudgets(ctx: Context): Promise<readonly BudgetState[]> {
  const sources = await ctx.setup.sources();
  const tx = (await ctx.db()).transaction(['reservations', 'quotas', 'closures']);
  const rows = await Promise.all(sources.map((source) => budgetsOf(tx, source, ctx.now())));
  return rows.flat();
}

/** How often a source may still be asked until 00:00 UTC; Infinity where neither a day nor a month is limited. */
export async function leftToday(ctx: Context, { provider, version }: SourceInUse): Promise<number> {
  if (isLocal(provider)) return Infinity;
  const { id, limits, limitedByHost } = provider;
  if (limitedByHost) return Infinity;
  const tx = (await ctx.db()).transaction(['reservations', 'quotas']);
  const days = limits.filter(({ per }) => typeof per === 'string');
  const left = await leftNow(tx, id, days, version, ctx.now());
  return Math.min(Infinity, ...left.map(({ left }) => left));
}

async function budgetsOf(
  tx: ReadTx<'reservations' | 'quotas' | 'closures'>,
  { provider, version }: SourceInUse,
  now: number,
): Promise<BudgetState[]> {
  if (isLocal(provider) || provider.limitedByHost) return [];
  const { id, name } = provider;
  const closure = await tx.objectStore('closures').get(id);
  const closed = closure !== undefined && isClosed(closure, version, now) ? closedWords(closure) : {};
  const limits = await leftNow(tx, id, provider.limits, version, now);
  const state = { provider: id, name, ...closed };
  return limits.map(({ requests, per, left }) => Object.assign({}, state, { left, of: requests, per }));
}

/** A refused key has no end in time: messages between extension pages cannot carry `Infinity`. */
const closedWords = ({ until, failure }: { until: number; failure: { message: string } }) => ({
  closedWhy: failure.message,
  ...(Number.isFinite(until) ? { closedUntil: until } : {}),
});
