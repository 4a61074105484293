import { combine, type Opinion } from '../core/combine';
import { keyOf } from '../core/enrichment';
import { isLocal } from '../core/plugin';
import { type Level, levels } from '../core/verdict';
import type { VerdictPolicy } from '../core/verdict-policy';
import type { Ioc } from '../ioc';
import type { Mark } from '../screens';
import { outcomeOf } from './checks';
import type { Context } from './context';
import type { ReadTx } from './db';
import type { SourceInUse } from './deps';
import { findLocally } from './find-locally';
import type { CacheRow } from './rows';
import { type ListStore, listStores } from './shelf/shelf';

/**
 * What a page's marks may show without asking anybody: the analyst's own level, else that of the last closed run (while
 * the first is open, what the cache tells) or what local lists say now, the worse of both. One transaction for all.
 */
export async function readKnown(ctx: Context, iocs: readonly Ioc[]): Promise<readonly Mark[]> {
  const [sources, { verdict }] = await Promise.all([ctx.setup.sources(), ctx.setup.policy()]);
  const tx = (await ctx.db()).transaction(['enrichments', 'cache', 'hidden', ...listStores]);
  const [enriched, hidden] = await Promise.all([
    present(tx.objectStore('enrichments'), iocs.length),
    present(tx.objectStore('hidden'), iocs.length),
  ]);
  const look: Look = { tx, sources, enriched, hidden, verdict, now: ctx.now() };
  return Promise.all(iocs.map((ioc) => markOf(look, ioc)));
}

/** So many rows for each indicator asked about: reading all keys at once is then cheaper than asking for each. */
const many = 20;

/** The keys that a store holds, in one read; null where it holds many more than are asked for. */
async function present(
  store: { count(): Promise<number>; getAllKeys(): Promise<readonly string[]> },
  asked: number,
): Promise<ReadonlySet<string> | null> {
  return (await store.count()) > asked * many ? null : new Set(await store.getAllKeys());
}

interface Look {
  readonly tx: ReadTx<'enrichments' | 'cache' | 'hidden' | ListStore>;
  readonly sources: readonly SourceInUse[];
  /** Keys that have a row; null where each is to be asked for. */
  readonly enriched: ReadonlySet<string> | null;
  readonly hidden: ReadonlySet<string> | null;
  readonly verdict: VerdictPolicy;
  readonly now: number;
}

async function markOf(look: Look, ioc: Ioc): Promise<Mark> {
  const { tx } = look;
  const key = keyOf(ioc);
  const [row, hidden] = await Promise.all([
    look.enriched?.has(key) === false ? undefined : tx.objectStore('enrichments').get(key),
    look.hidden === null ? tx.objectStore('hidden').get(key) : look.hidden.has(key),
  ]);
  const kept =
    row !== undefined && row.closedRun === undefined
      ? await tx.objectStore('cache').getAll(IDBKeyRange.bound([key], [key, []]))
      : [];
  const level = row?.override?.level ?? worse(row?.level ?? null, await atHand(look, ioc, kept));
  return { key, level, running: row?.state === 'open', hidden: hidden === true };
}

async function atHand(
  { tx, sources, verdict, now }: Look,
  ioc: Ioc,
  kept: readonly CacheRow[],
): Promise<Level | null> {
  const opinions: Opinion[] = [];
  for (const source of sources) {
    const { provider, version } = source;
    if (!provider.kinds.includes(ioc.kind)) continue;
    const { id, name, weight } = provider;
    if (isLocal(provider)) {
      const outcome = await findLocally(tx, ioc, source, now);
      if (outcome.state === 'answered') opinions.push({ provider: id, name, weight, outcome });
      continue;
    }
    const row = kept.find((row) => row.provider === id && row.version === version && now < row.until);
    if (row) opinions.push({ provider: id, name, weight, outcome: outcomeOf(row.reading, row.at, 'cached') });
  }
  return opinions.length === 0 ? null : combine(opinions, verdict, now).level;
}

function worse(a: Level | null, b: Level | null): Level | null {
  if (a === null || b === null) return a ?? b;
  return levels.indexOf(a) >= levels.indexOf(b) ? a : b;
}
