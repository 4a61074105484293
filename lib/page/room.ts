import { above, innerHeightOf, isElement } from './dom';

/** Says, for one moment, how high the smallest box is that cuts an element off: pixels, the window's height at most. */
export function rooms(): (element: Element) => number {
  const known = new Map<Node, number>();
  const roomIn = (node: Node | null): number => {
    if (node === null || !isElement(node)) return Math.max(innerHeight, 1);
    let room = known.get(node);
    if (room === undefined) {
      room = roomIn(above(node));
      const height = innerHeightOf(node);
      // What is no box of its own, such as a table's body, cuts nothing.
      if (height > 0 && height < room && getComputedStyle(node).overflowY !== 'visible') room = height;
      known.set(node, room);
    }
    return room;
  };
  return (element) => roomIn(above(element));
}
