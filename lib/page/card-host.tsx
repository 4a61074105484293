import { render } from 'preact';
import { keyOf, type Report } from '../core/enrichment';
import type { Failure } from '../core/failure';
import type { Row } from '../core/seen';
import { defang } from '../ioc';
import type { Send } from '../messages';
import { Card } from '../ui/card';
import type { CardEvents } from './card-events';
import { CardLayer } from './card-layer';
import { copyText } from './copy';
import type { Entry } from './indicators';
import { Notice, showNotice } from './notice';
import type { Overlay } from './overlay';
import { isInView, isRightToLeft, place } from './place';
import { rowAt } from './row/row-at';

interface Shown {
  readonly entry: Entry;
  /** What stands beside it where the card was opened. */
  readonly row: Row;
  /** Where it hangs; follows the text. */
  range: Range;
  report: Report | null;
  failure: Failure | null;
}

/** Milliseconds after which the ages in an open card are told anew. */
const retell = 10_000;
/** The first action; in a notice, which has none, the one button. */
const firstAction = ':is(.card-foot, .notice) :is(a, button)';

/** The one card of this frame: in the top layer, beside its indicator, for as long as that is in view. */
export class CardHost {
  readonly #overlay: Overlay;
  readonly #send: Send;
  readonly #events: CardEvents;
  #layer: CardLayer | null = null;
  #shown: Shown | null = null;
  #focusBefore: HTMLElement | null = null;
  /** The keyboard was sent into the card. */
  #byKey = false;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(overlay: Overlay, send: Send, events: CardEvents) {
    this.#overlay = overlay;
    this.#send = send;
    this.#events = events;
  }

  get entry(): Entry | null {
    return this.#shown?.entry ?? null;
  }

  get range(): Range | null {
    return this.#shown?.range ?? null;
  }

  /** Is this point of the window on the card? The pointer is there: then the card takes its clicks. */
  covers(x: number, y: number): boolean {
    const layer = this.#shown === null ? null : this.#layer;
    if (layer === null || this.#overlay.root === null) return false;
    // The page may have taken it away just now: what is not there has no box.
    layer.show();
    const box = layer.element.getBoundingClientRect();
    const covered = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    if (covered) layer.reach(x, y);
    else if (this.#overlay.focused === null || !this.#byKey) layer.release();
    return covered;
  }

  /** Something came over the card, perhaps. */
  raise(): void {
    if (this.#shown !== null) this.#layer?.raise();
  }

  /** Opens on a trusted hover or key. With `focus` the keyboard goes into the card, and back when it closes. */
  open(entry: Entry, range: Range, focus: boolean): void {
    const row = this.#rowAt(range);
    this.#shown = { entry, row, range, report: null, failure: null };
    this.#events.opened(range, entry);
    clearInterval(this.#clock);
    this.#clock = setInterval(() => this.#render(), retell);
    this.#render();
    this.#byKey = focus;
    if (focus) this.#takeFocus();
    this.#send('page.card', { ioc: entry.ioc, row })
      .then((reply) => {
        if (this.#shown?.entry !== entry) return;
        if (reply.ok) this.#shown.report = reply.value;
        else this.#shown.failure = reply.failure;
        this.#render();
      })
      .catch(() => undefined);
  }

  /** A row that cannot be read, since the page changes under it, is no reason to have no card. */
  #rowAt(range: Range): Row {
    try {
      return rowAt(range, this.#events.hints());
    } catch {
      return {};
    }
  }

  /** A newer report of any indicator arrived. */
  update(report: Report): void {
    if (this.#shown?.entry.key !== report.enrichment.key) return;
    this.#shown.report = report;
    this.#shown.failure = null;
    this.#render();
  }

  /** A level or a run of the shown indicator changed. */
  refresh(): void {
    if (this.#shown !== null) this.#render();
  }

  /** The text was read anew: the card hangs on there. */
  moveTo(range: Range): void {
    if (this.#shown === null || this.#shown.range === range) return;
    this.#shown.range = range;
    this.#events.opened(range, this.#shown.entry);
    this.follow();
  }

  close(): void {
    if (this.#shown === null) return;
    this.#shown = null;
    clearInterval(this.#clock);
    const hadFocus = this.#overlay.focused !== null;
    if (this.#layer !== null) {
      render(null, this.#layer.element);
      this.#layer.hide();
    }
    if (hadFocus || document.activeElement === document.body)
      this.#focusBefore?.focus({ preventScroll: true });
    this.#focusBefore = null;
    this.#events.closed();
  }

  /** Says something in the corner of the window that is about no indicator. */
  notice(words: string): void {
    this.close();
    const { root } = this.#overlay;
    if (root !== null) showNotice(root, words);
  }

  /** Puts the card beside its indicator again; closes it when that left the window. */
  follow(): void {
    const layer = this.#layer;
    if (this.#shown === null || layer === null) return;
    const anchor = this.#shown.range.getBoundingClientRect();
    const view = { width: innerWidth, height: innerHeight };
    const rtl = isRightToLeft(this.#shown.range);
    if ((anchor.width === 0 && anchor.height === 0) || !isInView(anchor, view)) {
      this.close();
      return;
    }
    const { left, top } = place(anchor, layer.element.getBoundingClientRect(), view, rtl);
    layer.element.style.left = `${left}px`;
    layer.element.style.top = `${top}px`;
  }

  #render(): void {
    const root = this.#overlay.root;
    const shown = this.#shown;
    if (root === null || shown === null) return;
    this.#layer ??= new CardLayer(() => this.close());
    const { element } = this.#layer;
    if (element.parentNode !== root) root.prepend(element);
    const hadFocus = this.#overlay.focused !== null;
    render(this.#content(shown), element);
    // The button that was pressed may be gone: a run has begun. No other is to take the next press.
    if (hadFocus && this.#overlay.focused === null) this.#focus('[role=dialog], .notice button');
    this.#layer.show();
    this.follow();
  }

  #content({ entry, row, report, failure }: Shown) {
    const close = () => this.close();
    if (failure !== null && report === null) return <Notice words={failure.message} onClose={close} />;
    const { ioc } = entry;
    const key = keyOf(ioc);
    return (
      <Card
        report={report}
        ioc={ioc}
        row={row}
        providers={this.#events.sources()}
        running={entry.mark?.running ?? false}
        known={entry.mark?.level ?? null}
        now={Date.now()}
        onEnrich={() => this.enrich()}
        onAsk={(provider) => this.#ask('source.ask', { ioc: { kind: ioc.kind, value: ioc.value }, provider })}
        onReport={() => this.#ask('report.open', { key })}
        onFile={() => this.#ask('draft.open', { key })}
        onCopy={(how) => this.copy(how)}
        onHide={() => {
          this.#ask('hide', { key, hidden: true });
          this.#events.hidden(entry);
          close();
        }}
        onClose={close}
      />
    );
  }

  /** Asks again about the shown indicator. */
  enrich(): void {
    if (this.#shown === null) return;
    const { entry, row } = this.#shown;
    this.#ask('enrich', { iocs: [entry.ioc], trigger: 'card', again: true, row }).catch(() => undefined);
  }

  /** False where the browser refused: the button and the live region say so. */
  copy(how: 'defanged' | 'plain', ioc = this.#shown?.entry.ioc): Promise<boolean> {
    if (ioc === undefined) return Promise.resolve(false);
    return copyText(how === 'plain' ? ioc.value : defang(ioc.value), this.#overlay.root).catch(() => false);
  }

  /** Sent in the click itself: panels open only within it. */
  readonly #ask: Send = async (name, request) => {
    const reply = await this.#send(name, request);
    if (!reply.ok && this.#shown !== null) {
      this.#shown.failure = reply.failure;
      this.#render();
    }
    return reply;
  };

  #takeFocus(): void {
    const before = document.activeElement;
    this.#focusBefore = before instanceof HTMLElement && !this.#overlay.isHost(before) ? before : null;
    this.#focus(firstAction);
    if (this.#overlay.focused !== null) return;
    this.#layer?.takeOver();
    this.#focus(firstAction);
  }

  #focus(selector: string): void {
    this.#layer?.element.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }
}
