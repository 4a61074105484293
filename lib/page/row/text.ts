import { edgeOf } from '../boundary';
import { above, contains, isElement, isText, parentOf, textOf } from '../dom';

/** Nodes visited and characters read for one text, however large the page made it. */
const mostNodes = 200;
const mostCharacters = 2_048;

/** A line of text and where the indicator stands in it. */
export interface Line {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

/** The block whose edges no line crosses. */
function blockOf(node: Node): Node | null {
  let at = above(node);
  while (at !== null && isElement(at) && edgeOf(at) !== 'hard') at = above(at);
  return at;
}

/** The line around a range: up to a line feed, a `<br>` or the edge of its block. */
export function lineAround(range: Range): Line {
  const { startContainer: start, endContainer: end } = range;
  if (!isText(start) || !isText(end))
    return { before: '', value: range.toString().slice(0, 4_096), after: '' };
  const from = textOf(start).slice(Math.max(0, range.startOffset - mostCharacters), range.startOffset);
  const to = textOf(end).slice(range.endOffset, range.endOffset + mostCharacters);
  const before = from.includes('\n') ? from.slice(from.lastIndexOf('\n') + 1) : more(start, from, true);
  const after = to.includes('\n') ? to.slice(0, to.indexOf('\n')) : more(end, to, false);
  return { before, value: range.toString().slice(0, 4_096), after };
}

function more(node: Text, begun: string, back: boolean): string {
  let line = begun;
  const block = blockOf(node);
  const walker = document.createTreeWalker(
    node.getRootNode(),
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  walker.currentNode = node;
  for (let seen = 0; seen < mostNodes && line.length < mostCharacters; seen += 1) {
    const next = back ? walker.previousNode() : walker.nextNode();
    if (next === null) break;
    if (isElement(next)) {
      const edge = edgeOf(next);
      if (edge === 'br' || edge === 'closed' || (edge === 'hard' && !contains(next, node))) break;
      continue;
    }
    if (!isText(next) || isUnread(next)) continue;
    if (blockOf(next) !== block) break;
    const text = back ? textOf(next).slice(-mostCharacters) : textOf(next).slice(0, mostCharacters);
    const feed = back ? text.lastIndexOf('\n') : text.indexOf('\n');
    line = back ? text.slice(feed + 1) + line : line + (feed === -1 ? text : text.slice(0, feed));
    if (feed !== -1) break;
  }
  return line;
}

/** Scripts, styles, what nobody sees, what somebody is still writing. */
export function isUnread(text: Node): boolean {
  const parent = parentOf(text);
  return parent !== null && isElement(parent) && isLeftOut(parent);
}

/**
 * The text of an element as far as a person sees it, its blocks apart by a line feed. Editors and fields are left out.
 * @param most characters to read
 */
export function seenText(element: Element, most: number): string {
  let text = '';
  let block: Node | null = null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    isElement(node) && isLeftOut(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let seen = 0; seen < mostNodes && text.length < most; seen += 1) {
    const next = walker.nextNode();
    if (next === null) break;
    if (isElement(next)) {
      if (edgeOf(next) === 'br') text += '\n';
      continue;
    }
    if (!isText(next)) continue;
    const at = blockOf(next);
    if (block !== null && at !== block) text += '\n';
    block = at;
    text += textOf(next).slice(0, most);
  }
  return text.slice(0, most);
}

function isLeftOut(element: Element): boolean {
  const edge = edgeOf(element);
  return edge === 'silent' || edge === 'closed' || !Element.prototype.checkVisibility.call(element);
}
