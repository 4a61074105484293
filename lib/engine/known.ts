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
import type { CacheRow, EntryRow } from './rows';

/**
 * What a page's marks may show without asking anybody: the analyst's own level, else that of the last closed run (while
 * the first is open, what the cache tells) or what local lists say now, the worse of both. One transaction for all.
 */
export async function readKnown(ctx: Context, iocs: readonly Ioc[]): Promise<readonly Mark[]> {
  const [sources, { verdict }] = await Promise.all([ctx.setup.sources(), ctx.setup.policy()]);
  const tx = (await ctx.db()).transaction(['enrichments', 'entries', 'cache', 'hidden']);
  const lists = (await tx.objectStore('entries').count()) > 0;
  const look: Look = { tx, sources, lists, verdict, now: ctx.now() };
  return Promise.all(iocs.map((ioc) => markOf(look, ioc)));
}

interface Look {
  readonly tx: ReadTx<'enrichments' | 'entries' | 'cache' | 'hidden'>;
  readonly sources: readonly SourceInUse[];
  /** Any list has an entry: else a thousand questions are saved. */
  readonly lists: boolean;
  readonly verdict: VerdictPolicy;
  readonly now: number;
}

async function markOf(look: Look, ioc: Ioc): Promise<Mark> {
  const { tx, lists } = look;
  const key = keyOf(ioc);
  const all = IDBKeyRange.bound([key], [key, []]);
  const [row, hits, hidden] = await Promise.all([
    tx.objectStore('enrichments').get(key),
    lists ? tx.objectStore('entries').getAll(all) : [],
    tx.objectStore('hidden').get(key),
  ]);
  const kept =
    row !== undefined && row.closedRun === undefined ? await tx.objectStore('cache').getAll(all) : [];
  const level = row?.override?.level ?? worse(row?.level ?? null, atHand(look, ioc, hits, kept));
  return { key, level, running: row?.state === 'open', hidden: hidden === true };
}

function atHand(
  { sources, verdict, now }: Look,
  ioc: Ioc,
  hits: readonly EntryRow[],
  kept: readonly CacheRow[],
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
  return combine(opinions, verdict, now).level;
}

function worse(a: Level | null, b: Level | null): Level | null {
  if (a === null || b === null) return a ?? b;
  return levels.indexOf(a) >= levels.indexOf(b) ? a : b;
}
