import type { CardLayer } from './card-layer';
import type { Overlay } from './overlay';

/** The first action; in a notice, which has none, the one button. */
const firstAction = ':is(.card-foot, .notice) :is(a, button)';

/** Where the keyboard is: it goes into the card only when it is sent there, and back to where it was. */
export class CardFocus {
  readonly #overlay: Overlay;
  #before: HTMLElement | null = null;
  /** What has the focus in the card, and had it when the page took the card away: that tells nobody. */
  #inside: HTMLElement | null = null;
  #byKey = false;

  constructor(overlay: Overlay) {
    this.#overlay = overlay;
  }

  /** Notices what in this layer has the focus. */
  watch(layer: CardLayer): void {
    layer.element.addEventListener('focusin', ({ target }) => {
      this.#inside = target instanceof HTMLElement ? target : null;
    });
    layer.element.addEventListener('focusout', () => {
      // By then it is elsewhere in the card, or the card is away; else the analyst left it.
      setTimeout(() => {
        if (layer.isOpen && this.#overlay.focused === null) this.#inside = null;
      });
    });
  }

  /** The page had taken the layer away, the focus with it: now that it is back, so is the focus, unless the page has it. */
  isBack(layer: CardLayer): void {
    const { activeElement, body } = document;
    const inside = this.#inside;
    if (inside === null || (activeElement !== null && activeElement !== body)) return;
    inside.focus({ preventScroll: true });
    if (this.#overlay.focused !== null) return;
    // Inert under a modal dialog of the page.
    layer.takeOver();
    inside.focus({ preventScroll: true });
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
    this.#inside = null;
    hide();
    if (had || document.activeElement === document.body) this.#before?.focus({ preventScroll: true });
    this.#before = null;
  }
}

function focus({ element }: CardLayer, selector: string): void {
  element.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
