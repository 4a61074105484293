import type { ListEntry } from '../../lib/core/ioc-list-entry';
import type { ListHit } from '../../lib/core/plugin';
import { openDatabase } from '../../lib/engine/db';
import { ownLists } from '../../lib/engine/shelf/rows';
import { listStores, shelfOf } from '../../lib/engine/shelf/shelf';
import type { Ioc } from '../../lib/ioc';

export const domain = (value: string): Ioc => ({ kind: 'domain', value });
export const cidr = (value: string): Ioc => ({ kind: 'cidr', value });
export const entry = (ioc: Ioc, more: Partial<ListEntry> = {}): ListEntry => ({ ioc, note: '', ...more });

/** The database as it is now, beside the engine. */
export async function look<T>(at: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const db = await openDatabase(() => {});
  try {
    return await at(db);
  } finally {
    db.close();
  }
}

/** What lists say, read as the engine reads them; the analyst's own unless an owner is named. */
export const hits = (ioc: Ioc, owner = ownLists): Promise<readonly ListHit[]> =>
  look(async (db) => {
    const tx = db.transaction(listStores);
    const shelf = await shelfOf(tx);
    return shelf.hits(owner, ioc);
  });

/** The entries that lists name for it. */
export const entries = async (ioc: Ioc, owner = ownLists) => (await hits(ioc, owner)).map((hit) => hit.entry);

/** How many indexes and parts are stored. */
export const stored = () =>
  look(async (db) => [await db.count('listIndexes'), await db.count('listParts')] as const);
