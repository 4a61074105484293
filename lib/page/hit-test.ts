import { isElement, isRoot, parentOf } from './dom';
import type { Hit } from './hit';
import { rootOf } from './shadow';
import type { TextIndex } from './text-index';

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

/** The indicator drawn under a point, where nothing covers it. */
export function hitAt(x: number, y: number, index: TextIndex): Hit | null {
  for (let at: Node | null = elementAt(x, y); at !== null; at = isRoot(at) ? at.host : parentOf(at)) {
    if (!isElement(at) && !isRoot(at)) return null;
    const hits = index.unitOf(at)?.hits ?? [];
    const hit = hits.find(({ range }) => isInside(range, x, y));
    if (hit !== undefined) return hit;
  }
  return null;
}

function isInside(range: Range, x: number, y: number): boolean {
  for (const box of range.getClientRects()) {
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return true;
  }
  return false;
}
