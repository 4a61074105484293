import type { Fields } from './fields';
import type { FrontScript } from './front-script';
import { placeNow } from './hit';
import type { Overlay } from './overlay';
import { pace, Patience } from './patience';

/** Once a frame, where anything moved: what is shown over the page is put where its text stands now. */
export class Settle {
  readonly #script: FrontScript;
  readonly #overlay: Overlay;
  readonly #fields: Pick<Fields, 'units'>;
  #frame = 0;
  /** With a page that takes the host away under an open card. */
  readonly #patience = new Patience();
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(script: FrontScript, overlay: Overlay, fields: Pick<Fields, 'units'>) {
    this.#script = script;
    this.#overlay = overlay;
    this.#fields = fields;
  }

  later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#settle();
    });
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#again);
  }

  /** The card stays with its text: where that was read anew, with its new place. */
  #settle(): void {
    const { front } = this.#script;
    const fields = [...this.#fields.units()];
    if (front === null) {
      if (fields.length > 0) void this.#script.need().then(({ ok }) => ok && this.later());
      return;
    }
    front.fieldBadges.show(fields);
    const { card } = front;
    const { entry, range } = card;
    if (entry === null || range === null) return;
    if (this.#overlay.isTouched && !this.#patience.allows(performance.now())) {
      this.#again ??= setTimeout(() => {
        this.#again = undefined;
        this.later();
      }, pace);
      return;
    }
    const next = placeNow(entry, range);
    if (next === null) card.close();
    else card.moveTo(next);
    card.refresh();
    card.follow();
  }
}
