import { isRow } from './boundary';
import { isConnected, isElement, isInDesignMode } from './dom';
import { FarSight, Look } from './far-sight';
import type { Find } from './find-memo';
import type { Field } from './form-field';
import { Sight } from './gap';
import type { Indicators } from './indicators';
import { Reading } from './read';
import { areSeen, Sift } from './sift';
import type { Sighted } from './sighted';
import type { Work } from './slices';
import { isNear, type Owner, type Unit } from './unit';
import type { Shelves } from './shelves';
import { screen } from './unread';

/** A row with more nodes than this is a page laid out in a table, and is read block by block. */
const largeRow = 400;

/**
 * So many units, between two times that all are forgotten, are kept with their places until it is known whether they are near
 * the viewport. Those of a page that just came mostly are, and need not be read a second time to be drawn. Of a stream the
 * newest are kept.
 */
const mostNew = 160;

/** A unit with more places than this is read again: to look whether all are still seen would be a long step. */
const mostPlaces = 200;

/** Of units that are not drawn: there are thousands. */
const none: readonly never[] = [];

/** Owners read between two places where the work may be interrupted: most take 0.05 ms, and a long one has places of its own. */
const few = 8;

/** Characters looked through between two places where the work may be interrupted. */
const stride = 4_096;

export interface IndexEvents {
  /** A shadow root came up; returns false where it is known already. */
  root(root: ShadowRoot): boolean;
  host(element: Element): void;
  field(field: Field): void;
  draw(unit: Unit, sighted: readonly Sighted[]): void;
}

/** Every unit of text that holds an indicator, and the reading of units in slices. */
export class TextIndex {
  readonly #units = new Map<Owner, Unit>();
  readonly #new = new Map<Unit, readonly Sighted[]>();
  #room = mostNew;
  readonly #largeRows = new WeakSet<Owner>();
  readonly #find: Find;
  readonly #indicators: Indicators;
  readonly #shelves: Shelves;
  readonly #events: IndexEvents;

  constructor(find: Find, indicators: Indicators, shelves: Shelves, events: IndexEvents) {
    this.#find = find;
    this.#indicators = indicators;
    this.#shelves = shelves;
    this.#events = events;
  }

  get units(): Iterable<Unit> {
    return this.#units.values();
  }

  unitOf(owner: Owner): Unit | undefined {
    return this.#units.get(owner);
  }

  /** Reads everything from each of these neighbours down, in document order. */
  *walk(starts: readonly Owner[]): Work {
    this.#shelves.close();
    const stack: Owner[] = starts.toReversed();
    let taken = 0;
    let isEdited = isInDesignMode();
    for (let owner = stack.pop(); owner !== undefined; owner = stack.pop()) {
      if (!isConnected(owner)) continue;
      const blocks = yield* this.take(owner, isEdited);
      for (let at = blocks.length - 1; at >= 0; at -= 1) {
        const block = blocks[at];
        if (block !== undefined) stack.push(block);
      }
      taken += 1;
      if (taken % few > 0) continue;
      yield;
      isEdited = isInDesignMode();
    }
    this.#shelves.close();
  }

  /** Is this a row that is read as a whole? */
  isWhole(owner: Owner): boolean {
    return isElement(owner) && isRow(owner) && !this.#largeRows.has(owner);
  }

  /**
   * Reads one owner. Returns the blocks in it, which are read by themselves.
   * @param isEdited The whole document is an editor. The browser takes as long to say so as to find what is in a cell.
   */
  *take(owner: Owner, isEdited = isInDesignMode()): Generator<void, readonly Owner[]> {
    let reading = new Reading(owner, this.isWhole(owner), largeRow);
    const known = this.#units.get(owner);
    const isKnownNear = known !== undefined && isNear(known);
    if (reading.whole && !isKnownNear) reading.look = new Look();
    while (!reading.step()) yield;
    if (reading.tooLarge) {
      this.#largeRows.add(owner);
      reading = new Reading(owner, false);
      while (!reading.step()) yield;
    }
    const roots = this.#told(reading);
    const { look } = reading;
    const sight = look === null ? new Sight() : new FarSight(owner as Element, look);
    const placed = isKnownNear || (known === undefined && this.#room > 0);
    const sift = new Sift(this.#find, this.#indicators, sight, placed);
    let work = 0;
    for (const run of isEdited ? none : reading.runs) {
      if (work > stride) {
        work = 0;
        yield;
      }
      work += sift.take(run, reading.links);
    }
    this.#keep(owner, sift);
    return roots.length === 0 ? reading.blocks : [...reading.blocks, ...roots];
  }

  /** Tells what was come by. Returns the shadow roots that nobody knew. */
  #told({ hosts, fields, roots }: Reading): readonly ShadowRoot[] {
    if (hosts.length > 0) for (const host of hosts) this.#events.host(host);
    if (fields.length > 0) for (const field of fields) this.#events.field(field);
    return roots.length === 0 ? none : roots.filter((root) => this.#events.root(root));
  }

  /** Draws a unit that was read a moment ago, as it was read. False where that is not known any more, or not all is seen. */
  drawNew(unit: Unit): boolean {
    const sighted = this.#new.get(unit);
    if (sighted === undefined || !isConnected(unit.owner)) return false;
    this.#new.delete(unit);
    // Whoever is far was perhaps not asked.
    if (this.isWhole(unit.owner) && !areSeen(sighted)) return false;
    this.#events.draw(unit, sighted);
    return true;
  }

  /** It went: when it comes near again it is read again. */
  forgetNew(unit: Unit): void {
    this.#new.delete(unit);
  }

  /** What comes now is more probably near: the oldest of those that are kept with their places make room for a screen. */
  makeRoom(): void {
    for (const unit of this.#new.keys()) {
      if (this.#new.size <= mostNew - screen) break;
      this.#new.delete(unit);
    }
    this.#room = mostNew - this.#new.size;
  }

  /** So is all that is not near by now, and all whose look may have changed. */
  forgetAllNew(): void {
    this.#new.clear();
    this.#room = mostNew;
  }

  /** Lets go of every unit that left the page. */
  *sweep(): Work {
    let seen = 0;
    for (const unit of this.#units.values()) {
      if (!isConnected(unit.owner)) this.drop(unit);
      seen += 1;
      if (seen % 128 === 0) yield;
    }
  }

  drop(unit: Unit): void {
    this.#units.delete(unit.owner);
    this.#new.delete(unit);
    this.#shelves.remove(unit);
    this.#events.draw(unit, []);
    for (const entry of unit.entries) this.#indicators.release(entry);
    unit.entries = [];
  }

  #keep(owner: Owner, { entries, veiled, sighted }: Sift): void {
    let unit = this.#units.get(owner);
    if (entries.length === 0 && !veiled) {
      if (unit !== undefined) this.drop(unit);
      return;
    }
    for (const entry of entries) this.#indicators.hold(entry);
    if (unit === undefined) {
      const element = isElement(owner) ? owner : owner.host;
      unit = { owner, element, entries: entries.slice(), shelf: null, hits: none };
      this.#units.set(owner, unit);
      if (sighted.length > 0 && sighted.length <= mostPlaces && !veiled) {
        this.#new.set(unit, sighted);
        this.#room -= 1;
      }
      this.#shelves.put(unit);
      return;
    }
    this.#new.delete(unit);
    for (const entry of unit.entries) this.#indicators.release(entry);
    unit.entries = entries;
    this.#events.draw(unit, sighted);
  }
}
