import { contains, isAfter, isElement, parentOf, rectOf } from './dom';
import { areBetween, Posts, type Stretch, stretchOf } from './posts';
import type { Shelf } from './shelf';
import { zoneOf } from './zone';

/** Neighbouring shelves. Only those of a stack that is near are observed themselves. */
export interface Stack extends Stretch {
  /** Everything in it stands in this element, and so scrolls as one. */
  readonly container: Node;
  shelves: Set<Shelf>;
}

/** Units in one stack, about ten screens of table rows. */
const full = 256;

/** The newest is not observed with fewer shelves than this: a page may have no more. */
const few = 4;

/** Four screens on each side: before anyone is there, the shelves have long been looked at. */
const around = 4;

/** How many steps up from a shelf's first element its container is looked for. */
const depth = 8;

/** Without a margin of inner scrolling boxes a stack would come near only once it is seen (Firefox before 141). */
const isKnown = (): boolean => 'scrollMargin' in IntersectionObserver.prototype;

/**
 * Every element that is observed costs each frame. So of text far from the viewport only larger pieces are observed: the
 * shelves of a stack that came near are opened, those of one that went are closed.
 */
export class Stacks {
  readonly #posts: Posts<Stack> | null;
  readonly #onOpen: (shelf: Shelf, gone: boolean) => void;
  #newest: Stack | null = null;
  /** Of each container that is not displayed, the one stack, which the container itself stands for. */
  readonly #veiled = new Map<Node, Stack>();

  /** @param onOpen A shelf was opened or closed (`isOpen`). */
  constructor(onOpen: (shelf: Shelf, gone: boolean) => void) {
    this.#onOpen = onOpen;
    this.#posts = isKnown() ? this.#observed() : null;
  }

  #observed(): Posts<Stack> {
    // Of a frame the frame's own window is the viewport here: the margin counts in frames of other origins too.
    const zone = { ...zoneOf(`${around * 100}%`), root: document };
    return new Posts(zone, 1 + 2 * around, {
      moved: (stack, gone) => this.#moved(stack, gone),
      measured: (stack) => this.#measured(stack),
    });
  }

  /** Puts a shelf that is full on the stack of the one before it, if that is its neighbour. */
  add(shelf: Shelf): void {
    const container = containerOf(shelf);
    if (this.#posts === null || container === null) return;
    let stack = this.#newest;
    const last = stack === null ? undefined : lastOf(stack);
    const follows = stack?.container === container && last !== undefined && isAfterShelf(shelf, last);
    if (stack === null || !follows || sizeOf(stack) >= full || (shelf.near && !stack.near)) {
      const before = stack;
      stack = stackOf(container, shelf.near || !isBeyond(shelf));
      this.#newest = stack;
      if (before !== null) this.changed(before);
    }
    shelf.stack = stack;
    stack.shelves.add(shelf);
    this.changed(stack);
    if (!stack.near) this.#onOpen(shelf, false);
  }

  /** A shelf of it begins or ends elsewhere. */
  changed(stack: Stack): void {
    const isWatched = !stack.near || stack.shelves.size >= few || stack !== this.#newest;
    if (this.#veiled.get(stack.container) === stack) this.#posts?.set(stack, [stack.container as Element]);
    else this.#posts?.set(stack, isWatched ? endsOf(stack) : []);
  }

  /** These have other ends than before; those without a unit go. */
  reposted(shelves: readonly Shelf[]): void {
    const stacks = new Set<Stack>();
    for (const shelf of shelves) {
      const { stack } = shelf;
      if (stack === null) continue;
      stacks.add(stack);
      if (shelf.units.size > 0) continue;
      shelf.stack = null;
      stack.shelves.delete(shelf);
    }
    for (const stack of stacks) {
      this.changed(stack);
      if (stack.shelves.size === 0) this.#forget(stack);
    }
  }

  /** These shelves were divided off from the end of one. */
  divided(shelf: Shelf, parts: readonly Shelf[]): void {
    const { stack } = shelf;
    if (stack === null) return;
    const shelves = [...stack.shelves];
    shelves.splice(shelves.indexOf(shelf) + 1, 0, ...parts);
    stack.shelves = new Set(shelves);
    for (const part of parts) part.stack = stack;
    this.changed(stack);
  }

  stop(): void {
    this.#posts?.stop();
  }

  #moved(stack: Stack, gone: boolean): void {
    for (const shelf of stack.shelves) this.#onOpen(shelf, gone);
  }

  #measured(stack: Stack): void {
    if (stack.length === 0) this.#veil(stack);
    else if (this.#veiled.get(stack.container) === stack) {
      // It is displayed from now on, and is measured by its own ends.
      this.#veiled.delete(stack.container);
      this.changed(stack);
    } else if (!areBetween(unplaced(stack), stack)) this.#dissolve(stack);
    else if (stack.length > 1) this.#divide(stack, Math.ceil(stack.length));
  }

  /** The browser does not tell when what is not displayed gets a place far from the viewport, but of its container it tells. */
  #veil(stack: Stack): void {
    const { container } = stack;
    const before = this.#veiled.get(container);
    if (before === stack) return;
    if (!isElement(container)) return this.#dissolve(stack);
    if (before === undefined) {
      this.#veiled.set(container, stack);
      this.changed(stack);
      return;
    }
    for (const shelf of stack.shelves) {
      before.shelves.add(shelf);
      shelf.stack = before;
      this.#onOpen(shelf, true);
    }
    stack.shelves.clear();
    this.#forget(stack);
  }

  #divide(stack: Stack, times: number): void {
    const shelves = [...stack.shelves];
    if (shelves.length < 2) return this.#dissolve(stack);
    const size = Math.ceil(shelves.length / times);
    for (let at = size; at < shelves.length; at += size) {
      const part = stackOf(stack.container, stack.near);
      for (const shelf of shelves.slice(at, at + size)) {
        stack.shelves.delete(shelf);
        part.shelves.add(shelf);
        shelf.stack = part;
      }
      this.changed(part);
      if (this.#newest === stack && at + size >= shelves.length) this.#newest = part;
    }
    this.changed(stack);
  }

  /** Its shelves stand by themselves from now on, and are observed. */
  #dissolve(stack: Stack): void {
    for (const shelf of stack.shelves) {
      shelf.stack = null;
      this.#onOpen(shelf, false);
    }
    stack.shelves.clear();
    this.#forget(stack);
  }

  #forget(stack: Stack): void {
    if (this.#newest === stack) this.#newest = null;
    if (this.#veiled.get(stack.container) === stack) this.#veiled.delete(stack.container);
    this.#posts?.set(stack, []);
  }
}

