import { edgeOf, isRow } from './boundary';
import { above, isElement, isRoot, parentOf } from './dom';
import type { Owner } from './unit';

/** How far up from a block its row is looked for. */
const depth = 16;

/** The element whose reading covers this one: its row, else its block, else its shadow root. */
export function ownerOf(node: Owner): Owner | null {
  let block: Owner | null = null;
  let step = 0;
  for (let at: Node | null = node; at !== null; at = parentOf(at)) {
    if (isRoot(at)) return block ?? at;
    if (!isElement(at)) break;
    if (edgeOf(at) === 'hard') {
      if (isRow(at)) return at;
      block ??= at;
    }
    if (block !== null) step += 1;
    if (step > depth) break;
  }
  return block;
}

/** Where an element stands: in an editor or another place that is not read, under an element that is read anyway. */
export type Standing = 'shut' | 'covered' | 'open';

/** Looks up the ancestors once for each, however many elements of one batch share them and however deep they are. */
export class Standings {
  readonly #known = new Map<Node, Standing>();
  readonly #covering: ReadonlySet<Node>;

  constructor(covering: ReadonlySet<Node> = new Set()) {
    this.#covering = covering;
  }

  /** `covered` speaks of ancestors alone, `shut` of the node too. */
  of(node: Node): Standing {
    if (isElement(node) && isShut(node)) return 'shut';
    const up = above(node);
    return up === null ? 'open' : this.#at(up);
  }

  #at(start: Node): Standing {
    const path: Node[] = [];
    let standing: Standing = 'open';
    for (let at: Node | null = start; at !== null; at = above(at)) {
      const known = this.#known.get(at);
      if (known !== undefined) {
        standing = known;
        break;
      }
      path.push(at);
      if (isElement(at) && isShut(at)) {
        standing = 'shut';
        break;
      }
    }
    for (const node of path.toReversed()) {
      if (standing === 'open' && this.#covering.has(node)) standing = 'covered';
      this.#known.set(node, standing);
    }
    return standing;
  }
}

function isShut(element: Element): boolean {
  const edge = edgeOf(element);
  return edge === 'closed' || edge === 'silent';
}
