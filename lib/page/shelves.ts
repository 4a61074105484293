import { elementBefore, isElement, parentOf, rectOf } from './dom';
import type { Unit } from './unit';

/** Neighbouring units that come near the viewport and leave it together. */
export interface Shelf {
  readonly units: Set<Unit>;
  posts: readonly Element[];
  readonly inside: Set<Element>;
  near: boolean;
  /** Shelves before it that are taken to be near, like this one, because their neighbour is; 0 where the browser said so. */
  assumed: number;
  /** Pixels from the first post to the last; 0 where that is not known. */
  height: number;
}

/** A shelf that nothing observes yet. */
export const shelfOf = (units: readonly Unit[], near: boolean, assumed = 0): Shelf => ({
  units: new Set(units),
  posts: [],
  inside: new Set(),
  near,
  assumed,
  height: 0,
});

/**
 * A busy page may take 100 ms until the browser says where its new text is. What follows text near the viewport is taken
 * to be near too, so many shelves on end, until the browser has said.
 */
const mostAssumed = 3;

/** So many shelves hold one unit each; a page with more text shares, since every observed element costs each frame. */
const exact = 200;

/** Units on a shared shelf. Less than a screen of table rows, so that one of its posts is inside the near zone. */
const shared = 16;

/** Half a screen on each side: one screen around the viewport in all. */
const around = '50%';

/**
 * Milliseconds between two looks at the same element: Chromium then leaves it out of the frames between. Where shelves
 * are shared there are thousands of elements, and half a screen on each side is time enough.
 */
const delay = 100;
const delayShared = 250;

/** Units came near the viewport or went; `gone` where they are not displayed any more. */
type OnMove = (units: Iterable<Unit>, near: boolean, gone: boolean) => void;

/** Tells which units are near the viewport, in every scrolling box. */
export class Shelves {
  readonly #byPost = new Map<Element, Shelf>();
  /** The elements of a shelf with one unit, and of one that is shared. */
  readonly #single: IntersectionObserver;
  readonly #shared: IntersectionObserver;
  readonly #onMove: OnMove;
  readonly #near = new Set<Shelf>();
  #open: Shelf | null = null;
  /** The one before it in the page. */
  #filled: Shelf | null = null;
  #closed = false;
  #newest: Element | null = null;
  #count = 0;

  constructor(onMove: OnMove) {
    this.#onMove = onMove;
    const observer = (delay: number): IntersectionObserver => {
      const options: IntersectionObserverInit & { scrollMargin: string; delay: number } = {
        rootMargin: around,
        scrollMargin: around,
        delay,
      };
      return new IntersectionObserver((seen) => this.#seen(seen), options);
    };
    this.#single = observer(delay);
    this.#shared = observer(delayShared);
  }

  /** Puts a new unit beside the one put before it. */
  put(unit: Unit): void {
    if (this.#closed && !isNext(unit.element, this.#newest)) this.#open = this.#filled = null;
    this.#closed = false;
    this.#newest = unit.element;
    this.#open ??= this.#begin();
    const shelf = this.#open;
    shelf.units.add(unit);
    unit.shelf = shelf;
    if (shelf.units.size === 1) this.#repost(shelf);
    if (shelf.near) this.#onMove([unit], true, false);
    if (this.#count > exact && shelf.units.size < shared) return;
    this.#repost(shelf);
    this.#filled = shelf;
    this.#open = null;
  }

  #begin(): Shelf {
    this.#count += 1;
    const assumed = (this.#filled?.assumed ?? 0) + 1;
    const near = this.#filled?.near === true && assumed <= mostAssumed;
    const shelf = shelfOf([], near, near ? assumed : 0);
    if (near) this.#near.add(shelf);
    return shelf;
  }

  /** What comes next may stand elsewhere in the page. */
  close(): void {
    this.#closed = true;
    if (this.#open !== null) this.#repost(this.#open);
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
    if (shelf.units.size === 0) {
      this.#count -= 1;
      this.#near.delete(shelf);
      if (this.#open === shelf) this.#open = null;
      if (this.#filled === shelf) this.#filled = null;
    }
    if (shelf.posts.includes(unit.element)) this.#repost(shelf);
  }

  stop(): void {
    this.#single.disconnect();
    this.#shared.disconnect();
    this.#byPost.clear();
  }

  /** The first and the last unit stand for all. */
  #repost(shelf: Shelf): void {
    let first: Element | null = null;
    let last: Element | null = null;
    for (const { element } of shelf.units) {
      first ??= element;
      last = element;
    }
    const posts = first === null || last === null ? [] : first === last ? [first] : [first, last];
    for (const old of shelf.posts) {
      if (posts.includes(old) || this.#byPost.get(old) !== shelf) continue;
      this.#byPost.delete(old);
      this.#unobserve(old);
      shelf.inside.delete(old);
    }
    for (const post of posts) {
      if (shelf.posts.includes(post)) continue;
      // It may have been the post of another shelf: asked anew, the browser answers anew.
      if (this.#byPost.has(post)) this.#unobserve(post);
      this.#byPost.set(post, shelf);
      (this.#count > exact ? this.#shared : this.#single).observe(post);
    }
    shelf.posts = posts;
    shelf.height = 0;
  }

  /** Of a shelf taller than the window both posts could be out of the near zone with text in view: it is divided. */
  #divide(shelf: Shelf, windows: number): void {
    const units = [...shelf.units];
    const size = Math.ceil(units.length / Math.ceil(windows));
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
    for (const one of [shelf, ...parts]) {
      this.#repost(one);
      if (one.near) this.#near.add(one);
    }
  }

  #unobserve(post: Element): void {
    this.#single.unobserve(post);
    this.#shared.unobserve(post);
  }

  #seen(seen: readonly IntersectionObserverEntry[]): void {
    const unmeasured = new Map<Shelf, IntersectionObserverEntry>();
    for (const entry of seen) {
      const { target, isIntersecting, boundingClientRect: box } = entry;
      const shelf = this.#byPost.get(target);
      if (shelf === undefined) continue;
      if (isIntersecting) shelf.inside.add(target);
      else shelf.inside.delete(target);
      // Boxes of one report are of one moment. There may be thousands: to ask for them again would be a long task.
      const other = unmeasured.get(shelf);
      if (other === undefined && shelf.height === 0 && shelf.posts.length > 1) unmeasured.set(shelf, entry);
      if (other !== undefined && other.target !== target) {
        shelf.height = heightOf(box, other.boundingClientRect);
      }
      const near = shelf.inside.size > 0;
      shelf.assumed = 0;
      if (near === shelf.near) continue;
      shelf.near = near;
      if (near) this.#near.add(shelf);
      else this.#near.delete(shelf);
      this.#onMove(shelf.units, near, !near && box.width === 0 && box.height === 0);
    }
    for (const shelf of unmeasured.keys()) {
      const [first, last] = shelf.posts;
      if (first === undefined || last === undefined) continue;
      if (shelf.height === 0) shelf.height = heightOf(rectOf(first), rectOf(last));
      const windows = shelf.height / Math.max(innerHeight, 1);
      if (windows > 1) this.#divide(shelf, windows);
    }
  }
}

const heightOf = (one: DOMRectReadOnly, other: DOMRectReadOnly): number =>
  Math.max(one.bottom, other.bottom) - Math.min(one.top, other.top);

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
