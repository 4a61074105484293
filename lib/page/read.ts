import { type Edge, edgeOf } from './boundary';
import { elementNode, firstChildOf, nameOf, nextSiblingOf, parentOf, textNode, textOf, typeOf } from './dom';
import { isApart, isHidden } from './gap';
import { leadsTo } from './link';
import { RunText } from './run-text';
import { type OpenRoot, rootOf } from './shadow';
import type { Owner } from './unit';

/** The text of a link that only redirects, and where it leads. */
export interface Link {
  readonly run: RunText<Text>;
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/** Characters after which a run is cut at the next space, so that no text node makes one long step. */
const longRun = 16_384;

/** Nodes between two places where the reading may be interrupted. */
const stride = 1_024;

/** A page that moves nodes away while they are read is read again from the start, so often. */
const tries = 3;

/** What the walk is inside of. */
interface Open {
  readonly element: Element;
  readonly edge: Edge;
}

/** What reading one element brings. */
export class Reading {
  readonly owner: Owner;
  /** Elements that break a run are read too, each into runs of its own, instead of left in `blocks`. */
  readonly whole: boolean;
  runs: RunText<Text>[] = [];
  links: Link[] = [];
  /** Elements inside that are read by themselves. */
  blocks: Element[] = [];
  roots: OpenRoot[] = [];
  /** Elements that may get a shadow root later. */
  hosts: Element[] = [];
  /** Given up: more nodes than `most`. */
  tooLarge = false;
  #run = new RunText<Text>();
  /** Inline elements entered (`true`) and left since the last character. */
  #crossed: [Element, boolean][] = [];
  #link: { readonly element: Element; readonly begun: Omit<Link, 'end'> } | null = null;

  constructor(owner: Owner, whole: boolean) {
    this.owner = owner;
    this.whole = whole;
  }

  /**
   * Reads the text of the owner into runs, without recursion, however deep the page nests.
   * Yields where it may be interrupted; a page that changes meanwhile is read again by whoever watches it.
   * @param most Give up beyond so many nodes.
   */
  *read(most: number): Generator<void> {
    let trial = 1;
    while (!(yield* this.#walk(most, trial < tries))) {
      trial += 1;
      this.runs = [];
      this.links = [];
      this.blocks = [];
      this.roots = [];
      this.#run = new RunText();
      this.#crossed = [];
    }
  }

  /** Returns whether it came to the end. */
  *#walk(most: number, whileWhole: boolean): Generator<void, boolean> {
    const open: Open[] = [];
    const isStill = (at: Node): boolean => parentOf(at) === (open.at(-1)?.element ?? this.owner);
    let node = firstChildOf(this.owner);
    for (let seen = 1; ; seen += 1) {
      while (node === null) {
        const left = open.pop();
        if (left === undefined) {
          this.#close();
          return true;
        }
        this.#leave(left);
        node = nextSiblingOf(left.element);
      }
      if (seen > most) {
        this.tooLarge = true;
        return true;
      }
      if (seen % stride === 0) {
        yield;
        if (whileWhole && !isStill(node)) return false;
      }
      const type = typeOf(node);
      if (type === elementNode) {
        const edge = this.#enter(node as Element);
        if (edge !== null) {
          open.push({ element: node as Element, edge });
          node = firstChildOf(node);
          continue;
        }
      } else if (type === textNode) {
        const data = textOf(node);
        const hidden: Element | null = this.#crossed.length === 0 ? null : this.#cross(data);
        if (hidden !== null) {
          while (open.pop()?.element !== hidden);
          node = nextSiblingOf(hidden);
          continue;
        }
        if (this.#run.length + data.length <= longRun) this.#run.add(node as Text, data);
        else {
          yield* this.#addLong(node as Text, data);
          if (whileWhole && !isStill(node)) return false;
        }
      }
      node = nextSiblingOf(node);
    }
  }

  #close(): void {
    if (this.#run.length > 0) {
      this.runs.push(this.#run);
      this.#run = new RunText();
    }
    if (this.#crossed.length > 0) this.#crossed = [];
  }

  /** What was entered, or null where what is inside is not read here. */
  #enter(element: Element): Edge | null {
    const edge = edgeOf(element);
    if (edge === 'silent' || edge === 'wbr') return null;
    if (edge === 'br' || edge === 'closed') {
      this.#close();
      return null;
    }
    const root = rootOf(element);
    if (root === 'later') this.hosts.push(element);
    else if (root !== null) {
      this.#close();
      this.roots.push(root);
    }
    if (edge === 'hard') {
      this.#close();
      if (this.whole) return edge;
      this.blocks.push(element);
      return null;
    }
    if (this.#run.open) this.#crossed.push([element, true]);
    const target = nameOf(element) === 'a' ? leadsTo(element) : null;
    if (target !== null) {
      this.#link = { element, begun: { run: this.#run, start: this.#run.length, target } };
    }
    return edge;
  }

  #leave({ element, edge }: Open): void {
    if (this.#link?.element === element) {
      const { begun } = this.#link;
      const end = this.#run.length;
      if (begun.run === this.#run && end > begun.start) this.links.push({ ...begun, end });
      this.#link = null;
    }
    if (edge === 'hard') this.#close();
    else if (this.#run.open) this.#crossed.push([element, false]);
  }

  /**
   * Before the next characters: where they touch the last ones, does CSS set the two apart?
   * Returns an element around them to pass over, since nobody sees it.
   */
  #cross(data: string): Element | null {
    const crossed = this.#crossed;
    if (data === '') return null;
    if (this.#run.open && !/^\s/.test(data)) {
      for (let at = 0; at < crossed.length; at += 1) {
        const [element, entering] = crossed[at] ?? [];
        if (element === undefined || entering === undefined) break;
        if (entering && isHidden(element)) {
          const left = crossed.findIndex(([other], later) => later > at && other === element);
          if (left === -1) {
            this.#crossed = crossed.slice(0, at);
            return element;
          }
          at = left;
        } else if (isApart(element, entering)) {
          this.#close();
          return null;
        }
      }
    }
    this.#crossed = [];
    return null;
  }

  *#addLong(text: Text, data: string): Generator<void> {
    let from = 0;
    while (this.#run.length + data.length - from > longRun) {
      const room = Math.max(longRun - this.#run.length, 1);
      const cut = spaceBefore(data, from, from + room);
      this.#run.add(text, data, from, cut);
      this.#close();
      from = cut;
      yield;
    }
    this.#run.add(text, data, from);
  }
}

/** Where to cut: after the last white space before `to`, or at `to` where half a run has none. */
function spaceBefore(data: string, from: number, to: number): number {
  const least = Math.max(from, to - longRun / 2);
  for (let at = to - 1; at > least; at -= 1) if (/\s/.test(data.charAt(at))) return at + 1;
  return to;
}
