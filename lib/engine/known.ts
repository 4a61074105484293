import { combine, type Opinion } from '../core/combine';
import { keyOf } from '../core/enrichment';
import { isLocal } from '../core/plugin';
import { type Level, levels } from '../core/verdict';
import type { Ioc } from '../ioc';
import type { Mark } from '../screens';
import { outcomeOf } from './checks';
import type { Context } from './context';
import type { ReadTx } from './db';
import type { SourceInUse } from './deps';
import type { CacheRow, EntryRow } from './rows';

/**
 * What a page's marks may show without asking anybody: the level of the last closed run, else what the cache tells, and
 * what local lists say now, the worse of both. One transaction for all.
 */
export async function readKnown(ctx: Context, iocs: readonly Ioc[]): Promise<readonly Mark[]> {
  const sources = await ctx.setup.sources();
  const tx = (await ctx.db()).transaction(['enrichments', 'entries', 'cache', 'hidden']);
  return Promise.all(iocs.map((ioc) => markOf(tx, ioc, sources, ctx.now())));
}

async function markOf(
  tx: ReadTx<'enrichments' | 'entries' | 'cache' | 'hidden'>,
  ioc: Ioc,
  sources: readonly SourceInUse[],
  now: number,
): Promise<Mark> {
  const key = keyOf(ioc);
  const all = IDBKeyRange.bound([key], [key, []]);
  const [row, hits, hidden] = await Promise.all([
    tx.objectStore('enrichments').get(key),
    tx.objectStore('entries').getAll(all),
    tx.objectStore('hidden').get(key),
  ]);
  const kept = row?.closedRun === undefined ? await tx.objectStore('cache').getAll(all) : [];
  const level = worse(row?.level ?? null, atHand(ioc, hits, kept, sources, now));
  return { key, level, running: row?.state === 'open', hidden: hidden === true };
}

function atHand(
  ioc: Ioc,
  hits: readonly EntryRow[],
  kept: readonly CacheRow[],
  sources: readonly SourceInUse[],
  now: number,
): Level | null {
  if (hits.length === 0 && kept.length === 0) return null;
  const opinions = sources.flatMap(({ provider, version }): Opinion[] => {
    const { id, name, weight } = provider;
    const row = kept.find((row) => row.provider === id && row.version === version && now < row.until);
    if (!isLocal(provider)) {
      return row ? [{ provider: id, name, weight, outcome: outcomeOf(row.reading, row.at, 'cached') }] : [];
    }
    if (hits.length === 0 || !provider.kinds.includes(ioc.kind)) return [];
    return [{ provider: id, name, weight, outcome: outcomeOf(provider.find(ioc, hits), now, 'list') }];
  });
  return combine(opinions).level;
}

function worse(a: Level | null, b: Level | null): Level | null {
  if (a === null || b === null) return a ?? b;
  return levels.indexOf(a) >= levels.indexOf(b) ? a : b;
}