const stackOf = (container: Node, near: boolean): Stack => ({
  ...stretchOf(near),
  container,
  shelves: new Set(),
});

/** Is it observed itself? */
export const isOpen = ({ stack }: Shelf): boolean => stack === null || stack.near;

/** Does nobody look at the stack it is on? */
export const isAlone = ({ stack }: Shelf): boolean => stack === null || stack.posts.length === 0;

function lastOf({ shelves }: Stack): Shelf | undefined {
  let last: Shelf | undefined;
  for (const shelf of shelves) last = shelf;
  return last;
}

const sizeOf = ({ shelves }: Stack): number => {
  let size = 0;
  for (const { units } of shelves) size += units.size;
  return size;
};

/** Ends of shelves that were not yet seen to stand on it: it grows by one at a time, and each place asked for costs. */
function* unplaced(stack: Stack): Generator<Element> {
  for (const shelf of stack.shelves) {
    if (shelf.placed === stack) continue;
    yield* shelf.ends;
    shelf.placed = stack;
  }
}

function endsOf(stack: Stack): readonly Element[] {
  const [first] = stack.shelves;
  const top = first?.ends[0];
  const bottom = lastOf(stack)?.ends.at(-1);
  if (top === undefined || bottom === undefined) return [];
  return top === bottom ? [top] : [top, bottom];
}

/** Does it begin outside the zone of stacks? Then its shelves need no look before the browser says where the stack is. */
function isBeyond({ ends: [first] }: Shelf): boolean {
  if (first === undefined) return false;
  const { top, bottom } = rectOf(first);
  return top > (1 + around) * innerHeight || bottom < -around * innerHeight;
}

function isAfterShelf(shelf: Shelf, before: Shelf): boolean {
  const [first] = shelf.ends;
  const last = before.ends.at(-1);
  return first !== undefined && last !== undefined && isAfter(first, last);
}

/** What all of a shelf stands in; null where that is far up. */
function containerOf({ ends: [first, last] }: Shelf): Node | null {
  if (first === undefined) return null;
  let outer = parentOf(first);
  for (let step = 0; step < depth && outer !== null; step += 1) {
    if (last === undefined || contains(outer, last)) return outer;
    outer = parentOf(outer);
  }
  return null;
}
