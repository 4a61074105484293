import type { Mark } from '../messages';
import type { Level } from '../core/verdict';
import type { Motion } from './motion';

/** Names of the highlights. The page can read them, so they exist only on sites that the analyst switched on. */
export type LineName = 'sl-mal' | 'sl-sus' | 'sl-unk' | 'sl-ben' | 'sl-none';

const names: Readonly<Record<Level, LineName>> = {
  malicious: 'sl-mal',
  suspicious: 'sl-sus',
  unknown: 'sl-unk',
  benign: 'sl-ben',
};

const order: readonly string[] = ['sl-none', 'sl-ben', 'sl-unk', 'sl-sus', 'sl-mal', 'sl-open'];

/** With forced colours Chromium paints every highlight as a selection: there only what is urgent is drawn. */
const isForced = (): boolean => (forced ??= matchMedia('(forced-colors: active)')).matches;
let forced: MediaQueryList | undefined;

/** The line an indicator gets, or null where the analyst hid it. An indicator nobody answered yet has no level. */
export function lineOf(mark: Mark | null): LineName | null {
  if (mark?.hidden === true) return null;
  const name = mark === null || mark.level === null ? 'sl-none' : names[mark.level];
  return isForced() && name !== 'sl-mal' && name !== 'sl-sus' ? null : name;
}

/**
 * Milliseconds. Whenever any range changes, Chromium makes the markers of all ranges anew and paints their text again
 * (measured: 10 ms with 300 ranges, 38 ms with 900). So changes are gathered: `least` between two, none while the page
 * moves unless they waited for `most`. At rest they wait a `moment` longer: what came near meanwhile is told of just then.
 */
const least = 150;
const most = 600;
const moment = 4;

/** What is being read when the page comes to rest is drawn with the rest: it is waited for so long, and looked for so often. */
const reading = 60;
const pause = 8;

/**
 * In a table of 20,000 rows one change costs a frame of 40 to 80 ms, however few ranges there are: the browser looks at
 * every row again. So while the page scrolls, such frames may take this share of the time, and no text waits longer than
 * `patience` for its line.
 */
const share = 0.03;
const patience = 2_500;

/**
 * Lines to be taken away are out of sight, or their text went: where there are no others, this many milliseconds are early
 * enough while the page moves.
 */
const unseen = 10_000;

/** A cheap frame may be chance: what a change cost is forgotten by and by. */
const fading = 0.7;

/** Draws lines with the CSS Custom Highlight API: the page's DOM is not touched. */
export class Lines {
  readonly #drawn = new Map<string, Highlight>();
  /** By range, the lines it is to lose and to get. */
  readonly #waiting = new Map<Range, { lose: string | null; get: string | null }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first line was wanted, and when the first was to be taken away. */
  #wanted = Infinity;
  #lost = Infinity;
  #flushed = -Infinity;
  readonly #motion: Motion;
  readonly #isReading: () => boolean;
  /** Groups of changes that are on their way. */
  #gathering = 0;
  /** Milliseconds that the frame after the last change took. */
  #cost = 0;

  /** @param isReading Is changed text being read? */
  constructor(motion: Motion, isReading: () => boolean) {
    this.#motion = motion;
    this.#isReading = isReading;
  }

  /** Many changes that belong together, made in slices: from now on none is drawn before all are. */
  together(changes: Iterable<void>): Generator<void> {
    this.#gathering += 1;
    return this.#gather(changes);
  }

  *#gather(changes: Iterable<void>): Generator<void> {
    try {
      yield* changes;
    } finally {
      this.#gathering -= 1;
      if (this.#timer !== undefined) this.#wait();
    }
  }

  /** Gives a range another line, soon. */
  change(range: Range, from: string | null, to: string | null): void {
    const before = this.#waiting.get(range);
    const lose = before === undefined ? from : before.lose;
    if (lose === to) this.#waiting.delete(range);
    else this.#waiting.set(range, { lose, get: to });
    if (to === null ? this.#lost < Infinity : this.#wanted < Infinity) return;
    const now = performance.now();
    if (to === null) this.#lost = now;
    else this.#wanted = now;
    this.#wait();
  }

  /** At once: what a person just pointed at. */
  add(name: string, range: Range): void {
    let highlight = this.#drawn.get(name);
    if (highlight === undefined) {
      highlight = new Highlight();
      highlight.priority = order.indexOf(name);
      this.#drawn.set(name, highlight);
    }
    highlight.add(range);
    if (highlight.size === 1) CSS.highlights.set(name, highlight);
  }

  remove(name: string, range: Range): void {
    const highlight = this.#drawn.get(name);
    highlight?.delete(range);
    if (highlight?.size === 0) this.#withdraw(name, highlight);
  }

  /** Puts back what the page took away. Under a name that is taken, a later copy of this script draws. */
  check(): void {
    for (const [name, highlight] of this.#drawn) {
      if (highlight.size > 0 && !CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const [name, highlight] of this.#drawn) this.#withdraw(name, highlight);
    this.#drawn.clear();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#look, Math.max(0, this.#due - performance.now()));
  }

  /** At rest, once what waited for it too is on its way; or after the longest wait. */
  get #due(): number {
    const latest = Math.min(this.#wanted + this.#most, this.#lost + unseen);
    return Math.max(this.#flushed + least, Math.min(this.#motion.restsAt + moment, latest));
  }

  readonly #look = (): void => {
    if (this.#gathering > 0) return;
    const now = performance.now();
    const rested = now - this.#motion.restsAt;
    // It moved on meanwhile.
    if (this.#due > now) this.#wait();
    else if (rested > 0 && rested < reading && this.#isReading()) this.#timer = setTimeout(this.#look, pause);
    else this.#flush();
  };

  get #most(): number {
    return Math.min(patience, Math.max(most, this.#cost / share));
  }

  #flush(): void {
    this.#timer = undefined;
    this.#wanted = this.#lost = Infinity;
    if (this.#waiting.size === 0) return;
    this.#weigh();
    this.#flushed = performance.now();
    for (const [range, { lose, get }] of this.#waiting) {
      if (lose !== null) this.remove(lose, range);
      if (get !== null) this.add(get, range);
    }
    this.#waiting.clear();
  }

  /** How long the browser works on the next frame. A page behind others draws none: then nothing is known. */
  #weigh(): void {
    if (document.hidden) return;
    requestAnimationFrame(() => {
      const start = performance.now();
      setTimeout(() => {
        this.#cost = Math.max(performance.now() - start, this.#cost * fading);
      });
    });
  }

  /** A later copy of this script may have put its own under the same name. */
  #withdraw(name: string, highlight: Highlight): void {
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }
}
