import { IDBFactory } from 'fake-indexeddb';

/** A database that can lose its worker: what was not committed is undone, what was opened is closed. */
export class Connections extends IDBFactory {
  #open: IDBDatabase[] = [];
  #live = new Set<IDBTransaction>();
  #reading = new Set<IDBTransaction>();
  /** Thrown by every write while set: a full disk. */
  full = false;

  override open(name: string, version?: number): IDBOpenDBRequest {
    const request = super.open(name, version);
    request.addEventListener('success', () => this.#watch(request.result));
    return request;
  }

  #watch(db: IDBDatabase): void {
    this.#open.push(db);
    const begin = db.transaction.bind(db);
    db.transaction = (stores, mode, options) => {
      if (this.full && mode === 'readwrite') throw new DOMException('Full.', 'QuotaExceededError');
      const tx = begin(stores, mode, options);
      const transactions = mode === 'readwrite' ? this.#live : this.#reading;
      transactions.add(tx);
      for (const end of ['complete', 'abort']) tx.addEventListener(end, () => transactions.delete(tx));
      return tx;
    };
  }

  /** Is a transaction under way? */
  get busy(): boolean {
    return this.#live.size + this.#reading.size > 0;
  }

  cut(): void {
    for (const tx of this.#live) {
      try {
        tx.abort();
      } catch {
        // It had finished.
      }
    }
    for (const db of this.#open) db.close();
    this.#open = [];
    this.#live.clear();
    this.#reading.clear();
  }
}
