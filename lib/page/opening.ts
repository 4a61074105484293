import type { CardEvents } from './card-events';
import type { CardHost } from './card-host';
import type { FrontScript } from './front-script';
import { type Hit, placeNow } from './hit';
import type { Entry } from './indicators';
import { showNotice } from './notice';
import type { Overlay } from './overlay';

/** Opens the card of an indicator as soon as there is one to open; who closes it before that has closed it too. */
export class Opening {
  readonly #script: FrontScript;
  readonly #overlay: Overlay;
  readonly #closed: CardEvents['closed'];
  #wanted: Hit | null = null;

  constructor(script: FrontScript, overlay: Overlay, closed: CardEvents['closed']) {
    this.#script = script;
    this.#overlay = overlay;
    this.#closed = closed;
  }

  /** What is shown, or will be. */
  get entry(): Entry | null {
    return this.#wanted?.entry ?? this.#script.front?.card.entry ?? null;
  }

  open(hit: Hit, focus: boolean): void {
    this.#wanted = hit;
    this.#withCard((card) => {
      if (this.#wanted !== hit) return;
      this.#wanted = null;
      // Its text may have been read anew meanwhile, or have left.
      const range = placeNow(hit.entry, hit.range);
      if (range === null) this.#closed();
      else card.open(hit.entry, range, focus);
    });
  }

  /** Asks again about what is shown. */
  enrich(): void {
    this.#withCard((card) => card.enrich());
  }

  close(): void {
    if (this.#wanted !== null) this.#closed();
    this.#wanted = null;
    this.#script.front?.card.close();
  }

  #withCard(work: (card: CardHost) => void): void {
    const { front } = this.#script;
    if (front !== null) return work(front.card);
    void this.#script.need().then((brought) => {
      if (brought.ok) return work(brought.value.card);
      if (this.#wanted === null) return;
      this.close();
      showNotice(this.#overlay, brought.failure.message);
    });
  }
}
