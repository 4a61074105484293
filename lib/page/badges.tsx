import { render } from 'preact';
import { type Level, levels } from '../core/verdict';
import { Mark } from '../ui/marks';
import { type Box, hasRoom, isUncovered, spotOf } from './free-space';
import { type Hit, levelOf } from './hit';
import type { InView } from './in-view';
import type { Overlay } from './overlay';

interface Badge {
  readonly shape: Element;
  readonly level: Level;
}

/** Milliseconds of hit tests in one pass; what is not tested by then gets no badge, the least urgent first. */
const budget = 30;

/** The small shapes beside indicators on screen whose level is known. Lies over the page, takes no pointer. */
export class Badges {
  readonly #overlay: Overlay;
  readonly #badges = new Map<Hit, Badge>();
  readonly #shapes = new Map<Level, Element>();
  #layer: HTMLElement | null = null;

  constructor(overlay: Overlay) {
    this.#overlay = overlay;
  }

  /** Draws a badge beside each of these that has room for one, and takes the others away. */
  *show(seen: readonly InView[]): Generator<void> {
    const wanted = seen.filter(({ hit }) => levelOf(hit) !== null);
    const kept = new Set(wanted.map(({ hit }) => hit));
    for (const hit of this.#badges.keys()) if (!kept.has(hit)) this.remove(hit);
    // Every question first, then every answer: a badge that is put makes the next question cost a layout.
    const free = new Map<InView, Box>();
    let spent = 0;
    for (const one of wanted.toSorted((a, b) => urgency(b.hit) - urgency(a.hit))) {
      if (spent > budget) break;
      const spot = spotOf(one);
      if (spot === null || !hasRoom(one, spot)) continue;
      const since = performance.now();
      if (isUncovered(one, spot)) free.set(one, spot);
      spent += performance.now() - since;
      yield;
    }
    const origin = free.size === 0 ? null : this.#place()?.getBoundingClientRect();
    for (const one of wanted) {
      const level = levelOf(one.hit);
      const spot = free.get(one);
      if (origin && level !== null && spot && one.hit.entry.hits?.has(one.hit) === true) {
        this.#put(one.hit, spot, level, origin);
      } else this.remove(one.hit);
    }
  }

  /** The row was recycled, or the indicator went. */
  remove(hit: Hit): void {
    this.#badges.get(hit)?.shape.remove();
    this.#badges.delete(hit);
  }

  /** Over a dialog or a full-screen element that entered the top layer since. */
  raise(): void {
    if (this.#layer?.matches(':popover-open') !== true) return;
    this.#layer.hidePopover();
    this.#layer.showPopover();
  }

  clear(): void {
    for (const hit of this.#badges.keys()) this.remove(hit);
  }

  #put(hit: Hit, spot: Box, level: Level, origin: DOMRect): void {
    let badge = this.#badges.get(hit);
    if (badge?.level !== level) {
      this.remove(hit);
      const shape = this.#shape(level).cloneNode(true) as SVGElement;
      badge = { shape, level };
      this.#badges.set(hit, badge);
      this.#layer?.append(shape);
    }
    const style = (badge.shape as SVGElement).style;
    style.left = `${spot.left - origin.left}px`;
    style.top = `${spot.top - origin.top}px`;
  }

  /** Badges are placed from here, so that they move with the page when it scrolls. */
  #place(): HTMLElement | null {
    const root = this.#overlay.root;
    if (root === null) return null;
    if (this.#layer === null) {
      this.#layer = document.createElement('div');
      this.#layer.className = 'sl-root badges';
      this.#layer.setAttribute('aria-hidden', 'true');
      this.#layer.setAttribute('popover', 'manual');
    }
    if (this.#layer.parentNode !== root) root.append(this.#layer);
    if (!this.#layer.matches(':popover-open')) this.#layer.showPopover();
    return this.#layer;
  }

  #shape(level: Level): Element {
    let shape = this.#shapes.get(level);
    if (shape === undefined) {
      const made = document.createElement('div');
      render(<Mark of={level} size="small" quiet />, made);
      shape = made.firstElementChild ?? made;
      this.#shapes.set(level, shape);
    }
    return shape;
  }
}

const urgency = (hit: Hit): number => {
  const level = levelOf(hit);
  return level === null ? -1 : levels.indexOf(level);
};
