/** A document in a frame of a tab. */
interface Place {
  readonly tabId: number;
  readonly frameId: number;
  /** The browser's name for it; empty where it has none. */
  readonly document: string;
}

interface Waiter extends Place {
  /** The one that its card is open for. */
  card: string | null;
  /** What is or was on its screen in mode `auto`. */
  readonly screen: Set<string>;
}

/**
 * Which pages wait for which indicators. Whatever lets go answers the keys that no page waits for any more, so that what
 * was not sent about them is dropped. Memory only: what an earlier life of the worker began is finished.
 */
export class Waiting {
  readonly #waiters = new Map<string, Waiter>();

  /** The card of a frame opened for this one; a frame has one card at a time. */
  card(place: Place, key: string): readonly string[] {
    const waiter = this.#waiter(place);
    const before = waiter.card;
    waiter.card = key;
    return this.unwanted([before]);
  }

  cardClosed(place: Place): readonly string[] {
    const waiter = this.#waiters.get(nameOf(place));
    if (waiter === undefined) return [];
    const before = waiter.card;
    waiter.card = null;
    return this.unwanted([before]);
  }

  /** These came on the screen of a page in mode `auto`. */
  screen(place: Place, keys: readonly string[]): void {
    const { screen } = this.#waiter(place);
    for (const key of keys) screen.add(key);
  }

  /** A document was left. */
  left(place: Place): readonly string[] {
    return this.#drop((at) => nameOf(at) === nameOf(place));
  }

  /** A document says that it is there: another that was in its frame is not. */
  arrived({ tabId, frameId, document }: Place): readonly string[] {
    return this.#drop((at) => at.tabId === tabId && at.frameId === frameId && at.document !== document);
  }

  tabClosed(tabId: number): readonly string[] {
    return this.#drop((at) => at.tabId === tabId);
  }

  /** Those of them that no page waits for. */
  unwanted(keys: readonly (string | null)[]): readonly string[] {
    const waiters = [...this.#waiters.values()];
    return keys.filter(
      (key): key is string =>
        key !== null && !waiters.some(({ card, screen }) => card === key || screen.has(key)),
    );
  }

  #waiter(place: Place): Waiter {
    const name = nameOf(place);
    const { tabId, frameId, document } = place;
    const waiter = this.#waiters.get(name) ?? { tabId, frameId, document, card: null, screen: new Set() };
    this.#waiters.set(name, waiter);
    return waiter;
  }

  #drop(gone: (place: Place) => boolean): readonly string[] {
    const keys = new Set<string>();
    for (const [name, waiter] of this.#waiters) {
      if (!gone(waiter)) continue;
      this.#waiters.delete(name);
      if (waiter.card !== null) keys.add(waiter.card);
      for (const key of waiter.screen) keys.add(key);
    }
    return this.unwanted([...keys]);
  }
}

/** Memory only: see there. */
export const waiting = new Waiting();

/** Where a page's message comes from. Without a tab it is nobody's. */
export const placeOf = ({
  tabId = -1,
  frameId,
  document,
}: Omit<Place, 'tabId'> & { readonly tabId: number | undefined }): Place => ({ tabId, frameId, document });

const nameOf = ({ tabId, frameId, document }: Place): string => `${tabId} ${frameId} ${document}`;
