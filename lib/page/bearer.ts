import { firstChildOf, isElement, lengthOf, nextSiblingOf, textNode, typeOf } from './dom';
import type { Place } from './run-text';

/**
 * What carries text: a text node, or an element that holds nothing but text, whose nodes are not asked for before they
 * are needed. For a node a browser makes an object in each world that sees it, and those are half the cost of reading.
 */
export type Bearer = Text | Element;

/** CDATA sections of XHTML are text too. */
const cdataNode = 4;

/** The text node at a place; null where the page changed under it. `end`: behind a character, not before it. */
export function textAt({ node, offset }: Place<Bearer>, end: boolean): Place<Text> | null {
  if (!isElement(node)) return { node, offset };
  let left = offset;
  for (let at = firstChildOf(node); at !== null; at = nextSiblingOf(at)) {
    const type = typeOf(at);
    if (type !== textNode && type !== cdataNode) continue;
    const length = lengthOf(at);
    if (left < length || (end && left === length)) return { node: at as Text, offset: left };
    left -= length;
  }
  return null;
}
