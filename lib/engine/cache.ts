import { keyOf } from '../core/enrichment';
import type { Outcome } from '../core/outcome';
import type { AskedProvider, Reading } from '../core/plugin';
import type { Ioc } from '../ioc';
import { outcomeOf } from './checks';
import type { ReadTx } from './db';
import type { CacheRow } from './rows';

/** The stored answer, while it is fresh and the source's settings are those it was asked with. */
export async function cached(
  tx: ReadTx<'cache'>,
  about: Ioc,
  provider: string,
  version: string,
  now: number,
): Promise<Outcome | null> {
  return stored(await tx.objectStore('cache').get([keyOf(about), provider]), version, now);
}

/** What a stored row tells now; null where it is stale or its source's settings were others. */
export function stored(row: CacheRow | undefined, version: string, now: number): Outcome | null {
  const usable = row !== undefined && row.version === version && row.at <= now && now < row.until;
  return usable ? outcomeOf(row.reading, row.at, 'cached') : null;
}

/** The row that keeps a reading as long as its source says; undefined for a failure, which is never kept. */
export function cacheRow(
  reading: Reading,
  about: Ioc,
  provider: AskedProvider,
  version: string,
  at: number,
): CacheRow | undefined {
  if (reading.is === 'failure') return undefined;
  const own = reading.is === 'answer' ? provider.fresh.found : provider.fresh.none;
  const stays = reading.fresh ?? own;
  return { key: keyOf(about), provider: provider.id, version, at, until: at + stays, reading };
}
