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
  const asked = sources.filter(({ provider, onDemand }) => !isLocal(provider) && !onDemand);
  const subjects = new Map(asked.map((source) => [source, subjectsOf(once, source, policy)]));
  const stored = await storedAbout(
    ctx,
    new Set([...subjects.values()].flatMap((about) => Array.from(about.keys()))),
  );
  const rows: BatchPreview['sources'][number][] = [];
  for (const [source, about] of subjects) {
    if (!isLocal(source.provider)) rows.push(await costOf(ctx, about, source, source.provider, stored));
  }
  return { iocs: once.length, sources: rows.filter(({ requests, known }) => requests + known > 0) };
}

async function costOf(
  ctx: Context,
  about: ReadonlyMap<string, Ioc>,
  source: SourceInUse,
  provider: AskedProvider,
  stored: Stored,
): Promise<BatchPreview['sources'][number]> {
  const known = new Set([...about.keys()].filter((key) => stored.get(key)?.has(nameOf(source))));
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

/** What a source would be asked about, by key. */
function subjectsOf(iocs: readonly Ioc[], source: SourceInUse, policy: Policy): ReadonlyMap<string, Ioc> {
  const { provider } = source;
  const subjects = new Map<string, Ioc>();
  if (isLocal(provider)) return subjects;
  for (const ioc of iocs) {
    if (!mayAsk(ioc, source, policy)) continue;
    const subject = askedAbout(ioc, provider);
    subjects.set(keyOf(subject), subject);
  }
  return subjects;
}

/** By key, the sources whose fresh answer is stored. */
type Stored = ReadonlyMap<string, ReadonlySet<string>>;

const nameOf = ({ provider, version }: SourceInUse): string => `${provider.id} ${version}`;

/** Keys looked up in one transaction: their rows are let go before the next. */
const slice = 500;

/** One read for each key, however many sources there are, and none where the cache holds nothing about it. */
async function storedAbout(ctx: Context, keys: ReadonlySet<string>): Promise<Stored> {
  const db = await ctx.db();
  const now = ctx.now();
  const present = await presentKeys(db.transaction('cache', 'readonly'), keys.size);
  const wanted = present === null ? [...keys] : [...keys].filter((key) => present.has(key));
  const found = new Map<string, ReadonlySet<string>>();
  for (let at = 0; at < wanted.length; at += slice) {
    const cache = db.transaction('cache').store;
    const rows = await Promise.all(
      wanted.slice(at, at + slice).map((key) => cache.getAll(IDBKeyRange.bound([key], [key, []]))),
    );
    for (const row of rows.flat()) {
      if (stored(row, row.version, now) === null) continue;
      found.set(row.key, new Set([...(found.get(row.key) ?? []), `${row.provider} ${row.version}`]));
    }
  }
  return found;
}

/** So many rows for each key asked about: reading all keys at once is then cheaper than asking for each. */
const many = 40;

/** What the cache holds anything about; null where it holds much more than is asked for. */
async function presentKeys(tx: ReadTx<'cache'>, asked: number): Promise<ReadonlySet<string> | null> {
  const cache = tx.objectStore('cache');
  if ((await cache.count()) > asked * many) return null;
  return new Set((await cache.getAllKeys()).map(([key]) => key));
}

/** Milliseconds that so many requests take at least: windows are filled, then waited out; days are not waited for. */
const lasts = (requests: number, limits: readonly Limit[]): number =>
  Math.max(
    0,
    ...limits.map(({ requests: most, per }) =>
      typeof per === 'number' && most > 0 ? Math.floor(Math.max(0, requests - 1) / most) * per : 0,
    ),
  );
