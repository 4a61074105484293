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
 * What a page's marks may show without asking anybody: the level of the last closed run, while the first is open what the cache
 * tells, and what local lists say now, the worse of both. One transaction for all.
 */
export async function readKnown(ctx: Context, iocs: readonly Ioc[]): Promise<readonly Mark[]> {
  const sources = await ctx.setup.sources();
  const tx = (await ctx.db()).transaction(['enrichments', 'entries', 'cache', 'hidden']);
  const lists = (await tx.objectStore('entries').count()) > 0;
  const look: Look = { tx, sources, lists, now: ctx.now() };
  return Promise.all(iocs.map((ioc) => markOf(look, ioc)));
}

interface Look {
  readonly tx: ReadTx<'enrichments' | 'entries' | 'cache' | 'hidden'>;
  readonly sources: readonly SourceInUse[];
  /** Any list has an entry: else a thousand questions are saved. */
  readonly lists: boolean;
  readonly now: number;
}

async function markOf({ tx, sources, lists, now }: Look, ioc: Ioc): Promise<Mark> {
  const key = keyOf(ioc);
  const all = IDBKeyRange.bound([key], [key, []]);
  const [row, hits, hidden] = await Promise.all([
    tx.objectStore('enrichments').get(key),
    lists ? tx.objectStore('entries').getAll(all) : [],
    tx.objectStore('hidden').get(key),
  ]);
  const kept =
    row !== undefined && row.closedRun === undefined ? await tx.objectStore('cache').getAll(all) : [];
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
