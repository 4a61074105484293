import { edgeOf } from './boundary';
import { attributeOf, firstChildOf, isElement, isText, nameOf, nextSiblingOf, parentOf, textOf } from './dom';
import { isApart, isHidden } from './gap';
import { targetOf } from './link';
import { RunText } from './run-text';
import { type OpenRoot, rootOf } from './shadow';

/** The text of a link that only redirects, and where it leads. */
export interface Link {
  readonly run: RunText<Text>;
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/** What reading one element brought. */
export interface Reading {
  readonly runs: RunText<Text>[];
  readonly links: Link[];
  /** Elements inside that are read by themselves. */
  readonly blocks: Element[];
  readonly roots: OpenRoot[];
  /** Elements that may get a shadow root later. */
  readonly hosts: Element[];
  /** Given up: more nodes than `most`. */
  readonly tooLarge: boolean;
}

/** Characters after which a run is cut at the next space, so that no text node makes one long step. */
const longRun = 16_384;

/** Nodes between two places where the reading may be interrupted. */
const stride = 256;

/**
 * Reads the text of `owner` into runs. Elements that break a run are left in `blocks`; with `whole` they are read
 * too, each into runs of its own. Walks without recursion, however deep the page nests.
 * Yields where it may be interrupted; a page that changes meanwhile is read again by whoever watches it.
 * @param most with `whole`: give up beyond so many nodes.
 */
export function* read(
  owner: Element | ShadowRoot,
  whole: boolean,
  most = Infinity,
): Generator<void, Reading> {
  const reading: Reading & { tooLarge: boolean } = {
    runs: [],
    links: [],
    blocks: [],
    roots: [],
    hosts: [],
    tooLarge: false,
  };
  let run = new RunText<Text>();
  /** Inline elements entered (`true`) and left since the last character. */
  let crossed: [Element, boolean][] = [];
  let link: { readonly element: Element; readonly begun: Omit<Link, 'end'> } | null = null;
  const close = (): void => {
    if (run.length > 0) {
      reading.runs.push(run);
      run = new RunText<Text>();
    }
    crossed = [];
  };

  let node: Node | null = firstChildOf(owner);
  let seen = 0;
  while (node !== null) {
    seen += 1;
    if (seen > most) return { ...reading, tooLarge: true };
    if (seen % stride === 0) yield;
    let into = false;
    if (isText(node)) {
      const data = textOf(node);
      const hidden: Element | null = crossed.length > 0 && run.open && !/^\s/.test(data) ? cross() : null;
      if (hidden !== null) {
        node = after(hidden, owner, leave);
        continue;
      }
      if (data !== '') crossed = [];
      yield* append(node, data);
    } else if (isElement(node)) {
      into = enter(node);
    }
    node = (into ? firstChildOf(node) : null) ?? after(node, owner, leave);
  }
  close();
  return reading;

  /** Returns whether to go on inside. */
  function enter(element: Element): boolean {
    const edge = edgeOf(element);
    if (edge === 'silent' || edge === 'wbr') return false;
    if (edge === 'br' || edge === 'closed') {
      close();
      return false;
    }
    const root = rootOf(element);
    if (root === 'later') reading.hosts.push(element);
    else if (root !== null) {
      close();
      reading.roots.push(root);
    }
    if (edge === 'soft') {
      if (run.open) crossed.push([element, true]);
      const target = nameOf(element) === 'a' ? targetOf(attributeOf(element, 'href') ?? '') : null;
      if (target !== null) link = { element, begun: { run, start: run.length, target } };
      return true;
    }
    close();
    if (!whole) reading.blocks.push(element);
    return whole;
  }

  function leave(element: Element): void {
    const edge = edgeOf(element);
    if (link?.element === element) {
      const { begun } = link;
      if (begun.run === run && run.length > begun.start) reading.links.push({ ...begun, end: run.length });
      link = null;
    }
    if (edge === 'hard') close();
    else if (run.open) crossed.push([element, false]);
  }

  /** Between two characters that touch: does CSS set them apart? Returns an element to skip since nobody sees it. */
  function cross(): Element | null {
    for (const [element, entering] of crossed) {
      if (entering && isHidden(element)) {
        crossed = crossed.slice(
          0,
          crossed.findIndex(([other]) => other === element),
        );
        return element;
      }
      if (isApart(element, entering)) {
        close();
        return null;
      }
    }
    return null;
  }

  function* append(text: Text, data: string): Generator<void> {
    let from = 0;
    while (run.length + data.length - from > longRun) {
      const room = Math.max(longRun - run.length, 1);
      const cut = spaceBefore(data, from, from + room);
      run.add(text, data, from, cut);
      close();
      from = cut;
      yield;
    }
    run.add(text, data, from);
  }
}

/** Where to cut: after the last white space before `to`, or at `to` where half a run has none. */
function spaceBefore(data: string, from: number, to: number): number {
  const least = Math.max(from, to - longRun / 2);
  for (let at = to - 1; at > least; at -= 1) if (/\s/.test(data.charAt(at))) return at + 1;
  return to;
}

/** The next node in document order that is not inside `node`; tells each element that it leaves. */
function after(node: Node, owner: Node, leave: (element: Element) => void): Node | null {
  let at: Node | null = node;
  while (at !== null && at !== owner) {
    const next: Node | null = nextSiblingOf(at);
    if (next !== null) return next;
    at = parentOf(at);
    if (at !== null && at !== owner && isElement(at)) leave(at);
  }
  return null;
}
