import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface Schema extends DBSchema {
  configuration: { key: string; value: unknown };
  /** Keys and tokens, by `plug-in/field`. Written and read by the background alone. */
  vault: { key: string; value: string };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** A database of its own: content scripts can read `storage.local`, none of them can read this. */
const database = () =>
  (opened ??= openDB<Schema>('sightline-settings', 1, {
    upgrade(db) {
      db.createObjectStore('configuration');
      db.createObjectStore('vault');
    },
    terminated() {
      opened = undefined;
    },
  }));

type Store = 'configuration' | 'vault';

export async function readRow<N extends Store>(
  store: N,
  key: string,
): Promise<Schema[N]['value'] | undefined> {
  return (await database()).get(store, key);
}

export async function writeRow<N extends Store>(
  store: N,
  key: string,
  value: Schema[N]['value'],
): Promise<void> {
  await (await database()).put(store, value, key);
}

export async function deleteRow(store: Store, key: string): Promise<void> {
  await (await database()).delete(store, key);
}

export async function rowKeys(store: Store): Promise<string[]> {
  return (await database()).getAllKeys(store);
}

/** Forgets the configuration and every key. */
export async function clearSettings(): Promise<void> {
  const db = await database();
  const tx = db.transaction(['configuration', 'vault'], 'readwrite');
  await Promise.all([tx.objectStore('configuration').clear(), tx.objectStore('vault').clear(), tx.done]);
}
