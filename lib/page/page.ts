import type { Report } from '../core/enrichment';
import type { Mark, PagePush, PageState, Send } from '../messages';
import type { CardEvents } from './card-events';
import { copyIoc } from './copy';
import { Fields } from './fields';
import type { Find } from './find-memo';
import { FrontScript } from './front-script';
import type { Hit } from './hit';
import { hitAt } from './hit-test';
import { LiveRegion } from './live-region';
import { showNotice } from './notice';
import { Opening } from './opening';
import { Overlay } from './overlay';
import { Pointer, type PointerEvents } from './pointer';
import { Scan } from './scan';
import { Settle } from './settle';
import { spoken } from './spoken';
import { Tour } from './tour';
import { View } from './view';

type Command = Extract<PagePush, { push: 'command' }>['command'];

/** Everything Sightline does in one frame while its site is switched on. */
export class Page {
  readonly #scan: Scan;
  readonly #overlay = new Overlay();
  readonly #script: FrontScript;
  readonly #card: Opening;
  readonly pointer: Pointer;
  readonly #tour: Tour;
  readonly #live = new LiveRegion(this.#overlay);
  readonly #fields: Fields;
  readonly #view: View;
  readonly #settle: Settle;
  #stop = new AbortController();
  #state: PageState;

  constructor(find: Find, send: Send, state: PageState) {
    this.#state = state;
    this.#scan = new Scan(find, send);
    this.#script = new FrontScript(this.#overlay, send, this.#cardEvents(find, send));
    this.#card = new Opening(this.#script, this.#overlay, () => this.#closed(send));
    this.#view = new View(this.#scan, this.#script, send, state.mode);
    this.#scan.drawing.onErased = (hit) => this.#script.front?.badges.remove(hit);
    this.#overlay.onTouched = () => this.#settle.later();
    this.#scan.onDrawn = () => {
      this.#view.touch();
      this.#settle.later();
    };
    this.#fields = new Fields(find, this.#scan.indicators, () => {
      this.#view.tell([...this.#fields.units()].flatMap(({ entries }) => entries));
      this.#settle.later();
    });
    this.#settle = new Settle(this.#script, this.#overlay, this.#fields);
    this.#scan.onField = (field) => this.#fields.add(field);
    const { index } = this.#scan;
    const fields = this.#fields;
    this.#tour = new Tour({
      get units() {
        return [...index.units, ...fields.units()];
      },
    });
    const events: PointerEvents = {
      hitAt: (x, y) => this.#hitAt(x, y),
      onCard: (x, y) => this.#script.front?.card.covers(x, y) ?? false,
      open: (hit) => this.#open(hit, false),
      close: () => {
        if (this.#overlay.focused === null) this.#card.close();
      },
    };
    this.pointer = new Pointer(events, send);
  }

  #cardEvents(find: Find, send: Send): CardEvents {
    return {
      find,
      sources: () => this.#state.sources,
      hints: () => this.#state.hints,
      opened: (range) => this.#scan.drawing.open(range),
      closed: () => this.#closed(send),
      hidden: ({ key, mark }) => this.apply([{ key, level: null, running: false, ...mark, hidden: true }]),
    };
  }

  #closed(send: Send): void {
    this.#scan.drawing.open(null);
    this.pointer.shown(null);
    send('page.left', { what: 'card' }).catch(() => undefined);
    // What the card lay over has room for its badges again.
    this.#view.touch();
  }

  #hitAt(x: number, y: number): Hit | null {
    const { front } = this.#script;
    const hit = hitAt(x, y, this.#scan.index) ?? front?.fieldBadges.hitAt(x, y, this.#fields.units()) ?? null;
    // The card is on its way while the pointer still makes up its mind.
    if (hit !== null) void this.#script.need();
    return hit;
  }

  start(): void {
    this.#scan.start();
    this.#fields.on = this.#state.formFields;
    this.#scan.onUprooted = () => this.#listen();
    this.#listen();
  }

  #listen(): void {
    this.pointer.start();
    this.#stop.abort();
    this.#stop = new AbortController();
    const options = { capture: true, signal: this.#stop.signal };
    addEventListener('keydown', (event) => this.#key(event), options);
    addEventListener('input', (event) => this.#fields.typed(event.composedPath()[0] ?? null), options);
    const moved = (event: Event): void => {
      if (!event.isTrusted) return;
      if (event.type === 'scroll') this.pointer.scrolled();
      this.#view.scrolled(event.target);
      this.#settle.later();
    };
    addEventListener('fullscreenchange', ({ isTrusted }) => isTrusted && this.#raise(), options);
    // A popover or a dialog of the page; what happens to our own does not leave the closed root.
    addEventListener('toggle', ({ isTrusted }) => isTrusted && this.#raise(), options);
    // A page that comes back from the back/forward cache comes back without a card nobody points at.
    addEventListener('pagehide', ({ isTrusted }) => isTrusted && this.#card.close(), options);
    this.#view.listen(options);
    for (const name of ['scroll', 'resize', 'transitionend', 'fullscreenchange', 'toggle']) {
      addEventListener(name, moved, { ...options, passive: true });
    }
  }

  stop(): void {
    this.#stop.abort();
    this.#settle.stop();
    this.#card.close();
    this.pointer.stop();
    this.#view.stop();
    this.#fields.on = false;
    this.#scan.stop();
    this.#overlay.stop();
  }

  /** The extension was updated or restarted under this page: no line may look as if somebody still watched. */
  orphan(words: string): void {
    this.#fields.on = false;
    this.#scan.stop();
    this.#script.front?.badges.clear();
    this.#view.stop();
    this.pointer.stop();
    this.#card.close();
    showNotice(this.#overlay, words);
  }

  set state(state: PageState) {
    this.#state = state;
    this.#view.mode = state.mode;
    this.#fields.on = state.formFields;
    this.#view.touch();
    this.#script.front?.card.refresh();
  }

  apply(marks: readonly Mark[]): void {
    this.#scan.indicators.apply(marks);
  }

  report(report: Report): void {
    this.#script.front?.card.update(report);
  }

  /** The background forgot this frame. */
  tellAll(): void {
    this.#scan.indicators.tellAll();
  }

  async command(command: Command): Promise<void> {
    if (!isInFront()) return;
    if (command === 'card') return this.#toggle();
    if (command === 'enrich') return this.#enrich();
    if (command === 'copy') return this.#copy();
    const hit = await this.#tour.go(command);
    if (hit === null) {
      this.#live.say(
        command === 'next-malicious' ? 'No malicious IOC on this page.' : 'No IOC on this page.',
      );
      return;
    }
    this.#live.say(spoken(hit.entry, ''));
    this.#open(hit, false);
  }

  async #copy(): Promise<void> {
    const ioc = this.#card.entry?.ioc ?? this.#tour.current?.entry.ioc;
    if (ioc === undefined) return this.#live.say('No IOC chosen. Go to one first.');
    const done = await copyIoc(ioc, 'defanged', this.#overlay.root);
    this.#live.say(done ? 'Copied, defanged.' : 'Not copied: the browser refused. Copy it from the report.');
  }

  #toggle(): void {
    const hit = this.#tour.current;
    if (hit !== null) this.#open(hit, true);
  }

  #enrich(): void {
    const hit = this.#card.entry === null ? this.#tour.current : null;
    if (hit !== null) this.#open(hit, false);
    this.#card.enrich();
  }

  #open(hit: Hit, focus: boolean): void {
    this.#tour.from(hit);
    this.pointer.shown(hit);
    this.#card.open(hit, focus);
  }

  #raise(): void {
    this.#script.front?.badges.raise();
    this.#script.front?.card.raise();
  }

  /** The topmost thing closes first: while the card is open, Escape is ours. */
  #key(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Escape' || this.#card.entry === null) return;
    // Else the browser closes what is on top once the card has gone: a modal dialog of the page.
    event.preventDefault();
    if (this.#overlay.isHost(event.target)) return;
    event.stopImmediatePropagation();
    this.#card.close();
  }
}

/** Keys belong to the frame that has the focus, and to one frame only. */
const isInFront = (): boolean =>
  document.hasFocus() && !/^i?frame$/.test(document.activeElement?.localName ?? '');
