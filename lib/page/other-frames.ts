import type { PagePush, Send } from '../messages';

/**
 * The other frames of the tab. One of another process may not hear that the pointer left it (`docs/page.md`, Limits), so
 * while a card is open the first of the others that the pointer moves in says so, by way of the background.
 */
export class OtherFrames {
  #name = '';
  readonly #send: Send;
  readonly #onLeft: () => void;
  /** A card is open here. */
  #isOpen = false;
  /** A card is open in another frame, which waits for news of the pointer. */
  #isAwaited = false;
  /** Another frame had the pointer after our card had opened: none waits for news of it any more. */
  #isPast = false;

  /** @param onLeft The pointer is in another frame. */
  constructor(send: Send, onLeft: () => void) {
    this.#send = send;
    this.#onLeft = onLeft;
  }

  /** Made when first needed: most pages have no frames to tell apart. */
  get #me(): string {
    if (this.#name === '') this.#name = crypto.getRandomValues(new Uint32Array(2)).join('-');
    return this.#name;
  }

  /** A card opened or closed here. */
  set isOpen(isOpen: boolean) {
    this.#isOpen = isOpen;
    this.#isPast = false;
    if (isOpen) this.#say(true);
  }

  /** The pointer moved here. */
  moved(): void {
    if (this.#isAwaited) {
      this.#isAwaited = false;
      this.#say(false);
    } else if (this.#isPast) {
      this.#isPast = false;
      this.#say(true);
    }
  }

  /** Any frame of the tab said something, this one too. */
  heard({ from, card }: Extract<PagePush, { push: 'pointer' }>): void {
    if (from === this.#me) return;
    if (card) this.#isAwaited = true;
    else if (this.#isOpen) {
      this.#isPast = true;
      this.#onLeft();
    }
  }

  #say(card: boolean): void {
    if (parent === window && length === 0) return;
    this.#send('page.pointer', { from: this.#me, card }).catch(() => undefined);
  }
}
