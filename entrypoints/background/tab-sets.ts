import { keyOf } from '../../lib/core/enrichment';
import type { Ioc } from '../../lib/ioc';

/** What one document in one frame shows. */
export class FrameSet {
  readonly document: string;
  readonly iocs = new Map<string, Ioc>();

  constructor(document: string) {
    this.document = document;
  }

  change(added: readonly Ioc[], removed: readonly Ioc[]): void {
    for (const ioc of removed) this.iocs.delete(keyOf(ioc));
    for (const ioc of added) this.iocs.set(keyOf(ioc), ioc);
  }
}

/**
 * The indicators of every tab, by frame. A frame's set begins when its document says that it is there, and ends when
 * another document, or the same one, says so again. What a document sent may be handled long after it was left (and
 * kept in the back/forward cache) or after its site was switched off: whoever handles it asks for the set as the
 * message comes in, and a set that was replaced meanwhile is nobody's.
 */
export class TabSets {
  readonly #tabs = new Map<number, Map<number, FrameSet>>();

  /** Tabs of which something is known. */
  get ids(): readonly number[] {
    return [...this.#tabs.keys()];
  }

  /** A document says that it is there. With the top one goes every frame in it: those to be asked to tell again. */
  start(tabId: number, frameId: number, document: string): readonly number[] {
    const inner = frameId === 0 ? this.framesOf(tabId).flatMap(([id]) => (id === 0 ? [] : [id])) : [];
    const frames = frameId === 0 ? undefined : this.#tabs.get(tabId);
    this.#tabs.set(tabId, (frames ?? new Map<number, FrameSet>()).set(frameId, new FrameSet(document)));
    return inner;
  }

  /** The set of this document in this frame; null where another is there, or none said that it is. */
  frame(tabId: number, frameId: number, document: string): FrameSet | null {
    const set = this.#tabs.get(tabId)?.get(frameId);
    return set?.document === document ? set : null;
  }

  framesOf(tabId: number): readonly (readonly [number, FrameSet])[] {
    return [...(this.#tabs.get(tabId) ?? [])];
  }

  /** Nobody is there any more, unless somebody came since. */
  drop(tabId: number, frameId: number, set: FrameSet): void {
    const frames = this.#tabs.get(tabId);
    if (frames?.get(frameId) === set) frames.delete(frameId);
  }

  forget(tabId: number): void {
    this.#tabs.delete(tabId);
  }

  /** Every indicator of a tab, over its frames, each once. */
  iocsOf(tabId: number): readonly Ioc[] {
    const all = new Map<string, Ioc>();
    for (const [, { iocs }] of this.framesOf(tabId)) for (const [key, ioc] of iocs) all.set(key, ioc);
    return [...all.values()];
  }

  /** How many of these a tab shows. */
  shownOf(tabId: number, keys: Iterable<string>): number {
    const frames = this.framesOf(tabId);
    let shown = 0;
    for (const key of keys) if (frames.some(([, { iocs }]) => iocs.has(key))) shown += 1;
    return shown;
  }

  /** Tabs that show at least one of these, with the ones they show. No keys: tabs that show any, with all of theirs. */
  tabsShowing(keys: readonly string[]): { tabId: number; keys: string[] }[] {
    const shownIn = (tabId: number): string[] => {
      if (keys.length === 0) return this.iocsOf(tabId).map(keyOf);
      const frames = this.framesOf(tabId);
      return keys.filter((key) => frames.some(([, { iocs }]) => iocs.has(key)));
    };
    return [...this.#tabs.keys()]
      .map((tabId) => ({ tabId, keys: shownIn(tabId) }))
      .filter((tab) => tab.keys.length > 0);
  }
}
