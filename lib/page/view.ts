import type { Ioc } from '../ioc';
import type { PageState, Send } from '../messages';
import type { FrontScript } from './front-script';
import { levelOf } from './hit';
import { inView, type InView } from './in-view';
import type { Scan } from './scan';

/** Milliseconds of rest before what is on screen is looked at; the longest wait where text changes all the time. */
const rest = 120;
const longest = 600;

/** So many indicators that were on screen are kept in mind; one that comes again later is told again. */
const mostTold = 5_000;

/** Looks at what is on screen whenever the page came to rest: badges are put there; in mode `auto` it is asked. */
export class View {
  readonly #scan: Scan;
  readonly #script: FrontScript;
  readonly #send: Send;
  /** What the background was told is on screen, the newest last. */
  readonly #told = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #touched = 0;
  #scrolled = -Infinity;
  #since: number | null = null;
  mode: PageState['mode'];

  constructor(scan: Scan, script: FrontScript, send: Send, mode: PageState['mode']) {
    this.#scan = scan;
    this.#script = script;
    this.#send = send;
    this.mode = mode;
  }

  /** Something moved or changed. */
  touch(): void {
    this.#touched = performance.now();
    this.#since ??= this.#touched;
    this.#timer ??= setTimeout(this.#rested, rest);
  }

  /** Text inside a scrolling box moves away from its badges. */
  scrolled(target: EventTarget | null): void {
    this.#scan.motion.scrolled();
    this.#scrolled = performance.now();
    if (target !== document) this.#script.front?.badges.clear();
    this.touch();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  readonly #rested = (): void => {
    this.#timer = undefined;
    const now = performance.now();
    const moving = now - this.#scrolled < rest;
    if (moving || (now - this.#touched < rest && now - (this.#since ?? now) < longest)) {
      this.#timer = setTimeout(this.#rested, rest);
      return;
    }
    this.#since = null;
    if (!document.hidden) this.#scan.slices.add('changed', this.#pass());
  };

  *#pass(): Generator<void> {
    for (const unit of this.#scan.drawing.longUnits) yield* this.#scan.drawing.reframe(unit);
    const all = this.mode === 'auto';
    const seen = yield* inView(this.#scan.drawing.near, (hit) => all || levelOf(hit) !== null);
    this.tell(seen.map(({ hit }) => hit.entry));
    yield* this.#badge(seen);
  }

  *#badge(seen: readonly InView[]): Generator<void> {
    const { front } = this.#script;
    if (front !== null) return yield* front.badges.show(seen);
    if (!seen.some(({ hit }) => levelOf(hit) !== null)) return;
    // Where it does not come the lines still tell each level.
    void this.#script.need().then(({ ok }) => ok && this.touch());
  }

  /** Tells when the document is left: nobody waits here then. What is on screen is told again where it comes back. */
  listen(options: AddEventListenerOptions): void {
    addEventListener('pagehide', ({ isTrusted }) => isTrusted && this.#left(), options);
  }

  #left(): void {
    if (this.#told.size === 0) return;
    this.#told.clear();
    this.#send('page.left', { what: 'page' }).catch(() => undefined);
  }

  /** What is on screen, in mode `auto`; each indicator once. */
  tell(entries: readonly { readonly key: string; readonly ioc: Ioc }[]): void {
    if (this.mode !== 'auto') return;
    const fresh = new Map<string, Ioc>();
    for (const { key, ioc } of entries) if (!this.#told.has(key)) fresh.set(key, ioc);
    if (fresh.size === 0) return;
    for (const key of fresh.keys()) this.#told.add(key);
    for (const oldest of this.#told) {
      if (this.#told.size <= mostTold) break;
      this.#told.delete(oldest);
    }
    this.#send('page.visible', { iocs: [...fresh.values()] }).catch(() => undefined);
  }
}
