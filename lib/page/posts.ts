import { rectOf } from './dom';
import { rooms } from './room';
import type { Zone } from './zone';

/** A stretch of the page that comes near the viewport and leaves it as one. */
export interface Stretch {
  /** The elements that are observed for it: its first and its last; none while nobody looks. */
  posts: readonly Element[];
  /** Whether each of them is in the zone, of which the browser has said so. */
  readonly inside: Map<Element, boolean>;
  near: boolean;
  /** From the first post to the last, in zones; 0 where that is not known, and where it is not displayed. */
  length: number;
}

/** A stretch that nothing stands for yet. */
export const stretchOf = (near: boolean): Stretch => ({ posts: [], inside: new Map(), near, length: 0 });

interface Events<S> {
  /** It came near the viewport or went; `gone` where it is not displayed any more. */
  moved(stretch: S, gone: boolean): void;
  /** How long it is became known, for the first time since it got its posts; or again only that it is not displayed. */
  measured(stretch: S): void;
}

/** Tells which stretches are near the viewport by their posts, in every scrolling box. */
export class Posts<S extends Stretch> {
  readonly #byPost = new Map<Element, S>();
  readonly #observer: IntersectionObserver;
  readonly #zone: number;
  readonly #events: Events<S>;

  /** @param zone Heights of the scrolling box (or the window) that a stretch may be long. */
  constructor(options: Zone, zone: number, events: Events<S>) {
    this.#observer = new IntersectionObserver((seen) => this.#seen(seen), options);
    this.#zone = zone;
    this.#events = events;
  }

  /** From now on these elements stand for it. */
  set(stretch: S, posts: readonly Element[]): void {
    if (posts.length === stretch.posts.length && posts.every((post, at) => post === stretch.posts[at]))
      return;
    for (const old of stretch.posts) {
      if (posts.includes(old)) continue;
      stretch.inside.delete(old);
      if (this.#byPost.get(old) !== stretch) continue;
      this.#byPost.delete(old);
      this.#observer.unobserve(old);
    }
    for (const post of posts) {
      if (stretch.posts.includes(post)) continue;
      // It may have been the post of another: asked anew, the browser answers anew.
      if (this.#byPost.has(post)) this.#observer.unobserve(post);
      this.#byPost.set(post, stretch);
      this.#observer.observe(post);
    }
    stretch.posts = posts;
    stretch.length = 0;
  }

  stop(): void {
    this.#observer.disconnect();
    this.#byPost.clear();
  }

  #seen(seen: readonly IntersectionObserverEntry[]): void {
    const told = new Map<S, IntersectionObserverEntry[]>();
    for (const entry of seen) {
      const { target, isIntersecting } = entry;
      const stretch = this.#byPost.get(target);
      if (stretch === undefined) continue;
      stretch.inside.set(target, isIntersecting);
      const entries = told.get(stretch);
      if (entries === undefined) told.set(stretch, [entry]);
      else entries.push(entry);
    }
    const room = rooms();
    for (const [stretch, entries] of told) {
      if (stretch.length === 0) {
        stretch.length = this.#lengthOf(stretch, entries, room);
        this.#events.measured(stretch);
        if (stretch.posts.length === 0) continue;
      }
      const near = isNear(stretch);
      if (near === stretch.near) continue;
      stretch.near = near;
      const box = entries.at(-1)?.boundingClientRect;
      this.#events.moved(stretch, !near && box?.width === 0 && box.height === 0);
    }
  }

  /** Boxes of one report are of one moment. There may be thousands: to ask for them again would be a long task. */
  #lengthOf(
    { posts: [first, last = first] }: S,
    entries: readonly IntersectionObserverEntry[],
    room: (element: Element) => number,
  ): number {
    if (first === undefined || last === undefined) return 0;
    const told = [first, last].map((post) => entries.find(({ target }) => target === post));
    const [one = rectOf(first), other = rectOf(last)] = told.includes(undefined)
      ? []
      : told.map((entry) => entry?.boundingClientRect);
    const height = Math.max(one.bottom, other.bottom) - Math.min(one.top, other.top);
    // Rows begin at the same edge, however wide they are.
    const width = Math.abs(one.left - other.left);
    return Math.max(height / room(first), width / Math.max(innerWidth, 1)) / this.#zone;
  }
}

/** Did the browser say that one of its posts is in the zone? */
export const isInside = ({ inside }: Stretch): boolean => [...inside.values()].includes(true);

/** It stays near while one of its posts is too new to be told of. */
const isNear = (stretch: Stretch): boolean =>
  isInside(stretch) || (stretch.near && stretch.inside.size < stretch.posts.length);

/** Pixels that a box may stand out of the stretch it belongs to. */
const tolerance = 2;

/** Do these stand between the posts of a stretch? A page may place its elements in another order than it holds them. */
export function areBetween(elements: Iterable<Element>, { posts: [first, last = first] }: Stretch): boolean {
  if (first === undefined || last === undefined) return true;
  const [one, other] = [rectOf(first), rectOf(last)];
  const top = Math.min(one.top, other.top) - tolerance;
  const bottom = Math.max(one.bottom, other.bottom) + tolerance;
  for (const element of elements) {
    const box = rectOf(element);
    if (box.top < top || box.bottom > bottom) return false;
  }
  return true;
}
