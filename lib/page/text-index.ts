import type { Indicator } from '../ioc';
import { isRow } from './boundary';
import { isCutOff } from './cut';
import { designModeOf, isConnected, isElement, isRoot, parentOf } from './dom';
import type { Find } from './find-memo';
import { Sight } from './gap';
import type { Entry, Indicators } from './indicators';
import { targetOf } from './link';
import { type Link, Reading } from './read';
import type { RunText } from './run-text';
import type { Sighted } from './sighted';
import type { Work } from './slices';
import { isNear, type Owner, type Unit } from './unit';
import type { Shelves } from './shelves';

/** A row with more nodes than this is a page laid out in a table, and is read block by block. */
const largeRow = 400;

/** Characters looked through between two places where a reading may be interrupted, and what an indicator adds. */
const stride = 4_096;
const effort = 64;

const nothing = { runs: [], links: [] };

export interface IndexEvents {
  /** A shadow root came up; returns false where it is known already. */
  root(root: ShadowRoot): boolean;
  host(element: Element): void;
  draw(unit: Unit, sighted: readonly Sighted[]): void;
}

/** Every unit of text that holds an indicator, and the reading of units in slices. */
export class TextIndex {
  readonly #units = new Map<Owner, Unit>();
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

  /** Reads everything from `start` down, in document order. */
  *walk(start: Owner): Work {
    const stack: Owner[] = [start];
    for (let owner = stack.pop(); owner !== undefined; owner = stack.pop()) {
      if (!isConnected(owner)) continue;
      const blocks = yield* this.take(owner);
      for (let at = blocks.length - 1; at >= 0; at -= 1) {
        const block = blocks[at];
        if (block !== undefined) stack.push(block);
      }
      yield;
    }
    this.#shelves.close();
  }

  /** Is this a row that is read as a whole? */
  isWhole(owner: Owner): boolean {
    return isElement(owner) && isRow(owner) && !this.#largeRows.has(owner);
  }

  /** Reads one owner. Returns the blocks in it, which are read by themselves. */
  *take(owner: Owner): Generator<void, readonly Owner[]> {
    let reading = new Reading(owner, this.isWhole(owner));
    yield* reading.read(reading.whole ? largeRow : Infinity);
    if (reading.tooLarge) {
      this.#largeRows.add(owner);
      reading = new Reading(owner, false);
      yield* reading.read(Infinity);
    }
    for (const host of reading.hosts) this.#events.host(host);
    const roots = reading.roots.filter((root) => this.#events.root(root));
    yield* this.#settle(owner, designModeOf(document) === 'on' ? nothing : reading);
    return roots.length === 0 ? reading.blocks : [...reading.blocks, ...roots];
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
    this.#shelves.remove(unit);
    this.#events.draw(unit, []);
    for (const entry of unit.entries) this.#indicators.release(entry);
    unit.entries = [];
  }

  *#settle(owner: Owner, { runs, links }: Pick<Reading, 'runs' | 'links'>): Generator<void> {
    const sighted: Sighted[] = [];
    let veiled = false;
    const known = this.#units.get(owner);
    const near = known !== undefined && isNear(known);
    const entries: Entry[] = [];
    const sight = new Sight();
    let work = 0;
    for (const run of runs) {
      const found = withLinks(this.#find(run.text), run, links, this.#find);
      work += run.length;
      for (const { kind, value, start, end } of found) {
        if (work > stride) {
          work = 0;
          yield;
        }
        work += effort;
        const places = isCutOff(run.text, end) ? null : run.places(start, end);
        if (places === null) continue;
        const { start: first, end: last } = places;
        if (!isSeen(first.node, sight) || (last.node !== first.node && !isSeen(last.node, sight))) {
          veiled = true;
          continue;
        }
        const entry = this.#indicators.entry(kind, value);
        entries.push(entry);
        if (near) sighted.push({ entry, run, start, end });
      }
    }
    this.#keep(owner, entries, veiled, sighted);
  }

  #keep(owner: Owner, entries: readonly Entry[], veiled: boolean, sighted: readonly Sighted[]): void {
    let unit = this.#units.get(owner);
    if (entries.length === 0 && !veiled) {
      if (unit !== undefined) this.drop(unit);
      return;
    }
    for (const entry of entries) this.#indicators.hold(entry);
    if (unit === undefined) {
      const element = isRoot(owner) ? owner.host : owner;
      unit = { owner, element, entries, shelf: null, hits: [] };
      this.#units.set(owner, unit);
      this.#shelves.put(unit);
      return;
    }
    for (const entry of unit.entries) this.#indicators.release(entry);
    unit.entries = entries;
    this.#events.draw(unit, sighted);
  }
}

/** Adds where redirecting links of this run lead, unless their text names an indicator itself; sees through such text. */
function withLinks(
  written: readonly Indicator[],
  run: RunText<Text>,
  links: readonly Link[],
  find: Find,
): readonly Indicator[] {
  const isThere = written.some(({ kind }) => kind === 'url');
  const found = isThere ? written.map((one) => seenThrough(one, find)) : written;
  if (links.length === 0) return found;
  const more = links.flatMap(({ run: of, start, end, target }) => {
    const known = of !== run || found.some((one) => one.start < end && one.end > start);
    const led = known ? undefined : find(target)[0];
    return led === undefined ? [] : [{ ...led, start, end }];
  });
  return more.length === 0 ? found : [...found, ...more].toSorted((a, b) => a.start - b.start);
}

/** The address of a mail gateway that somebody pasted as text is about where it leads, not about the gateway. */
function seenThrough(one: Indicator, find: Find): Indicator {
  const target = one.kind === 'url' ? targetOf(one.value) : null;
  const led = target === null ? undefined : find(target)[0];
  return led === undefined ? one : { ...led, start: one.start, end: one.end };
}

function isSeen(text: Text, sight: Sight): boolean {
  const parent = parentOf(text);
  if (parent === null) return false;
  return sight.isSeen(isElement(parent) ? parent : (parent as ShadowRoot).host);
}
