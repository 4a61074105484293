import { isElement, isRoot, parentOf } from './dom';
import type { Hit } from './hit';
import { rootOf } from './shadow';
import type { TextIndex } from './text-index';
import type { Owner } from './unit';

/** The innermost element at a point, through open and closed shadow roots. */
export function elementAt(x: number, y: number): Element | null {
  let element = Document.prototype.elementFromPoint.call(document, x, y);
  while (element !== null) {
    const root = rootOf(element);
    if (root === null || root === 'later') return element;
    const inner: Element | null = root.elementFromPoint(x, y);
    if (inner === null || inner === element || inner.getRootNode() !== root) return element;
    element = inner;
  }
  return null;
}

/** Above so many places in one text, the browser is asked for the character under the point first. */
const many = 24;

/** The indicator drawn under a point, where nothing covers it. */
export function hitAt(x: number, y: number, index: TextIndex): Hit | null {
  for (let at: Node | null = elementAt(x, y); at !== null; at = isRoot(at) ? at.host : parentOf(at)) {
    if (!isElement(at) && !isRoot(at)) return null;
    const hit = inOwner(at, x, y, index) ?? inOwner(isElement(at) ? rootOf(at) : null, x, y, index);
    if (hit !== null) return hit;
  }
  return null;
}

/** Text that stands in a shadow root by itself is hit at the host: then the root is its owner. */
function inOwner(owner: Owner | 'later' | null, x: number, y: number, index: TextIndex): Hit | null {
  if (owner === null || owner === 'later') return null;
  const hits = index.unitOf(owner)?.hits ?? [];
  const likely = hits.length > many ? around(hits, x, y, owner) : hits;
  return likely.find(({ range }) => isInside(range, x, y)) ?? null;
}

type CaretOptions = { readonly shadowRoots: readonly ShadowRoot[] };
type Caret = { readonly offsetNode: Node; readonly offset: number };
type CaretAt = (x: number, y: number, options?: CaretOptions) => Caret | null;

function around(hits: readonly Hit[], x: number, y: number, owner: Node): readonly Hit[] {
  const caretAt = (Document.prototype as { caretPositionFromPoint?: CaretAt }).caretPositionFromPoint;
  if (caretAt === undefined) return hits;
  const root = owner.getRootNode();
  const caret = caretAt.call(document, x, y, { shadowRoots: isRoot(root) ? [root] : [] });
  if (caret === null) return [];
  return hits.filter(({ range }) => range.isPointInRange(caret.offsetNode, caret.offset));
}

function isInside(range: Range, x: number, y: number): boolean {
  for (const box of range.getClientRects()) {
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return true;
  }
  return false;
}
