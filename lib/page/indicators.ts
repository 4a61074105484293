import { keyOf } from '../core/enrichment';
import type { Ioc } from '../ioc';
import type { Mark, Send } from '../messages';
import type { Hit } from './hit';

/** One indicator of this frame, however often it stands there. */
export interface Entry {
  readonly ioc: Ioc;
  readonly key: string;
  mark: Mark | null;
  /** Units of text that hold it. At 0 it has left the page, but stays known for a while. */
  held: number;
  /** Where it is drawn now. */
  readonly hits: Set<Hit>;
}

/** Virtual grids let rows go when they scroll away: so many absent indicators stay in the tab's set. */
const mostAbsent = 2_000;

/** Indicators in one message. */
const batch = 500;

/** Milliseconds in which news is gathered before it is sent. */
const gather = 60;

/** The frame's set of indicators; keeps the background's copy of it true. */
export class Indicators {
  readonly #entries = new Map<string, Entry>();
  /** Not yet told to the background. */
  readonly #added = new Set<Entry>();
  readonly #removed = new Map<string, Ioc>();
  readonly #absent = new Set<Entry>();
  readonly #send: Send;
  readonly #onMark: (entry: Entry) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  #place = location.pathname + location.hash;

  constructor(send: Send, onMark: (entry: Entry) => void) {
    this.#send = send;
    this.#onMark = onMark;
  }

  entry(ioc: Ioc): Entry {
    const key = keyOf(ioc);
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { ioc: { kind: ioc.kind, value: ioc.value }, key, mark: null, held: 0, hits: new Set() };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  byKey(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  hold(entry: Entry): void {
    entry.held += 1;
    if (entry.held > 1 || this.#absent.delete(entry)) return;
    this.#entries.set(entry.key, entry);
    this.#removed.delete(entry.key);
    this.#added.add(entry);
    this.#later();
  }

  release(entry: Entry): void {
    entry.held -= 1;
    if (entry.held > 0) return;
    if (this.#added.delete(entry)) {
      this.#entries.delete(entry.key);
      return;
    }
    this.#absent.add(entry);
    this.#later();
  }

  /** Takes over what the background knows now. */
  apply(marks: readonly Mark[]): void {
    for (const mark of marks) {
      const entry = this.#entries.get(mark.key);
      if (entry === undefined) continue;
      entry.mark = mark;
      this.#onMark(entry);
    }
  }

  /** The background forgot: tell it everything again. */
  tellAll(): void {
    for (const entry of this.#entries.values()) if (entry.held > 0) this.#added.add(entry);
    this.#later();
  }

  /** Ends the talk with the background. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#flush().catch(() => undefined);
    }, gather);
  }

  async #flush(): Promise<void> {
    if (this.#sending) {
      this.#later();
      return;
    }
    this.#forget();
    this.#sending = true;
    try {
      while (this.#added.size > 0 || this.#removed.size > 0) {
        const added = [...this.#added.values().take(batch)];
        const removed = [...this.#removed.values().take(batch)];
        for (const entry of added) this.#added.delete(entry);
        for (const ioc of removed) this.#removed.delete(keyOf(ioc));
        const reply = await this.#send('page.found', { added: added.map((entry) => entry.ioc), removed });
        if (!reply.ok) return;
        this.apply(reply.value);
      }
    } finally {
      this.#sending = false;
    }
  }

  /** Absent indicators go when the analyst went elsewhere in the application, and the oldest when there are many. */
  #forget(): void {
    const place = location.pathname + location.hash;
    const most = place === this.#place ? mostAbsent : 0;
    this.#place = place;
    for (const entry of this.#absent) {
      if (this.#absent.size <= most) break;
      this.#absent.delete(entry);
      this.#entries.delete(entry.key);
      this.#removed.set(entry.key, entry.ioc);
    }
  }
}
