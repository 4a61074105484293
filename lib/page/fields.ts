import { isConnected } from './dom';
import { type Field, isFocused, isReadable, isSecret, isShown, valueOf } from './form-field';
import type { Find } from './find-memo';
import type { Hit } from './hit';
import type { Entry, Indicators } from './indicators';
import { rangeOver } from './over-field';
import { shelfOf } from './shelf';
import type { Unit } from './unit';

/** Fields of one frame that are watched, at most; the newest are kept. */
const most = 500;

/** Characters of one value that are read. */
const longest = 65_536;

/** Milliseconds between two looks: a value that a script sets changes nothing that could be observed. */
const look = 500;

interface Watched {
  /** The value at the last look; null before the first. */
  last: string | null;
  /** The value that was searched; null while the field is not read. */
  read: string | null;
  /** Somebody was in it at the last look. */
  focused: boolean;
  /** A person changed it since the page came, or it is a secret: it is theirs from then on, and is not read. */
  edited: boolean;
  unit: Unit | null;
}

/**
 * Values of form fields, on sites where the analyst switched that on: consoles that keep in fields what others show as
 * text. Never the field that somebody is in, nor one that somebody wrote in.
 */
export class Fields {
  readonly #fields = new Map<Field, Watched>();
  readonly #find: Find;
  readonly #indicators: Indicators;
  readonly #onChange: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(find: Find, indicators: Indicators, onChange: () => void) {
    this.#find = find;
    this.#indicators = indicators;
    this.#onChange = onChange;
  }

  /** A field that the reading came by; known whether they are read or not, so that they can be from now on. */
  add(field: Field): void {
    if (this.#fields.has(field)) return;
    this.#fields.set(field, { last: null, read: null, focused: false, edited: false, unit: null });
    if (this.#fields.size <= most) return;
    const [oldest] = this.#fields;
    if (oldest !== undefined) this.#forget(...oldest);
  }

  /** Reads them from now on, or lets go of all that was read. */
  set on(on: boolean) {
    if (on === (this.#timer !== undefined)) return;
    if (on) {
      this.#timer = setInterval(() => this.#look(), look);
      this.#look();
      return;
    }
    clearInterval(this.#timer);
    this.#timer = undefined;
    for (const watched of this.#fields.values()) drop(watched, this.#indicators);
    this.#onChange();
  }

  /** Those that hold indicators, as the tour by keys goes over them. */
  *units(): Generator<Unit> {
    for (const { unit } of this.#fields.values()) if (unit !== null) yield unit;
  }

  /** What a person typed is theirs, also where the field was left again between two looks. */
  typed(target: EventTarget | null): void {
    const watched = this.#fields.get(target as Field);
    if (watched !== undefined) watched.edited = true;
  }

  #look(): void {
    if (document.hidden) return;
    let changed = false;
    for (const [field, watched] of this.#fields) {
      if (!isConnected(field)) {
        this.#forget(field, watched);
        changed = true;
      } else if (this.#see(field, watched)) changed = true;
    }
    if (changed) this.#onChange();
  }

  /** Whether anything changed. */
  #see(field: Field, watched: Watched): boolean {
    const value = valueOf(field);
    const focused = isFocused(field);
    // A script may change a field that somebody is in; that cannot be told from typing.
    if (watched.last !== null && watched.last !== value && (focused || watched.focused))
      watched.edited = true;
    if (isSecret(field)) watched.edited = true;
    watched.last = value;
    watched.focused = focused;
    const isOpen = !focused && !watched.edited && value !== '' && isReadable(field) && isShown(field);
    if (!isOpen) return drop(watched, this.#indicators);
    return value !== watched.read && this.#read(field, watched, value);
  }

  #read(field: Field, watched: Watched, value: string): boolean {
    const had = drop(watched, this.#indicators);
    watched.read = value;
    const entries = new Set<Entry>();
    for (const { kind, value: found } of this.#find(value.slice(0, longest))) {
      entries.add(this.#indicators.entry(kind, found));
    }
    if (entries.size === 0) return had;
    const unit: Unit = {
      owner: field,
      element: field,
      entries: [...entries],
      shelf: shelfOf([], true),
      hits: [],
    };
    unit.hits = unit.entries.map((entry): Hit => ({
      entry,
      unit,
      range: rangeOver(field),
      line: null,
      field,
    }));
    for (const hit of unit.hits) {
      this.#indicators.hold(hit.entry);
      (hit.entry.hits ??= new Set()).add(hit);
    }
    watched.unit = unit;
    return true;
  }

  #forget(field: Field, watched: Watched): void {
    drop(watched, this.#indicators);
    this.#fields.delete(field);
  }
}

/** Lets go of what was read of a field; whether there was anything. */
function drop(watched: Watched, indicators: Indicators): boolean {
  const { unit } = watched;
  watched.read = null;
  watched.unit = null;
  if (unit === null) return false;
  for (const hit of unit.hits) {
    hit.entry.hits?.delete(hit);
    if (hit.entry.hits?.size === 0) hit.entry.hits = null;
    indicators.release(hit.entry);
  }
  unit.hits = [];
  return true;
}
