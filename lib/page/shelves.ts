import { elementBefore, isElement, parentOf, rectOf } from './dom';
import { areBetween, isInside, Posts } from './posts';
import { endsOf, type Shelf, shelfOf, someOf } from './shelf';
import { isAlone, isOpen, Stacks } from './stacks';
import type { Unit } from './unit';
import { zoneOf } from './zone';

/**
 * A busy page may take 100 ms until the browser says where its new text is. What follows text near the viewport is taken
 * to be near too, so many shelves on end, until the browser has said.
 */
const mostAssumed = 3;

/**
 * So many shelves hold one unit each, so that a short page is drawn exactly; a longer one shares, since every observed
 * element costs each frame. Among so few, only children of one parent share: they scroll in one box.
 */
const exact = 16;
const few = 100;

/** So many shelves hold what a screen shows, in a list too whose items do not share. */
const mostLatest = 32;

/** Units on a shared shelf. Less than a screen of table rows, so that one of its posts is inside the near zone. */
const shared = 16;

/** Half a screen on each side: one screen around the viewport in all. */
const around = '50%';

/** Units came near the viewport or went; `gone` where they are not displayed any more. */
type OnMove = (units: Iterable<Unit>, near: boolean, gone: boolean) => void;

/** Tells which units are near the viewport, in every scrolling box. */
export class Shelves {
  readonly #posts: Posts<Shelf>;
  readonly #stacks = new Stacks((shelf, gone) => this.#opened(shelf, gone));
  readonly #onMove: OnMove;
  readonly #near = new Set<Shelf>();
  #open: Shelf | null = null;
  /** The one before it in the page. */
  #filled: Shelf | null = null;
  #closed = false;
  /** The last that were begun. */
  #latest: Shelf[] = [];
  #newest: Element | null = null;
  #parent: Node | null = null;
  #count = 0;
  /** Those that lost their first or their last unit. Rows mostly go by the hundred: each shelf gets its new ends once. */
  readonly #worn = new Set<Shelf>();

