import { isApart, isHidden } from './gap';

const none: readonly never[] = [];

/** The inline elements that a run entered and left since its last character. */
export class Crossing {
  #edges: [element: Element, entering: boolean][] = [];

  enter(element: Element): void {
    this.#edges.push([element, true]);
  }

  leave(element: Element): void {
    this.#edges.push([element, false]);
  }

  clear(): void {
    if (this.#edges.length > 0) this.#edges = [];
  }

  /**
   * Before the next characters: does CSS set the two apart? An element is one around them that nobody sees: it is to be
   * passed over.
   * @param isTouching They touch the last ones; else nobody needs to know.
   */
  take(isTouching: boolean): 'joined' | 'apart' | Element {
    const edges = isTouching ? this.#edges : none;
    for (let at = 0; at < edges.length; at += 1) {
      const [element, entering] = edges[at] ?? [];
      if (element === undefined || entering === undefined) break;
      if (entering && isHidden(element)) {
        const left = edges.findIndex(([other], later) => later > at && other === element);
        if (left === -1) {
          this.#edges = edges.slice(0, at);
          return element;
        }
        at = left;
      } else if (isApart(element, entering)) return 'apart';
    }
    this.clear();
    return 'joined';
  }
}
