import type { Bearer } from './bearer';
import { type Edge, edgeOf } from './boundary';
import {
  contentOf,
  elementNode,
  firstChildOf,
  hasAttributes,
  hasElements,
  isElement,
  nameOf,
  nextSiblingOf,
  parentOf,
  textNode,
  textOf,
  typeOf,
} from './dom';
import { Crossing } from './crossing';
import type { Look } from './far-sight';
import { type Field, isField } from './form-field';
import { leadsTo, type Link } from './link';
import { RunText } from './run-text';
import { type OpenRoot, rootOf } from './shadow';
import { spaceBefore } from './space-before';
import type { Owner } from './unit';

/** Characters of a stretch after which it is cut at the next space, so that no text node makes one long step. */
const longRun = 16_384;

/** Nodes in one step. */
const stride = 1_024;

/** A page that moves nodes away while they are read is read again from the start, so often. */
const tries = 3;

/** What cutting a piece off a long text costs, in nodes. */
const cutting = 64;

/** What reading one element brings. It reads in steps, without recursion, however deep the page nests. */
export class Reading {
  readonly owner: Owner;
  /** Elements that break a run are read too, each into runs of its own, instead of left in `blocks`. */
  readonly whole: boolean;
  runs: RunText<Bearer>[] = [];
  links: Link[] = [];
  /** Elements inside that are read by themselves. */
  blocks: Element[] = [];
  roots: OpenRoot[] = [];
  /** Elements that may get a shadow root later. */
  hosts: Element[] = [];
  /** Form fields: their values are read by `fields.ts`, where the site says so. */
  fields: Field[] = [];
  /** What is inside is added to it, where somebody asks. */
  look: Look | null = null;
  /** Given up: more nodes than wanted. */
  tooLarge = false;
  readonly #most: number;
  #seen = 0;
  #trial = 1;
  /** What comes next, and how much of it was read already. */
  #node: Node | null = null;
  #from = 0;
  /** The elements that the walk is inside of, and what each means to the text around. */
  #open: Element[] = [];
  #edges: Edge[] = [];
  #run = new RunText<Bearer>();
  readonly #crossing = new Crossing();
  #link: { readonly element: Element; readonly begun: Omit<Link, 'end'> } | null = null;

  /** @param most Of a whole row: give up beyond so many nodes. */
  constructor(owner: Owner, whole: boolean, most = Infinity) {
    this.owner = owner;
    this.whole = whole;
    this.#most = whole ? most : Infinity;
  }

  /**
   * Reads on: true at the end, false where it may be interrupted. A page that moves nodes meanwhile is read from the
   * start; what else it changes is read again by whoever watches it.
   */
  step(): boolean {
    if (this.#seen > 0 && this.#trial < tries && !this.#isStill()) this.#restart();
    if (this.#seen === 0) {
      if (this.#isShort()) return true;
      this.#node = firstChildOf(this.owner);
    }
    for (let left = stride; left > 0; left -= 1) {
      let node = this.#node;
      while (node === null) {
        const element = this.#open.pop();
        if (element === undefined) {
          this.#end();
          return true;
        }
        this.#leave(element, this.#edges.pop());
        node = nextSiblingOf(element);
      }
      this.#seen += 1;
      if (this.#seen > this.#most) {
        this.tooLarge = true;
        return true;
      }
      const type = typeOf(node);
      if (type === elementNode) this.#node = this.#enter(node as Element);
      else if (type === textNode) {
        this.#node = this.#take(node as Text);
        if (this.#from > 0) left -= cutting;
      } else this.#node = nextSiblingOf(node);
    }
    return false;
  }

  /** Most owners hold nothing but a little text, and are read at once. */
  #isShort(): boolean {
    if (!isElement(this.owner) || hasElements(this.owner)) return false;
    const data = contentOf(this.owner);
    if (data.length > longRun) return false;
    this.#run.add(this.owner, data);
    this.#end();
    return true;
  }

  /** Is what comes next still where the walk is? */
  #isStill(): boolean {
    const at = this.#node ?? this.#open.at(-1);
    const around = this.#open.at(this.#node === null ? -2 : -1) ?? this.owner;
    return at === undefined || parentOf(at) === around;
  }

  #restart(): void {
    this.#trial += 1;
    [this.runs, this.links, this.blocks, this.roots] = [[], [], [], []];
    this.#node = firstChildOf(this.owner);
    this.#from = 0;
    this.#open = [];
    this.#edges = [];
    this.#run = new RunText();
    this.#crossing.clear();
    this.#link = null;
  }

