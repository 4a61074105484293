import { Arrivals } from './arrivals';
import { again, reread } from './changes';
import { isConnected, rootElementOf } from './dom';
import { Drawing } from './drawing';
import { type Find, memo } from './find-memo';
import type { Field } from './form-field';
import { type Entry, Indicators } from './indicators';
import { Lines } from './lines';
import { Motion } from './motion';
import { Standings } from './owner';
import { rootOf } from './shadow';
import { Sheets } from './sheets';
import { Shelves } from './shelves';
import { Slices, type Work } from './slices';
import { TextIndex } from './text-index';
import type { Owner, Unit } from './unit';
import { Unread } from './unread';
import type { Send } from '../messages';
import { type Changes, Watch } from './watch';

/** Milliseconds after which elements without a shadow root are asked again: components upgrade late. */
const late = 1_000;

/** Elements that may get a shadow root later, at most; the newest are kept. */
const mostHosts = 2_000;

/** Milliseconds after which a page that draws no frame, behind others, is read all the same. */
const patience = 500;

/**
 * Milliseconds between two looks for sheets and lines that the page took away, and for text that left. Sheets and the page itself are
 * looked for after every change of the page too: this is for pages that change nothing else.
 */
const tidy = 1_000;

/** Finds the indicators of one frame, keeps up with the page, and draws their lines. */
export class Scan {
  readonly motion = new Motion();
  readonly slices = new Slices(() => this.motion.isMoving);
  readonly indicators: Indicators;
  readonly index: TextIndex;
  readonly drawing: Drawing;
  readonly #lines = new Lines(this.motion, () => this.#isReading);
  readonly #arrivals = new Arrivals(
    this.motion,
    () => this.#shelves.look(),
    (units) => this.slices.add('near', this.#lines.together(this.#readAgain(units))),
  );
  readonly #sheets = new Sheets();
  readonly #shelves = new Shelves((units, near, gone) => this.#moved(units, near, gone));
  readonly #unread = new Unread(
    this.slices,
    (neighbours) => this.#read(neighbours),
    () => this.#arrivals.expect(),
  );
  readonly #watch = new Watch(this.motion, (changes) => this.#changed(changes));
  readonly #roots = new Set<ShadowRoot>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #hosts = new Set<Element>();
  #removed = false;
  #page: Element | null = null;
  /** Told when the page took away or replaced what stands directly in its document. */
  onUprooted: () => void = () => undefined;
  /** Told of each form field that the reading comes by. */
  onField: (field: Field) => void = () => undefined;
  /** Told after anything was drawn anew. */
  onDrawn: () => void = () => undefined;

  constructor(find: Find, send: Send) {
    this.drawing = new Drawing(this.#lines);
    this.drawing.onLong = (unit) => this.slices.add('near', this.drawing.reframe(unit));
    const onMark = (entry: Entry): void => {
      if (entry.hits === null) return;
      this.drawing.redraw(entry);
      this.onDrawn();
    };
    this.indicators = new Indicators(send, onMark, () => this.motion.isMoving);
    this.index = new TextIndex(memo(find), this.indicators, this.#shelves, {
      root: (root) => this.#root(root),
      host: (element) => {
        this.#hosts.add(element);
        const [oldest] = this.#hosts;
        if (this.#hosts.size > mostHosts && oldest !== undefined) this.#hosts.delete(oldest);
      },
      field: (field) => this.onField(field),
      draw: (unit, sighted) => {
        this.drawing.draw(unit, sighted);
        this.onDrawn();
      },
    });
  }

  start(): void {
    this.#sheets.adopt(document);
    this.#watch.add(document);
    this.#page = rootElementOf(document);
    this.#afterFrame(() => {
      if (this.#page !== null) this.slices.add('rest', this.index.walk([this.#page]));
    });
    this.#lateRootsLater();
    this.#tidyLater();
  }

  stop(): void {
    this.slices.stop();
    this.#watch.stop();
    this.#shelves.stop();
    this.#arrivals.stop();
    this.indicators.stop();
    this.#lines.stop();
    this.#sheets.stop();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Lets the page draw itself first: else its first styles, 180 ms for 5,000 rows, are computed in the midst of a slice. */
  #afterFrame(go: () => void): void {
    let gone = false;
    const once = (): void => {
      if (!gone) go();
      gone = true;
    };
    requestAnimationFrame(once);
    this.#after(patience, once);
  }

  #after(wait: number, go: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      go();
    }, wait);
    this.#timers.add(timer);
  }

  #tidyLater(): void {
    this.#after(tidy, () => {
      this.#sheets.check();
      this.#lines.check();
      this.#checkPage();
      if (this.#removed) {
        this.#removed = false;
        this.#unread.sweep();
        this.slices.add('rest', this.index.sweep());
        for (const root of this.#roots) {
          if (isConnected(root)) continue;
          this.#roots.delete(root);
          this.#sheets.forget(root);
        }
      }
      this.#tidyLater();
    });
  }

  /** `document.open` takes the listeners of the window along with the page. */
  #checkPage(): void {
    const page = rootElementOf(document);
    if (page === this.#page) return;
    this.#page = page;
    this.onUprooted();
  }

  #root(root: ShadowRoot): boolean {
    if (this.#roots.has(root)) return false;
    this.#roots.add(root);
    this.#watch.add(root);
    this.#sheets.adopt(root);
    return true;
  }

  #lateRootsLater(): void {
    this.#after(late, () => {
      if (!this.motion.isMoving) this.index.forgetAllNew();
      if (this.#hosts.size > 0) this.slices.add('rest', this.#lateRoots());
      this.#lateRootsLater();
    });
  }

  *#lateRoots(): Generator<void> {
    for (const host of this.#hosts) {
      const root = isConnected(host) ? rootOf(host) : null;
      if (root !== 'later') this.#hosts.delete(host);
      if (root instanceof ShadowRoot && this.#root(root)) this.slices.add('changed', this.index.walk([root]));
      yield;
    }
  }

  #moved(units: Iterable<Unit>, near: boolean, gone: boolean): void {
    if (near) return this.#arrivals.add(units);
    for (const unit of units) {
      this.#arrivals.remove(unit);
      this.index.forgetNew(unit);
      this.drawing.draw(unit, []);
    }
    if (gone) this.slices.add('near', this.#readAgain([...units]));
    this.onDrawn();
  }

  *#readAgain(units: readonly Unit[]): Generator<void> {
    const standings = new Standings();
    for (const unit of units) {
      if (!this.index.drawNew(unit)) yield* again(unit.owner, standings.of(unit.owner), this.index);
      yield;
    }
  }

  #changed(changes: Changes): void {
    this.indicators.look();
    this.#sheets.check();
    this.#checkPage();
    if (changes.looks.size > 0) this.index.forgetAllNew();
    if (changes.removed) {
      this.#removed = true;
      for (const unit of this.drawing.near) if (!isConnected(unit.owner)) this.index.drop(unit);
      this.onDrawn();
    }
    // A stream is read newest first: it may be looked at again as soon as it was looked through.
    this.#watch.pace(this.slices.has(this.motion.isMoving ? 'near' : 'changed'));
    const near = this.#shelves.nearUnits();
    this.slices.add('near', reread(changes, this.index, near, this.slices, this.#unread));
  }

  /** New blocks. */
  #read(neighbours: readonly Owner[]): Work {
    // In a stream the newest will be on screen when it ends.
    if (this.motion.isMoving) this.index.makeRoom();
    return this.index.walk(neighbours);
  }

  /** Is text being read that a reader waits for? */
  get #isReading(): boolean {
    return this.slices.has('near') || (this.#unread.isInSight ?? this.slices.has('changed'));
  }
}
