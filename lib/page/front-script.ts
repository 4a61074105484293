import { fail, ok, type Result } from '../core/failure';
import type { Send } from '../messages';
import type { CardEvents } from './card-events';
import type { Front, makeFront } from './front';
import type { Overlay } from './overlay';

type World = typeof globalThis & { sightlineFront?: typeof makeFront };

/** Called by the front script: all scripts of an extension share one world in a frame. */
export function offer(make: typeof makeFront): void {
  (globalThis as World).sightlineFront = make;
}

/** Milliseconds after which a front that did not come is asked for again. */
const again = 10_000;

/** Card and badges are two fifths of our code, and most frames never show one: their script comes when it is first needed. */
export class FrontScript {
  readonly #overlay: Overlay;
  readonly #send: Send;
  readonly #events: CardEvents;
  #front: Front | null = null;
  #coming: Promise<Result<Front>> | null = null;

  constructor(overlay: Overlay, send: Send, events: CardEvents) {
    this.#overlay = overlay;
    this.#send = send;
    this.#events = events;
  }

  /** Null until it came: then nothing is shown yet. */
  get front(): Front | null {
    return this.#front;
  }

  /** Brings it. One that could not be brought is not asked for again at once. */
  need(): Promise<Result<Front>> {
    this.#coming ??= this.#bring();
    return this.#coming;
  }

  async #bring(): Promise<Result<Front>> {
    const brought = await this.#make();
    if (brought.ok) this.#front = brought.value;
    else setTimeout(() => (this.#coming = null), again);
    return brought;
  }

  async #make(): Promise<Result<Front>> {
    const reply = made() === undefined ? await this.#send('page.front', {}) : ok({});
    if (!reply.ok) return reply;
    const make = made();
    if (make === undefined) return fail('rejected', 'The card could not be put into this page. Reload it.');
    return ok(make(this.#overlay, this.#send, this.#events));
  }
}

const made = (): typeof makeFront | undefined => (globalThis as World).sightlineFront;
