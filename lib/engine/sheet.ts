import { put, remove, type Schema, type StoreName, type WriteTx } from './db';

type Key<N extends StoreName> = Schema[N]['key'];
type Row<N extends StoreName> = Schema[N]['value'];

/**
 * Rows of one store within one transaction: read together, changed in memory, written together. However many pieces of
 * work change a row, it is read once and written once, and nobody waits for the database between two of them.
 */
export class Sheet<N extends StoreName> {
  readonly #rows = new Map<Key<N>, Row<N> | undefined>();
  readonly #changed = new Set<Key<N>>();

  constructor(
    readonly tx: NoInfer<WriteTx<N>>,
    readonly name: N,
  ) {}

  /** Reads those that were not read yet. */
  async read(keys: Iterable<Key<N>>): Promise<void> {
    const store = this.tx.objectStore(this.name);
    const unread = [...new Set(keys)].filter((key) => !this.#rows.has(key));
    const rows = await Promise.all(unread.map((key) => store.get(key)));
    for (const [at, key] of unread.entries()) this.#rows.set(key, rows[at]);
  }

  /** The row as it stands. @throws where it was not read: an absent row and an unread one must not look alike */
  get(key: Key<N>): Row<N> | undefined {
    if (!this.#rows.has(key)) throw new Error(`A row of ${this.name} was not read.`);
    return this.#rows.get(key);
  }

  put(key: Key<N>, row: Row<N>): void {
    this.#rows.set(key, row);
    this.#changed.add(key);
  }

  delete(key: Key<N>): void {
    this.#rows.set(key, undefined);
    this.#changed.add(key);
  }

  /** Hands the changes to the transaction. One that fails aborts it, so its end tells. */
  write(): void {
    for (const key of this.#changed) {
      const row = this.#rows.get(key);
      if (row === undefined) remove(this.tx, this.name, key);
      else put(this.tx, this.name, row);
    }
    this.#changed.clear();
  }
}
