import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB, unwrap } from 'idb';
import type * as rows from './rows';
import type { SubmissionRow } from './submission-rows';
import type * as shelf from './shelf/rows';
import { upgradeBatches } from './batch-parts';
import { upgradeLists } from './shelf/upgrade';

export interface Schema extends DBSchema {
  enrichments: { key: string; value: rows.EnrichmentRow; indexes: { level: string; runAt: number } };
  runs: { key: number; value: rows.RunRow; indexes: { enrichment: string; open: number } };
  cache: { key: [string, string]; value: rows.CacheRow };
  reservations: {
    key: number;
    value: rows.ReservationRow;
    indexes: { scopeAt: [string, number]; at: number };
  };
  quotas: { key: [string, string | number]; value: rows.QuotaRow };
  closures: { key: string; value: rows.ClosureRow };
  outbox: { key: string; value: rows.OutboxRow; indexes: { dueAt: number; state: string } };
  batches: { key: string; value: rows.BatchRow; indexes: { startedAt: number; opening: number } };
  batchParts: { key: [string, number]; value: rows.BatchPartRow };
  retries: { key: string; value: rows.RetryRow; indexes: { at: number; waits: string } };
  lists: { key: [string, string]; value: shelf.ListRow };
  listIndexes: { key: string; value: shelf.IndexRow };
  listParts: { key: [string, string]; value: shelf.PartRow };
  files: { key: string; value: rows.FileRow };
  drafts: { key: string; value: rows.DraftRow };
  scratch: { key: string; value: string };
  hidden: { key: string; value: true };
  submissions: { key: number; value: SubmissionRow; indexes: { key: string; dueAt: number; state: string } };
}

export type StoreName = keyof { [K in keyof Schema as string extends K ? never : K]: true };
export type Db = IDBPDatabase<Schema>;

type Store<M extends StoreName, Mode extends 'readonly' | 'readwrite'> = Pick<
  IDBPObjectStore<Schema, ArrayLike<StoreName>, M, Mode>,
  Mode extends 'readwrite'
    ? 'get' | 'getAll' | 'getAllKeys' | 'count' | 'index' | 'put' | 'add' | 'delete' | 'clear'
    : 'get' | 'getAll' | 'getAllKeys' | 'count' | 'index'
>;

/** A transaction over at least these stores. */
export interface WriteTx<N extends StoreName> {
  objectStore<M extends N>(name: M): Store<M, 'readwrite'>;
}

/** As `WriteTx`, for reading. */
export interface ReadTx<N extends StoreName> {
  objectStore<M extends N>(name: M): Store<M, 'readonly'> | Store<M, 'readwrite'>;
}

/** Every store, for deleting all. */
export const storeNames: readonly StoreName[] = [
  'enrichments',
  'runs',
  'cache',
  'reservations',
  'quotas',
  'closures',
  'outbox',
  'batches',
  'batchParts',
  'retries',
  'lists',
  'listIndexes',
  'listParts',
  'files',
  'drafts',
  'scratch',
  'hidden',
  'submissions',
];

/**
 * Runs `work` in one transaction: all that it writes is stored when the promise resolves, or nothing is. Relaxed: the
 * browser has it, so it outlives the worker and the browser's crash; only a power cut may undo the last moments.
 */
export async function atomically<N extends StoreName, T>(
  db: Db,
  stores: readonly N[],
  work: (tx: WriteTx<N>) => Promise<T>,
): Promise<T> {
  const tx = db.transaction(stores, 'readwrite', { durability: 'relaxed' });
  const done = tx.done;
  done.catch(() => {});
  try {
    const value = await work(tx as unknown as WriteTx<N>);
    await done;
    return value;
  } catch (error) {
    abort(tx);
    throw error;
  }
}

/** Writes a row without waiting for the answer: a write that fails aborts its transaction, whose end tells. */
export function put<N extends StoreName>(tx: WriteTx<N>, name: N, row: Schema[N]['value']): void {
  bare(tx, name).put(row);
}

/** As `put`, for a row that goes. */
export function remove<N extends StoreName>(tx: WriteTx<N>, name: N, key: Schema[N]['key']): void {
  bare(tx, name).delete(key as IDBValidKey);
}

/** The browser's own store: a promise for each of thousands of writes costs more than the writes. */
const bare = <N extends StoreName>(tx: WriteTx<N>, name: N) =>
  unwrap(tx.objectStore(name) as unknown as IDBPObjectStore) as IDBObjectStore;

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It has ended already, perhaps by the very error.
  }
}

/** Opens `sightline`, the one database of the engine. `lost` is called when the browser closed it under us. */
export function openDatabase(lost: () => void): Promise<Db> {
  return openDB<Schema>('sightline', 5, {
    async upgrade(db, from, _to, tx) {
      if (from < 1) createFirst(db);
      if (from < 2) await upgradeLists(db, tx);
      if (from < 3) db.createObjectStore('quotas', { keyPath: ['scope', 'per'] });
      if (from < 4) createSubmissions(db);
      if (from < 5) await upgradeBatches(db, tx);
    },
    terminated: lost,
  });
}

function createSubmissions(db: Db): void {
  const submissions = db.createObjectStore('submissions', { keyPath: 'id', autoIncrement: true });
  submissions.createIndex('key', 'key');
  submissions.createIndex('dueAt', 'dueAt');
  submissions.createIndex('state', 'state');
}

/** The stores of version 1, without its lists. */
function createFirst(db: Db): void {
  const enrichments = db.createObjectStore('enrichments', { keyPath: 'key' });
  enrichments.createIndex('level', 'level');
  enrichments.createIndex('runAt', 'runAt');
  const runs = db.createObjectStore('runs', { keyPath: 'id', autoIncrement: true });
  runs.createIndex('enrichment', 'key');
  runs.createIndex('open', 'open');
  db.createObjectStore('cache', { keyPath: ['key', 'provider'] });
  const reservations = db.createObjectStore('reservations', { keyPath: 'id', autoIncrement: true });
  reservations.createIndex('scopeAt', ['scope', 'at']);
  reservations.createIndex('at', 'at');
  db.createObjectStore('closures', { keyPath: 'scope' });
  const outbox = db.createObjectStore('outbox', { keyPath: 'key' });
  outbox.createIndex('dueAt', 'dueAt');
  outbox.createIndex('state', 'state');
  const batches = db.createObjectStore('batches', { keyPath: 'id' });
  batches.createIndex('startedAt', 'startedAt');
  batches.createIndex('opening', 'opening');
  const retries = db.createObjectStore('retries', { keyPath: 'key' });
  retries.createIndex('at', 'at');
  retries.createIndex('waits', 'waits', { multiEntry: true });
  db.createObjectStore('files', { keyPath: 'url' });
  db.createObjectStore('drafts', { keyPath: 'key' });
  db.createObjectStore('scratch');
  db.createObjectStore('hidden');
}
