import { isRoot, parentOf } from './dom';
import type { Unit } from './unit';

/** From the document down to the node, over the edges of shadow roots. */
function chain(node: Node): Node[] {
  const hosts: Node[] = [node];
  let at = node;
  for (let root = at.getRootNode(); isRoot(root); root = at.getRootNode()) {
    at = root.host;
    hosts.unshift(at);
  }
  return hosts;
}

/** Does `b` follow `a` in the order of reading? */
function follows(a: Node, b: Node): boolean {
  const left = chain(a);
  const right = chain(b);
  for (let step = 0; step < Math.min(left.length, right.length); step += 1) {
    const one = left[step];
    const other = right[step];
    if (one === undefined || other === undefined || one === other) continue;
    return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }
  return right.length > left.length;
}

/** The next unit that may be gone to, in reading order from `from`; round the end to the first. */
export function neighbour(units: Iterable<Unit>, from: Node | null, back: boolean): Unit | null {
  let best: Unit | null = null;
  let first: Unit | null = null;
  const before = (a: Node, b: Node): boolean => (back ? follows(b, a) : follows(a, b));
  for (const unit of units) {
    const at = unit.element;
    if (parentOf(at) === null) continue;
    if (first === null || before(at, first.element)) first = unit;
    if (from === null || at === from || !before(from, at)) continue;
    if (best === null || before(at, best.element)) best = unit;
  }
  return best ?? first;
}
