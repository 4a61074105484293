import { render } from 'preact';
import { levels } from '../core/verdict';
import { Mark } from '../ui/marks';
import type { Standing } from '../ui/words';
import { rectOf } from './dom';
import { badgeSize } from './free-space';
import type { Hit } from './hit';
import { elementAt } from './hit-test';
import type { Overlay } from './overlay';
import { isInView } from './place';
import type { Unit } from './unit';

/** Badges at one field at most; the most urgent come first. */
const most = 8;

/** Pixels between two badges, and from the field's end. */
const gap = 3;

interface Shown {
  readonly hit: Hit;
  readonly left: number;
  readonly top: number;
}

/**
 * What marks an indicator in a form field: no highlight reaches its text, so a badge sits on the upper edge of the field
 * at its end, one for each indicator, whatever is known of it. Over the page, takes no pointer.
 */
export class FieldBadges {
  readonly #overlay: Overlay;
  #layer: HTMLElement | null = null;
  #shown: readonly Shown[] = [];

  constructor(overlay: Overlay) {
    this.#overlay = overlay;
  }

  /** Draws the badges of these fields where they stand now, and no others. */
  show(units: Iterable<Unit>): void {
    const view = { width: innerWidth, height: innerHeight };
    const shown: Shown[] = [];
    for (const unit of units) {
      const box = rectOf(unit.element);
      if (!isInView(box, view) || !isUncovered(unit.element, box)) continue;
      urgentFirst(unit.hits).forEach((hit, at) => {
        const left = box.right - (at + 1) * (badgeSize + gap);
        if (at < most && left > box.left) shown.push({ hit, left, top: box.top - badgeSize / 2 });
      });
    }
    this.#shown = shown;
    if (shown.length > 0 || this.#layer !== null) this.#draw();
  }

  /** The indicator of the badge at a point, else the most urgent one of the field there. */
  hitAt(x: number, y: number, units: Iterable<Unit>): Hit | null {
    const badge = this.#shown.find(
      ({ left, top }) => x >= left && x <= left + badgeSize && y >= top && y <= top + badgeSize,
    );
    if (badge?.hit.entry.hits?.has(badge.hit) === true) return badge.hit;
    const element = elementAt(x, y);
    for (const unit of units) if (unit.element === element) return urgentFirst(unit.hits)[0] ?? null;
    return null;
  }

  #draw(): void {
    const root = this.#overlay.root;
    if (root === null) return;
    if (this.#layer === null) {
      this.#layer = document.createElement('div');
      this.#layer.className = 'sl-root badges';
      this.#layer.setAttribute('aria-hidden', 'true');
    }
    if (this.#layer.parentNode !== root) root.append(this.#layer);
    const origin = this.#layer.getBoundingClientRect();
    this.#layer.replaceChildren(
      ...this.#shown.map(({ hit, left, top }) => {
        const made = document.createElement('div');
        render(<Mark of={standingOf(hit)} size="small" quiet />, made);
        const shape = made.firstElementChild as SVGElement;
        shape.style.left = `${left - origin.left}px`;
        shape.style.top = `${top - origin.top}px`;
        return shape;
      }),
    );
  }
}

function standingOf({ entry: { mark } }: Hit): Standing {
  if (mark?.running === true) return 'running';
  return mark?.level ?? 'none';
}

const urgency = ({ entry: { mark } }: Hit): number =>
  mark === null || mark.level === null ? -1 : levels.indexOf(mark.level);

/** Without what the analyst hid. */
const urgentFirst = (hits: readonly Hit[]): readonly Hit[] =>
  hits.filter(({ entry }) => entry.mark?.hidden !== true).toSorted((a, b) => urgency(b) - urgency(a));

/** A page's own dialog over the field hides its badges too. */
const isUncovered = (field: Element, box: DOMRect): boolean =>
  elementAt(box.right - gap - badgeSize / 2, Math.min(box.top + badgeSize / 2, box.bottom - 1)) === field;
