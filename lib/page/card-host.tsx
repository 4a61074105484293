import { render } from 'preact';
import { keyOf, type Report } from '../core/enrichment';
import type { Failure } from '../core/failure';
import type { Row } from '../core/seen';
import type { Send } from '../messages';
import { Card } from '../ui/card';
import type { CardEvents } from './card-events';
import { CardFocus } from './card-focus';
import { CardLayer } from './card-layer';
import { copyIoc } from './copy';
import type { Entry } from './indicators';
import { noticeOf } from './notice';
import type { Overlay } from './overlay';
import { isInView, isRightToLeft, place } from './place';
import { rowAt } from './row/row-at';
import { Steady } from './steady';

interface Shown {
  readonly entry: Entry;
  /** What stands beside it where the card was opened. */
  readonly row: Row;
  /** Where it hangs; follows the text. */
  range: Range;
  /** It is on the screen; before, the answer has its chance to come along. */
  drawn: boolean;
  report: Report | null;
  failure: Failure | null;
}

/** Milliseconds after which the ages in an open card are told anew. */
const retell = 10_000;
/** Milliseconds that a card waits for what is known, so that it does not open bare and change at once. */
const patience = 120;

/** The one card of this frame: in the top layer, beside its indicator, for as long as that is in view. */
export class CardHost {
  readonly #overlay: Overlay;
  readonly #send: Send;
  readonly #events: CardEvents;
  #layer: CardLayer | null = null;
  #shown: Shown | null = null;
  readonly #focus: CardFocus;
  readonly #steady = new Steady();
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(overlay: Overlay, send: Send, events: CardEvents) {
    this.#overlay = overlay;
    this.#send = send;
    this.#events = events;
    this.#focus = new CardFocus(overlay);
  }

  get entry(): Entry | null {
    return this.#shown?.entry ?? null;
  }

  get range(): Range | null {
    return this.#shown?.range ?? null;
  }

  /** Is this point of the window on the card? The pointer is there: then the card takes its clicks. */
  covers(x: number, y: number): boolean {
    const layer = this.#shown?.drawn === true ? this.#layer : null;
    if (layer === null || this.#overlay.root === null) return false;
    // The page may have taken it away just now: what is not there has no box.
    this.#show(layer);
    const box = layer.element.getBoundingClientRect();
    const covered = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    if (covered) layer.reach(x, y);
    else if (!this.#focus.isByKey) layer.release();
    return covered;
  }

  /** Something came over the card, perhaps. */
  raise(): void {
    if (this.#shown !== null) this.#layer?.raise();
  }

  /** Opens on a trusted hover or key. With `focus` the keyboard goes into the card, and back when it closes. */
  open(entry: Entry, range: Range, focus: boolean): void {
    const row = this.#rowAt(range);
    const shown: Shown = { entry, row, range, drawn: false, report: null, failure: null };
    this.#shown = shown;
    this.#events.opened(range, entry);
    clearInterval(this.#clock);
    this.#clock = setInterval(() => this.#render(), retell);
    const draw = (): void => {
      if (this.#shown !== shown) return;
      const isFirst = !shown.drawn;
      shown.drawn = true;
      this.#render();
      if (isFirst) this.#focus.opened(focus ? this.#layer : null);
    };
    setTimeout(() => {
      if (!shown.drawn) draw();
    }, patience);
    this.#send('page.card', { ioc: entry.ioc, row })
      .then((reply) => {
        if (reply.ok) shown.report = reply.value;
        else shown.failure = reply.failure;
        draw();
      })
      .catch(() => undefined);
  }

  /** A row that cannot be read, since the page changes under it, is no reason to have no card. */
  #rowAt(range: Range): Row {
    try {
      return rowAt(range, this.#events.hints(), this.#events.find);
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
    this.#focus.leave(() => {
      if (this.#layer === null) return;
      render(null, this.#layer.element);
      this.#layer.hide();
    });
    this.#events.closed();
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
    const { style } = layer.element;
    const { left, top, most } = place(anchor, layer.size, view, rtl);
    [style.left, style.top, style.maxBlockSize] = [`${left}px`, `${top}px`, `${most}px`];
  }

  #render(): void {
    const root = this.#overlay.root;
    const shown = this.#shown;
    if (root === null || shown?.drawn !== true) return;
    const layer = (this.#layer ??= this.#makeLayer());
    const { element } = layer;
    if (element.parentNode !== root) root.prepend(element);
    this.#steady.during(element, () => {
      this.#focus.keep(layer, () => render(this.#content(shown), element));
      this.#show(layer);
      this.follow();
    });
  }

  #show(layer: CardLayer): void {
    if (layer.isOpen) return;
    layer.show();
    this.#focus.isBack(layer);
  }

  #makeLayer(): CardLayer {
    const layer = new CardLayer(() => this.close());
    this.#steady.guard(layer.element);
    this.#focus.watch(layer);
    return layer;
  }

  #content({ entry, row, report, failure }: Shown) {
    const close = () => this.close();
    if (failure !== null && report === null) {
      const { message } = failure;
      const fill = (at: HTMLElement | null): void => {
        // Once: drawn again, it would be read out again.
        if (at?.firstChild === null) at.append(noticeOf(message, close));
      };
      return <div key={message} ref={fill} />;
    }
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
        onCopy={(how) => copyIoc(ioc, how, this.#overlay.root)}
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

  /** Sent in the click itself: panels open only within it. */
  readonly #ask: Send = async (name, request) => {
    const reply = await this.#send(name, request);
    if (!reply.ok && this.#shown !== null) {
      this.#shown.failure = reply.failure;
      this.#render();
    }
    return reply;
  };
}
