import { elementAt } from './hit-test';
import { Patience } from './patience';
import type { Size } from './place';

/**
 * The element of the card in the top layer. A popover takes no focus and leaves the page alone, but a modal dialog of the
 * page makes everything outside itself inert (HTML, "blocked by a modal dialog"), and only a modal dialog that opened
 * later is not. So the card becomes one for as long as the analyst is in it: the page's dialog waits that long.
 */
export class CardLayer {
  readonly element: HTMLDialogElement;
  #reached = false;
  readonly #patience = new Patience();

  /** @param onCancel Escape while it is modal. */
  constructor(onCancel: () => void) {
    this.element = document.createElement('dialog');
    this.element.className = 'layer';
    this.element.setAttribute('popover', 'manual');
    this.element.setAttribute('role', 'presentation');
    this.element.addEventListener('cancel', (event) => {
      event.preventDefault();
      onCancel();
    });
  }

  get isOpen(): boolean {
    return this.element.matches(':popover-open, :modal');
  }

  /** Of the whole card, what scrolls inside it included. */
  get size(): Size {
    const { width, height } = this.element.getBoundingClientRect();
    return { width, height: Math.max(height, this.element.firstElementChild?.scrollHeight ?? 0) };
  }

  /** Also where the page took it out of the document, which ends popovers and modal dialogs without a word. */
  show(): void {
    if (this.isOpen) return;
    this.#reached = false;
    this.#float();
  }

  hide(): void {
    this.#reached = false;
    this.#patience.renew();
    if (this.element.matches(':modal')) this.element.close();
    if (this.element.matches(':popover-open')) this.element.hidePopover();
  }

  /** Over what entered the top layer since: a full-screen element, the page's own popover. */
  raise(): void {
    // Where it cannot be done at once, the pointer does it.
    this.#reached = false;
    if (!this.element.matches(':popover-open') || !this.#patience.allows(performance.now())) return;
    const focused = this.#root.activeElement;
    this.element.hidePopover();
    this.#float();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  /** The pointer came onto it: whatever lies there must not keep the click from it. */
  reach(x: number, y: number): void {
    if (this.#reached) return;
    this.#reached = true;
    if (this.#isUnder(x, y)) return;
    this.raise();
    this.#reached = true;
    if (!this.#isUnder(x, y)) this.takeOver();
  }

  /** The pointer left it: the page's dialog gets its clicks back, unless the keyboard is in the card. */
  release(): void {
    if (!this.#reached) return;
    this.#reached = false;
    if (!this.element.matches(':modal')) return;
    this.element.close();
    this.#float();
  }

  /** Becomes modal: for the keyboard too, which cannot enter what is inert. */
  takeOver(): void {
    this.hide();
    this.#reached = true;
    this.element.showModal();
  }

  /** A dialog takes the focus even as a popover, unless it is inert (HTML, "dialog focusing steps"). The page keeps it. */
  #float(): void {
    // Taken out of the document while it was modal it still says so, and could never be modal again.
    this.element.removeAttribute('open');
    this.element.inert = true;
    this.element.showPopover();
    this.element.inert = false;
  }

  get #root(): ShadowRoot {
    return this.element.getRootNode() as ShadowRoot;
  }

  #isUnder(x: number, y: number): boolean {
    const root = this.#root;
    const there = elementAt(x, y);
    return there !== null && (root.contains(there) || there === root.host);
  }
}
