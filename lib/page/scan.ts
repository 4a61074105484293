import { again, reread } from './changes';
import { isConnected, rootElementOf } from './dom';
import { Drawing } from './drawing';
import { type Find, memo } from './find-memo';
import { Indicators } from './indicators';
import { Lines } from './lines';
import { Standings } from './owner';
import { rootOf } from './shadow';
import { Sheets } from './sheets';
import { Shelves } from './shelves';
import { Slices } from './slices';
import { TextIndex } from './text-index';
import type { Unit } from './unit';
import type { Send } from '../messages';
import { type Changes, Watch } from './watch';

/** Milliseconds after which elements without a shadow root are asked again: components upgrade late. */
const lateRoots = [250, 1_000, 4_000, 16_000];

/** Elements that may get a shadow root later, at most. */
const mostHosts = 5_000;

/** Milliseconds between two looks for what left the page and for a sheet that the page took away. */
const tidy = 1_000;

/** Finds the indicators of one frame, keeps up with the page, and draws their lines. */
export class Scan {
  readonly slices = new Slices();
  readonly indicators: Indicators;
  readonly index: TextIndex;
  readonly drawing: Drawing;
  readonly #lines = new Lines();
  readonly #sheets = new Sheets();
  readonly #shelves = new Shelves((units, near, gone) => this.#moved(units, near, gone));
  readonly #watch = new Watch((changes) => this.#changed(changes));
  readonly #roots = new Set<ShadowRoot>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #hosts = new Set<Element>();
  #removed = false;
  /** Told after anything was drawn anew. */
  onDrawn: () => void = () => undefined;

  constructor(find: Find, send: Send) {
    this.drawing = new Drawing(this.#lines);
    this.indicators = new Indicators(send, (entry) => {
      if (entry.hits.size === 0) return;
      this.drawing.redraw(entry);
      this.onDrawn();
    });
    this.index = new TextIndex(memo(find), this.indicators, this.#shelves, {
      root: (root) => this.#root(root),
      host: (element) => {
        if (this.#hosts.size < mostHosts) this.#hosts.add(element);
      },
      draw: (unit, sighted) => {
        this.drawing.draw(unit, sighted);
        this.onDrawn();
      },
    });
  }

  start(): void {
    this.#sheets.adopt(document);
    this.#watch.add(document);
    const page = rootElementOf(document);
    if (page !== null) this.slices.add('rest', this.index.walk(page));
    for (const wait of lateRoots) this.#after(wait, () => this.#lateRoots(wait === lateRoots.at(-1)));
    this.#tidyLater();
  }

  stop(): void {
    this.slices.stop();
    this.#watch.stop();
    this.#shelves.stop();
    this.indicators.stop();
    this.#lines.stop();
    this.#sheets.stop();
    for (const timer of this.#timers) clearTimeout(timer);
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
      if (this.#removed) {
        this.#removed = false;
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

  #root(root: ShadowRoot): boolean {
    if (this.#roots.has(root)) return false;
    this.#roots.add(root);
    this.#watch.add(root);
    this.#sheets.adopt(root);
    return true;
  }

  #lateRoots(last: boolean): void {
    const hosts = this.#hosts;
    this.#hosts = new Set();
    for (const host of hosts) {
      if (!isConnected(host)) continue;
      const root = rootOf(host);
      if (root === 'later' && !last) this.#hosts.add(host);
      else if (root !== 'later' && root !== null && this.#root(root)) {
        this.slices.add('changed', this.index.walk(root));
      }
    }
  }

  #moved(units: Iterable<Unit>, near: boolean, gone: boolean): void {
    const standings = new Standings();
    for (const unit of units) {
      if (near || gone) this.slices.add('near', again(unit.owner, standings.of(unit.owner), this.index));
      if (!near) this.drawing.draw(unit, []);
    }
    if (!near) this.onDrawn();
  }

  #changed(changes: Changes): void {
    this.#sheets.check();
    if (changes.removed) {
      this.#removed = true;
      for (const unit of this.drawing.near) if (!isConnected(unit.owner)) this.index.drop(unit);
    }
    this.#watch.pace(this.slices.has('changed'));
    this.slices.add('near', reread(changes, this.index, this.drawing.near, this.slices));
  }
}
