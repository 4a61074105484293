import { contains, isText, parentOf, textOf } from './dom';
import { elementAt } from './hit-test';
import type { InView } from './in-view';

/** The badge: its size, and its distance from the indicator, in pixels. */
export const badgeSize = 12;
export const badgeGap = 4;

/** Text nodes looked through for what stands after an indicator on its line. */
const nodes = 4;

/**
 * Is there room for a badge after an indicator? No text there, no other element, and the end of the indicator itself
 * in sight (not cut off by its cell).
 */
export function isFree({ hit, box }: InView): boolean {
  const left = box.right + badgeGap;
  const right = left + badgeSize;
  if (right > innerWidth) return false;
  const end = hit.range.endContainer;
  const own = parentOf(end);
  const middle = (box.top + box.bottom) / 2;
  const atEnd = elementAt(box.right - 1, middle);
  if (own === null || atEnd === null || !contains(own, atEnd)) return false;
  const there = elementAt(left + badgeSize / 2, middle);
  if (there === null || !contains(there, end)) return false;
  return !isTextWithin(hit.range, { left, right, top: box.top, bottom: box.bottom });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function isTextWithin(range: Range, box: Box): boolean {
  const end = range.endContainer;
  const walker = document.createTreeWalker(end.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = end;
  let from = range.endOffset;
  let node: Node | null = end;
  for (let step = 0; node !== null && isText(node) && step < nodes; step += 1) {
    const at = textOf(node)
      .slice(from, from + 64)
      .search(/\S/);
    if (at >= 0) return touches(node, from + at, box);
    node = walker.nextNode();
    from = 0;
  }
  return false;
}

function touches(node: Text, at: number, box: Box): boolean {
  const character = new Range();
  character.setStart(node, at);
  character.setEnd(node, at + 1);
  const next = character.getBoundingClientRect();
  const sameLine = next.top < box.bottom && next.bottom > box.top;
  return sameLine && next.left < box.right && next.right > box.left;
}
