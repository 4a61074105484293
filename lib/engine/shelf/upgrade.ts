import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Level } from '../../core/verdict';
import type { Ioc, Kind } from '../../ioc';
import type { Schema, StoreName } from '../db';
import { ListBuilder } from './builder';
import { ownLists } from './rows';

/** A list and its entries as version 1 kept them: a row each. */
interface FirstList {
  readonly name: string;
  readonly level: Level;
  readonly importedAt: number;
}
interface FirstEntry {
  readonly key: string;
  readonly list: string;
  readonly level: Level;
  readonly note: string;
}

/** Entries read at a time: a million rows at once would fill the memory. */
const slice = 20_000;

/**
 * Packs the lists of version 1 into the compact form, in the transaction that upgrades the database: either all is as it
 * was, or nothing is lost. A database without lists only gets the stores.
 */
export async function upgradeLists(
  db: IDBPDatabase<Schema>,
  tx: IDBPTransaction<Schema, StoreName[], 'versionchange'>,
): Promise<void> {
  const first = db as unknown as IDBPDatabase;
  const old = tx as unknown as IDBPTransaction<unknown, string[], 'versionchange'>;
  const had = first.objectStoreNames.contains('entries');
  const lists: FirstList[] = had ? await old.objectStore('lists').getAll() : [];
  const builders = new Map(lists.map(({ name }) => [name, new ListBuilder(crypto.randomUUID())]));
  if (had) {
    for (let after: IDBKeyRange | null = null; ;) {
      const rows: FirstEntry[] = await old.objectStore('entries').getAll(after, slice);
      for (const row of rows)
        builders.get(row.list)?.add({ ioc: iocOf(row.key), level: row.level, note: row.note });
      const last = rows.at(-1);
      if (last === undefined) break;
      after = IDBKeyRange.lowerBound([last.key, last.list], true);
    }
    first.deleteObjectStore('entries');
    first.deleteObjectStore('lists');
  }
  const rows = db.createObjectStore('lists', { keyPath: ['owner', 'name'] });
  const indexes = db.createObjectStore('listIndexes', { keyPath: 'generation' });
  const parts = db.createObjectStore('listParts', { keyPath: ['generation', 'part'] });
  for (const { name, level, importedAt } of lists) {
    const builder = builders.get(name);
    if (builder === undefined) continue;
    for (const part of builder.parts()) if (part !== null) await parts.put(part);
    const index = builder.index();
    await indexes.put(index);
    const { generation } = index;
    await rows.put({
      owner: ownLists,
      name,
      level,
      entries: builder.size,
      skipped: 0,
      importedAt,
      generation,
    });
  }
}

/** The indicator that `kind|value` names. */
function iocOf(key: string): Ioc {
  const bar = key.indexOf('|');
  return { kind: key.slice(0, bar) as Kind, value: key.slice(bar + 1) };
}
