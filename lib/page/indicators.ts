import { keyOf } from '../core/enrichment';
import type { Ioc, Kind } from '../ioc';
import type { Gathered, Mark, Send } from '../messages';
import type { Hit } from './hit';

/** One indicator of this frame, however often it stands there. A page has a hundred thousand of these. */
export class Entry {
  readonly kind: Kind;
  readonly value: string;
  mark: Mark | null = null;
  /** Units of text that hold it. At 0 it has left the page, but stays known for a while. */
  held = 0;
  /** The background was told of it. */
  told = false;
  /** The visit (see `Indicators.look`) in which its text was read last. */
  visit = 0;
  /** It can be looked up. */
  listed = true;
  /** Where it is drawn now; null where it is far from the viewport. */
  hits: Set<Hit> | null = null;

  constructor(kind: Kind, value: string) {
    this.kind = kind;
    this.value = value;
  }

  get key(): string {
    return keyOf(this);
  }

  get ioc(): Ioc {
    return { kind: this.kind, value: this.value };
  }
}

/** Virtual grids let rows go when they scroll away: so many absent indicators stay in the tab's set. */
const mostAbsent = 2_000;

/** Indicators in one message at most. */
const batch = 2_000;

/**
 * Milliseconds in which news is gathered before it is sent. So many times as long for what follows at once, as of a long page
 * that is being read, and while the page moves, since each message costs the page and the background more than what is in it.
 * While it moves no line is drawn sooner (`arrivals.ts`).
 */
const gather = 60;
const following = 4;
const longer = 15;

/** The frame's set of indicators; keeps the background's copy of it true. */
export class Indicators {
  readonly #entries = new Map<Kind, Map<string, Entry>>();
  /** Not yet told to the background, from `#next` on; those that were released meanwhile are passed over. */
  #added: Entry[] = [];
  #next = 0;
  readonly #absent = new Set<Entry>();
  readonly #send: Send;
  readonly #onMark: (entry: Entry) => void;
  readonly #isMoving: () => boolean;
  #gathered = 0;
  /** When news was sent last. */
  #sent = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  /** Counts the talks with the background: a page that was frozen in the middle of one never hears its end. */
  #talk = 0;
  #place = '';
  /** Counts the addresses that the frame had. */
  #visit = 0;

  /** @param isMoving Does the page scroll, or does text stream in? */
  constructor(send: Send, onMark: (entry: Entry) => void, isMoving: () => boolean) {
    this.#send = send;
    this.#onMark = onMark;
    this.#isMoving = isMoving;
    this.look();
  }

  /** Looks where the application is: before text is read that came or changed, so that each visit knows its own. */
  look(): void {
    const place = location.pathname + location.hash;
    if (place !== this.#place) this.#visit += 1;
    this.#place = place;
  }

  entry(kind: Kind, value: string): Entry {
    const values = this.#valuesOf(kind);
    let entry = values.get(value);
    if (entry === undefined) {
      entry = new Entry(kind, value);
      values.set(value, entry);
    }
    return entry;
  }

  hold(entry: Entry): void {
    entry.held += 1;
    entry.visit = this.#visit;
    if (entry.held > 1) return;
    this.#absent.delete(entry);
    if (entry.told) return;
    // It may have been let go since it was looked up.
    if (!entry.listed) this.#valuesOf(entry.kind).set(entry.value, entry);
    entry.listed = true;
    this.#added.push(entry);
    this.#later();
  }

  release(entry: Entry): void {
    entry.held -= 1;
    if (entry.held > 0) return;
    if (!entry.told) return this.#unlist(entry);
    this.#absent.add(entry);
    this.#later();
  }

  /** Takes over what the background knows now. */
  apply(marks: readonly Mark[]): void {
    for (const mark of marks) {
      const bar = mark.key.indexOf('|');
      const entry = this.#valuesOf(mark.key.slice(0, bar) as Kind).get(mark.key.slice(bar + 1));
      if (entry === undefined) continue;
      entry.mark = mark;
      this.#onMark(entry);
    }
  }

  /** The background forgot: tell it everything again. */
  tellAll(): void {
    this.#talk += 1;
    this.#sending = false;
    this.#added = [];
    this.#next = 0;
    for (const values of this.#entries.values()) {
      for (const entry of values.values()) {
        entry.told = false;
        if (entry.held > 0) this.#added.push(entry);
      }
    }
    this.#later();
  }

  /** Ends the talk with the background. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #unlist(entry: Entry): void {
    this.#valuesOf(entry.kind).delete(entry.value);
    entry.listed = false;
  }

  #valuesOf(kind: Kind): Map<string, Entry> {
    let values = this.#entries.get(kind);
    if (values === undefined) {
      values = new Map();
      this.#entries.set(kind, values);
    }
    return values;
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#gathered += 1;
      const follows = performance.now() - this.#sent < following * gather;
      if (follows || (this.#gathered < longer && this.#isMoving())) return this.#later();
      this.#gathered = 0;
      this.#sent = performance.now();
      this.#flush().catch(() => undefined);
    }, gather);
  }

  async #flush(): Promise<void> {
    if (this.#sending) {
      this.#later();
      return;
    }
    this.#sending = true;
    const talk = this.#talk;
    const forgotten = this.#forget();
    try {
      // What went goes first: it may have come again meanwhile.
      while (forgotten.length > 0 || this.#added.length > 0) {
        const removed = forgotten.splice(0, batch);
        const added = forgotten.length > 0 ? [] : this.#take();
        if (added.length === 0 && removed.length === 0) continue;
        const reply = await this.#send('page.found', {
          added: gathered(added),
          removed: gathered(removed),
        });
        if (!reply.ok || talk !== this.#talk) return;
        this.#unmark(added);
        this.apply(reply.value);
      }
    } finally {
      if (talk === this.#talk) this.#sending = false;
    }
  }

  /** The reply names those alone of which something is known. */
  #unmark(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.mark === null) continue;
      entry.mark = null;
      this.#onMark(entry);
    }
  }

  /** The next indicators to tell of. */
  #take(): readonly Entry[] {
    const taken: Entry[] = [];
    while (this.#next < this.#added.length && taken.length < batch) {
      const entry = this.#added[this.#next];
      this.#next += 1;
      if (entry === undefined || entry.held === 0 || entry.told) continue;
      entry.told = true;
      taken.push(entry);
    }
    if (this.#next >= this.#added.length) {
      this.#added = [];
      this.#next = 0;
    }
    return taken;
  }

  /**
   * Absent indicators go when the analyst went elsewhere in the application, and the oldest when there are many. An
   * application changes its address first and takes its text away later, so each indicator knows where it was read.
   */
  #forget(): Entry[] {
    this.look();
    const forgotten: Entry[] = [];
    for (const entry of this.#absent) {
      if (entry.visit === this.#visit && this.#absent.size <= mostAbsent) continue;
      this.#absent.delete(entry);
      this.#unlist(entry);
      entry.told = false;
      forgotten.push(entry);
    }
    return forgotten;
  }
}

function gathered(entries: readonly Entry[]): Gathered {
  const values: Partial<Record<Kind, string[]>> = {};
  for (const { kind, value } of entries) (values[kind] ??= []).push(value);
  return Object.fromEntries(Object.entries(values).map(([kind, all]) => [kind, all.join('\n')]));
}
