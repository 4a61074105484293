import type { BatchPreview } from '../core/batch-cost';
import { keyOf } from '../core/enrichment';
import { type AskedProvider, isLocal, type Limit } from '../core/plugin';
import type { Ioc } from '../ioc';
import { stored } from './cache';
import { whyWithheld } from './checks';
import type { Context } from './context';
import type { ReadTx } from './db';
import type { Policy, SourceInUse } from './deps';
import { leftToday } from './read-budgets';
import { askedAbout } from './subject';

/** What a batch about these would cost: nothing is asked and nothing is stored. */
export async function readPreview(ctx: Context, iocs: readonly Ioc[]): Promise<BatchPreview> {
  const [sources, policy] = await Promise.all([ctx.setup.sources(), ctx.setup.policy()]);
  const once = [...new Map(iocs.map((ioc) => [keyOf(ioc), ioc])).values()];
  const rows: BatchPreview['sources'][number][] = [];
  for (const source of sources) {
    if (isLocal(source.provider) || source.onDemand) continue;
    rows.push(await costOf(ctx, once, source, source.provider, policy));
  }
  return { iocs: once.length, sources: rows.filter(({ requests, known }) => requests + known > 0) };
}

async function costOf(
  ctx: Context,
  iocs: readonly Ioc[],
  source: SourceInUse,
  provider: AskedProvider,
  policy: Policy,
): Promise<BatchPreview['sources'][number]> {
  const about = new Map(
    iocs
      .filter((ioc) => mayAsk(ioc, source, policy))
      .map((ioc) => {
        const subject = askedAbout(ioc, provider);
        return [keyOf(subject), subject] as const;
      }),
  );
  const tx = (await ctx.db()).transaction('cache');
  const known = await freshKeys(tx, [...about.keys()], source, ctx.now());
  const groups = new Map<string, number>();
  for (const [key, subject] of about) {
    if (known.has(key)) continue;
    const group = provider.batch?.group?.(subject) ?? '';
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const size = provider.batch?.size ?? 1;
  const requests = [...groups.values()].reduce((sum, count) => sum + Math.ceil(count / size), 0);
  const left = await leftToday(ctx, source);
  const { id, name, limits, scarce } = provider;
  return {
    provider: id,
    name,
    requests,
    known: known.size,
    left: Number.isFinite(left) ? left : null,
    milliseconds: provider.limitedByHost ? 0 : lasts(Math.min(requests, left), limits),
    scarce: scarce === true,
  };
}

function mayAsk(ioc: Ioc, source: SourceInUse, policy: Policy): boolean {
  const { provider, settings } = source;
  return (
    provider.kinds.includes(ioc.kind) &&
    whyWithheld(ioc, source, policy) === null &&
    provider.missing(settings) === null
  );
}

async function freshKeys(
  tx: ReadTx<'cache'>,
  keys: readonly string[],
  { provider, version }: SourceInUse,
  now: number,
): Promise<ReadonlySet<string>> {
  const rows = await Promise.all(keys.map((key) => tx.objectStore('cache').get([key, provider.id])));
  return new Set(rows.flatMap((row) => (row && stored(row, version, now) !== null ? [row.key] : [])));
}

/** Milliseconds that so many requests take at least: windows are filled, then waited out; days are not waited for. */
const lasts = (requests: number, limits: readonly Limit[]): number =>
  Math.max(
    0,
    ...limits.map(({ requests: most, per }) =>
      typeof per === 'number' && most > 0 ? Math.floor(Math.max(0, requests - 1) / most) * per : 0,
    ),
  );
