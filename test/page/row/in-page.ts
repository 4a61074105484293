import type { RowHints } from '../../../lib/core/row-hints';
import type { Row } from '../../../lib/core/seen';
import { find } from '../../../lib/ioc';
import { rowAt } from '../../../lib/page/row/row-at';

/** What the test of rows runs inside a page. */
declare global {
  interface Window {
    /** The row of the `nth` place where the page's text nodes, joined, hold `text`. */
    rowOfText(text: string, hints: RowHints, nth?: number): Row;
  }
}

/** Text nodes of the document and of open shadow roots, in document order. */
function textsIn(tree: Node): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) texts.push(node);
    else if (node instanceof Element && node.shadowRoot) texts.push(...textsIn(node.shadowRoot));
  }
  return texts;
}

window.rowOfText = (text, hints, nth = 0) => {
  const texts = textsIn(document.body);
  const all = texts.map(({ data }) => data).join('');
  let at = -1;
  for (let left = nth; left >= 0; left -= 1) at = all.indexOf(text, at + 1);
  if (at === -1) throw new Error(`The page does not hold "${text}" ${nth + 1} times.`);
  const range = document.createRange();
  const place = (offset: number, isEnd: boolean): [Text, number] => {
    let left = offset;
    for (const node of texts) {
      if (left < node.length || (isEnd && left === node.length)) return [node, left];
      left -= node.length;
    }
    throw new Error('Beyond the end.');
  };
  range.setStart(...place(at, false));
  range.setEnd(...place(at + text.length, true));
  return rowAt(range, hints, find);
};
