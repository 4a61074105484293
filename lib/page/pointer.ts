import type { PagePush, Send } from '../messages';
import type { Hit } from './hit';
import { type Decision, HoverIntent, type Over } from './hover-intent';
import { OtherFrames } from './other-frames';

export interface PointerEvents {
  hitAt(x: number, y: number): Hit | null;
  onCard(x: number, y: number): boolean;
  open(hit: Hit): void;
  close(): void;
}

/** Milliseconds between two looks at what is under a moving pointer. */
const look = 50;

/** Watches the pointer without ever taking an event from the page. Only what a person does counts. */
export class Pointer {
  readonly #intent = new HoverIntent<Hit>();
  readonly #events: PointerEvents;
  #stop = new AbortController();
  #at: { readonly x: number; readonly y: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pressed = false;
  readonly #frames: OtherFrames;

  constructor(events: PointerEvents, send: Send) {
    this.#events = events;
    this.#frames = new OtherFrames(send, () => this.#left());
  }

  /** May be called again: a page that writes itself anew takes the listeners away. */
  start(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    const options = { capture: true, passive: true, signal: this.#stop.signal };
    addEventListener('pointermove', (event) => this.#moved(event), options);
    addEventListener('pointerdown', (event) => this.#down(event), options);
    for (const name of ['pointerup', 'pointercancel', 'dragend'] as const) {
      addEventListener(name, (event) => this.#up(event), options);
    }
    addEventListener('pointerout', (event) => this.#out(event), options);
  }

  /** What is under the pointer moved away: it did not choose what is there now. */
  scrolled(): void {
    this.#intent.reset(performance.now());
  }

  stop(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  /** The card was opened by a key, or closed. */
  shown(hit: Hit | null): void {
    this.#intent.shown(hit);
    this.#frames.isOpen = hit !== null;
  }

  /** A frame of this tab tells where the pointer is. */
  heard(push: Extract<PagePush, { push: 'pointer' }>): void {
    this.#frames.heard(push);
  }

  #moved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    this.#pressed = event.buttons !== 0;
    this.#frames.moved();
    this.#at = { x: event.clientX, y: event.clientY };
    // At once: a press may follow, and it goes to what is on top by then.
    if (this.#intent.isShown) this.#events.onCard(event.clientX, event.clientY);
    this.#lookIn(look);
  }

  /** A press on the page is the page's: the card makes way. */
  #down(event: PointerEvent): void {
    if (!event.isTrusted) return;
    this.#pressed = true;
    this.#intent.reset(performance.now());
    if (this.#events.onCard(event.clientX, event.clientY)) return;
    this.#intent.shown(null);
    this.#events.close();
  }

  #up(event: Event): void {
    if (!event.isTrusted) return;
    this.#pressed = false;
    this.#intent.reset(performance.now());
  }

  /** Out of the window. */
  #out(event: PointerEvent): void {
    if (event.isTrusted && event.relatedTarget === null) this.#left();
  }

  #left(): void {
    this.#at = null;
    this.#lookIn(look);
  }

  #lookIn(wait: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#look();
    }, wait);
  }

  #look(): void {
    const { decision, wait } = this.#intent.see(this.#over(), performance.now());
    this.#do(decision);
    if (wait !== null) this.#lookIn(wait);
  }

  #over(): Over<Hit> {
    if (this.#at === null) return 'elsewhere';
    const { x, y } = this.#at;
    if (this.#events.onCard(x, y)) return 'card';
    const hit = this.#pressed ? null : this.#events.hitAt(x, y);
    return hit === null ? 'elsewhere' : { hit };
  }

  #do(decision: Decision<Hit>): void {
    if (decision === 'close') this.#events.close();
    else if (decision !== null) this.#events.open(decision.open);
  }
}
