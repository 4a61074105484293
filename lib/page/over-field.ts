/** A range around a whole element, for what hangs on a range: text in a form field has none of its own. */
export function rangeOver(element: Element): Range {
  const range = new Range();
  range.selectNode(element);
  return range;
}
