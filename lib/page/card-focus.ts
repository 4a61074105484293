import type { CardLayer } from './card-layer';
import type { Overlay } from './overlay';

/** The first action; in a notice, which has none, the one button. */
const firstAction = ':is(.card-foot, .notice) :is(a, button)';

/** Where the keyboard is: it goes into the card only when it is sent there, and back to where it was. */
export class CardFocus {
  readonly #overlay: Overlay;
  #before: HTMLElement | null = null;
  #byKey = false;

  constructor(overlay: Overlay) {
    this.#overlay = overlay;
  }

  /** The keyboard was sent into the card, and is there. */
  get isByKey(): boolean {
    return this.#byKey && this.#overlay.focused !== null;
  }

  /** A card is there. The keyboard goes into this layer, or stays in the page. */
  opened(layer: CardLayer | null): void {
    this.#byKey = layer !== null;
    if (layer === null) return;
    const before = document.activeElement;
    this.#before = before instanceof HTMLElement && !this.#overlay.isHost(before) ? before : null;
    focus(layer, firstAction);
    if (this.#overlay.focused !== null) return;
    layer.takeOver();
    focus(layer, firstAction);
  }

  /** The button that was pressed may be gone when this was drawn. No other is to take the next press. */
  keep(layer: CardLayer, draw: () => void): void {
    const had = this.#overlay.focused !== null;
    draw();
    if (had && this.#overlay.focused === null) focus(layer, '[role=dialog], .notice button');
  }

  /** The card goes: the focus is back where it was before. */
  leave(hide: () => void): void {
    const had = this.#overlay.focused !== null;
    hide();
    if (had || document.activeElement === document.body) this.#before?.focus({ preventScroll: true });
    this.#before = null;
  }
}

function focus({ element }: CardLayer, selector: string): void {
  element.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