  #close(): void {
    if (this.#run.stretch === 0) return;
    this.#crossing.clear();
    if (this.#run.length >= longRun / 2) this.#end();
    else this.#run.break();
  }

  #end(): void {
    if (this.#run.length > 0) this.runs.push(this.#run);
    this.#run = new RunText();
  }

  /** Returns what comes next: the first node inside where the element is read here, else what follows it. */
  #enter(element: Element): Node | null {
    const name = nameOf(element);
    const bare = !hasAttributes(element);
    this.look?.add(element, name, bare);
    const edge = edgeOf(element, name, bare);
    if (edge === 'silent' || edge === 'wbr') return nextSiblingOf(element);
    if (edge === 'br' || edge === 'closed') {
      this.#close();
      if (isField(element, name)) this.fields.push(element);
      return nextSiblingOf(element);
    }
    const data = hasElements(element) ? null : contentOf(element);
    const root = rootOf(element, name, data !== null && data !== '');
    if (root === 'later') this.hosts.push(element);
    else if (root !== null) {
      this.#close();
      this.roots.push(root);
    }
    if (edge === 'hard') {
      this.#close();
      if (!this.whole) {
        this.blocks.push(element);
        return nextSiblingOf(element);
      }
    } else if (this.#run.open) this.#crossing.enter(element);
    const target = name === 'a' ? leadsTo(element) : null;
    if (target !== null) {
      this.#link = { element, begun: { run: this.#run, start: this.#run.length, target } };
    }
    if (data !== null && this.#run.stretch + data.length <= longRun) return this.#leaf(element, edge, data);
    this.#open.push(element);
    this.#edges.push(edge);
    return firstChildOf(element);
  }

  /** Reads an element that holds nothing but text. */
  #leaf(element: Element, edge: Edge, data: string): Node | null {
    this.#seen += 1;
    const hidden = edge === 'hard' ? null : this.#cross(data);
    if (hidden !== null) {
      if (hidden !== element) this.#leaveAll(hidden);
      return nextSiblingOf(hidden);
    }
    this.#run.add(element, data);
    this.#leave(element, edge);
    return nextSiblingOf(element);
  }

  #leave(element: Element, edge: Edge | undefined): void {
    if (this.#link?.element === element) {
      const { begun } = this.#link;
      const end = this.#run.length;
      if (begun.run === this.#run && end > begun.start) this.links.push({ ...begun, end });
      this.#link = null;
    }
    if (edge === 'hard') this.#close();
    else if (this.#run.open) this.#crossing.leave(element);
  }

  /** Before the next characters. Returns an element around them to pass over, since nobody sees it. */
  #cross(data: string): Element | null {
    if (data === '') return null;
    const crossed = this.#crossing.take(this.#run.open && !/^\s/.test(data));
    if (crossed === 'apart') this.#close();
    return typeof crossed === 'string' ? null : crossed;
  }

  /** Returns what comes next: the same text, where it is long and only a part of it was taken. */
  #take(text: Text): Node | null {
    const data = textOf(text);
    if (this.#from === 0) {
      const hidden = this.#cross(data);
      if (hidden !== null) {
        this.#leaveAll(hidden);
        return nextSiblingOf(hidden);
      }
    }
    if (this.#run.stretch + data.length - this.#from <= longRun) {
      this.#run.add(text, data, this.#from);
      this.#from = 0;
      return nextSiblingOf(text);
    }
    const to = this.#from + Math.max(longRun - this.#run.stretch, 1);
    const cut = spaceBefore(data, Math.max(this.#from, to - longRun / 2), to);
    this.#run.add(text, data, this.#from, cut);
    this.#close();
    this.#from = cut;
    return text;
  }

  /** Goes out of an element that nobody sees, and of all that it is inside of there. */
  #leaveAll(hidden: Element): void {
    const at = this.#open.lastIndexOf(hidden);
    this.#open.length = at;
    this.#edges.length = at;
  }
}