  constructor(onMove: OnMove) {
    this.#onMove = onMove;
    // A shelf is as long as the window at most: without a margin too one of its posts is seen when it is.
    this.#posts = new Posts(zoneOf(around), 1, {
      moved: (shelf, gone) => this.#moved(shelf, gone),
      measured: (shelf) => this.#measured(shelf),
    });
  }

  /** Puts a new unit beside the one put before it. */
  put(unit: Unit): void {
    this.#mend();
    if (this.#closed && !isNext(unit.element, this.#newest)) this.#open = this.#filled = null;
    this.#closed = false;
    this.#newest = unit.element;
    const before = this.#parent;
    this.#parent = parentOf(unit.element);
    if (this.#open !== null && this.#count <= few && this.#parent !== before) this.#fill(this.#open);
    this.#open ??= this.#begin();
    const shelf = this.#open;
    shelf.units.add(unit);
    unit.shelf = shelf;
    if (shelf.near) this.#onMove([unit], true, false);
    if (this.#count <= exact || shelf.units.size >= shared) this.#fill(shelf);
  }

  /** Nobody looks at it before: it is filled at once, or closed. */
  #fill(shelf: Shelf): void {
    shelf.ends = endsOf(shelf.units);
    this.#stacks.add(shelf);
    this.#observe(shelf);
    this.#filled = shelf;
    this.#open = null;
  }

  #begin(): Shelf {
    this.#count += 1;
    const before = this.#filled;
    const assumed = before === null || isInside(before) ? 1 : before.assumed + 1;
    const follows = before?.near === true && assumed <= mostAssumed;
    const shelf = shelfOf([], follows, follows ? assumed : 0);
    if (follows) this.#near.add(shelf);
    if (this.#latest.push(shelf) > mostLatest) this.#latest.shift();
    return shelf;
  }

  /** What comes next may stand elsewhere in the page. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#open !== null) this.#repost([this.#open]);
  }

  /** Looks where the latest text is of which the browser did not say so yet: a busy page may take 100 ms. */
  look(): void {
    const latest = this.#latest.filter(isUntold);
    this.#latest = [];
    for (const shelf of latest) {
      if (!shelf.ends.some(isInZone)) continue;
      shelf.near = true;
      this.#moved(shelf, false);
    }
  }

  /** Every unit near the viewport, whether anything of it is drawn or not. */
  *nearUnits(): Generator<Unit> {
    for (const { units } of this.#near) yield* units;
  }

  remove(unit: Unit): void {
    const shelf = unit.shelf;
    if (shelf === null) return;
    unit.shelf = null;
    shelf.units.delete(unit);
    if (shelf.ends.includes(unit.element)) {
      if (this.#worn.size === 0) queueMicrotask(() => this.#mend());
      this.#worn.add(shelf);
    }
    if (shelf.units.size > 0) return;
    this.#count -= 1;
    this.#near.delete(shelf);
    if (this.#open === shelf) this.#open = null;
    if (this.#filled === shelf) this.#filled = null;
  }

  stop(): void {
    this.#posts.stop();
    this.#stacks.stop();
  }

  #mend(): void {
    if (this.#worn.size === 0) return;
    const worn = [...this.#worn];
    this.#worn.clear();
    this.#repost(worn);
  }

  /** The first and the last unit stand for all. */
  #repost(shelves: readonly Shelf[]): void {
    for (const shelf of shelves) {
      shelf.ends = endsOf(shelf.units);
      shelf.placed = null;
      this.#observe(shelf);
    }
    this.#stacks.reposted(shelves);
  }

  #observe(shelf: Shelf): void {
    this.#posts.set(shelf, isOpen(shelf) ? shelf.ends : []);
  }

  /** Where it is not known how long it is, or its units are strewn about, each has a place of its own. */
  #measured(shelf: Shelf): void {
    const { size } = shelf.units;
    // One that is being filled has more units by now than its posts stand for.
    if (size < 2 || (shelf === this.#open && !this.#closed)) return;
    const isStrewn = shelf.length === 0 ? isAlone(shelf) : !areBetween(someOf(shelf), shelf);
    if (isStrewn || shelf.length > 1) this.#divide(shelf, isStrewn ? size : Math.ceil(shelf.length));
  }

  #divide(shelf: Shelf, times: number): void {
    const units = [...shelf.units];
    const size = Math.ceil(units.length / times);
    const parts: Shelf[] = [];
    for (let at = size; at < units.length; at += size) {
      const part = shelfOf(units.slice(at, at + size), shelf.near);
      for (const unit of part.units) {
        shelf.units.delete(unit);
        unit.shelf = part;
      }
      parts.push(part);
    }
    this.#count += parts.length;
    if (this.#open === shelf) this.#open = null;
    this.#repost([shelf, ...parts]);
    for (const one of [shelf, ...parts]) if (one.near) this.#near.add(one);
    this.#stacks.divided(shelf, parts);
  }

  #moved(shelf: Shelf, gone: boolean): void {
    if (shelf.near) this.#near.add(shelf);
    else this.#near.delete(shelf);
    this.#onMove(shelf.units, shelf.near, gone);
  }

  /** A shelf that nobody looks at any more is far. */
  #opened(shelf: Shelf, gone: boolean): void {
    this.#observe(shelf);
    if (isOpen(shelf) || !shelf.near) return;
    shelf.near = false;
    this.#moved(shelf, gone);
  }
}

/** Will the browser say where it is, and did not yet? */
const isUntold = (shelf: Shelf): boolean =>
  !shelf.near && isOpen(shelf) && shelf.inside.size < shelf.posts.length;

/** Is it near the window now? */
function isInZone(element: Element): boolean {
  const { top, bottom } = rectOf(element);
  return bottom > top && bottom > -innerHeight / 2 && top < innerHeight * 1.5;
}

/** How far up two neighbours may have become apart: a list's items, each with a block in it. */
const depth = 3;

/** Does one follow the other in the page, as rows do that were added one after the other? */
function isNext(element: Element, before: Element | null): boolean {
  let here: Node | null = element;
  let there: Node | null = before;
  for (let step = 0; step < depth && here !== there; step += 1) {
    if (here === null || there === null || !isElement(here)) return false;
    if (elementBefore(here) === there) return true;
    here = parentOf(here);
    there = parentOf(there);
  }
  return false;
}
