import { edgeOf, isRow } from './boundary';
import { isElement, isRoot, isText, parentOf, textOf } from './dom';
import type { Motion } from './motion';
import type { Owner } from './unit';

/** What changed since the last time. */
export interface Changes {
  /** Read these again, by themselves. */
  readonly owners: Set<Owner>;
  /** Read these and everything in them. */
  readonly fresh: Set<Element>;
  /** Elements whose look changed: their text may be seen or not seen now. */
  readonly looks: Set<Element>;
  /** Something went away. */
  removed: boolean;
}

const none = (): Changes => ({ owners: new Set(), fresh: new Set(), looks: new Set(), removed: false });

/** Attributes that can show or hide text, or make it an editor. */
const attributeFilter = ['class', 'style', 'hidden', 'open', 'contenteditable', 'role'];

/** Milliseconds from the first change to its reading; grows while a page changes more than can be read. */
const soonest = 50;
const latest = 2_000;

/** Gathers what the page changes, in the document and in every shadow root. */
export class Watch {
  readonly #observer = new MutationObserver((records) => this.#note(records));
  readonly #motion: Motion;
  readonly #onChanges: (changes: Changes) => void;
  #changes = none();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delay = soonest;
  /** When the first of these changes was noted. */
  #since = 0;

  constructor(motion: Motion, onChanges: (changes: Changes) => void) {
    this.#motion = motion;
    this.#onChanges = onChanges;
  }

  add(tree: Document | ShadowRoot): void {
    this.#observer.observe(tree, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter,
    });
  }

  /** The reading of earlier changes is behind (a flood) or not: the pace follows. */
  pace(behind: boolean): void {
    this.#delay = behind ? Math.min(latest, this.#delay * 2) : soonest;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
  }

  #note(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'attributes') {
        if (isElement(target)) this.#changes.looks.add(target);
      } else if (type === 'characterData') this.#own(parentOf(target));
      else this.#children(target, addedNodes, removedNodes);
    }
    if (this.#timer !== undefined) return;
    this.#since = performance.now();
    this.#wait();
  }

  /** At the pace of reading; but what a moving page changed last as soon as it rests, however far behind reading is. */
  get #due(): number {
    const { restsAt } = this.#motion;
    const paced = this.#since + this.#delay;
    if (restsAt <= this.#since) return paced;
    return Math.min(paced, Math.max(restsAt, this.#since + soonest));
  }

  #wait(): void {
    this.#timer = setTimeout(this.#look, this.#due - performance.now());
  }

  readonly #look = (): void => {
    this.#timer = undefined;
    if (this.#due > performance.now()) return this.#wait();
    const changes = this.#changes;
    this.#changes = none();
    this.#onChanges(changes);
  };

  #children(target: Node, added: NodeList, removed: NodeList): void {
    let inline = false;
    const { size } = this.#changes.fresh;
    if (removed.length > 0) {
      this.#changes.removed = true;
      for (const node of removed) inline ||= isInline(node);
    }
    for (const node of added) {
      if (isElement(node) && edgeOf(node) === 'hard') this.#changes.fresh.add(node);
      else if (isInline(node)) {
        inline = true;
        if (isElement(node)) this.#blocksIn(node);
      }
    }
    if (this.#changes.fresh.size > size) this.#motion.arrived();
    if (inline || (isElement(target) && isRow(target))) this.#own(target);
  }

  /** New blocks inside a new inline element. */
  #blocksIn(outer: Element): void {
    const walker = document.createTreeWalker(outer, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (isElement(node) && edgeOf(node) === 'hard') this.#changes.fresh.add(node);
    }
  }

  #own(node: Node | null): void {
    if (node === null) return;
    if (isElement(node) || isRoot(node)) this.#changes.owners.add(node);
  }
}

function isInline(node: Node): boolean {
  if (isText(node)) return textOf(node).trim() !== '';
  return isElement(node) && edgeOf(node) !== 'hard';
}
