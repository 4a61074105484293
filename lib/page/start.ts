import { type PagePush, type PageState, type Send, unreachable } from '../messages';
import type { Find } from './find-memo';
import { removeStale } from './overlay';
import { Page } from './page';

/** Calls `push` for everything the background says to this frame. */
export type Listen = (push: (push: PagePush) => void) => void;

/** Milliseconds between two looks whether the extension still stands behind this script. */
const look = 2_000;

/** Starts in this frame, stops when its site is switched off, starts again when it is switched on. */
export class Sightline {
  readonly #find: Find;
  readonly #send: Send;
  #page: Page | null = null;

  constructor(find: Find, send: Send) {
    this.#find = find;
    this.#send = send;
  }

  /** @param alive False once the extension was reloaded: this script then belongs to nobody. */
  start(listen: Listen, alive: () => boolean): void {
    removeStale();
    listen((push) => this.#heard(push));
    this.join();
    // Loaded ahead of a visit, it is nobody's page until then (HTML, "prerendering").
    if ('prerendering' in document && document.prerendering === true)
      document.addEventListener('prerenderingchange', () => this.join(), { once: true });
    addEventListener('pageshow', this.#shown);
    const watch = setInterval(() => {
      // A page that writes itself anew takes listeners away; the same one is not added twice.
      if (alive()) return addEventListener('pageshow', this.#shown);
      clearInterval(watch);
      this.#page?.orphan(unreachable.message);
      this.#page = null;
    }, look);
  }

  /** Asks how this site stands. The script may be injected again into a page that has it: then this is all. */
  join(): void {
    this.#send('page.hello', {})
      .then((reply) => {
        if (!reply.ok) return;
        const had = this.#page !== null;
        this.#take(reply.value);
        if (had) this.#page?.tellAll();
      })
      .catch(() => undefined);
  }

  /** Back from the back/forward cache: the tab belonged to other pages meanwhile, and pushes did not arrive. */
  readonly #shown = (event: PageTransitionEvent): void => {
    if (event.isTrusted && event.persisted) this.join();
  };

  #heard(push: PagePush): void {
    if (push.push === 'state') this.#take(push.state);
    else if (push.push === 'rejoin') this.join();
    else if (push.push === 'marks') this.#page?.apply(push.marks);
    else if (push.push === 'report') this.#page?.report(push.report);
    else if (push.push === 'pointer') this.#page?.pointer.heard(push);
    else this.#page?.command(push.command).catch(() => undefined);
  }

  #take(state: PageState): void {
    if (!state.on) {
      this.#page?.stop();
      this.#page = null;
    } else if (this.#page === null) {
      this.#page = new Page(this.#find, this.#send, state);
      this.#page.start();
    } else this.#page.state = state;
  }
}
