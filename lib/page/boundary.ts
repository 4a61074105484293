import { attributeOf, hasAttribute, hasAttributes, nameOf } from './dom';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Never shown as text: nothing to read, and no break for the text around. */
const silent = set('script style noscript template head link meta title base source track param datalist');

/**
 * The one element that Sightline adds to a page is an `aside` with this attribute. No custom element: the page could
 * define its name, and element internals would hand it the closed shadow root.
 */
export const overlayName = 'aside';
export const overlayMark = 'data-sightline';

/** Shown, but not as text that a person reads here: form fields, media, other documents. */
const closed = set(
  'input textarea select iframe frame object embed canvas video audio img picture progress meter math',
);

/**
 * An indicator never goes on over the edge of these, whatever their computed display: EUI's description list sets
 * `dt, dd { display: inline }` with no space between.
 */
const hard = set(
  'html body td th tr li dt dd p button label option div section article header footer main nav aside h1 h2 h3 h4 ' +
    'h5 h6 ul ol dl menu table thead tbody tfoot caption form fieldset legend figure figcaption blockquote pre ' +
    'address details summary hr dialog search hgroup center dir listing xmp svg text tspan foreignobject optgroup ' +
    'textpath',
);

const hardRoles = set(
  'gridcell cell row columnheader rowheader listitem option menuitem treeitem tab button term definition article',
);

/** Editors: their text is somebody's unsaved work or a query, and is not touched. */
const editorRoles = set('textbox searchbox');
const editorClass =
  /(?:^|\s)(?:ProseMirror|ck-editor__editable|monaco-editor|ace_editor|cm-editor|CodeMirror|ql-editor)(?:\s|$)/;

export type Edge = 'silent' | 'closed' | 'hard' | 'soft' | 'br' | 'wbr';

/** By name alone. */
const edges = new Map<string, Edge>([
  ...[...hard].map((name) => [name, 'hard'] as const),
  ...[...closed].map((name) => [name, 'closed'] as const),
  ...[...silent].map((name) => [name, 'silent'] as const),
  ['br', 'br'],
  ['wbr', 'wbr'],
]);

/**
 * What an element means to the text around it.
 * @param bare It has no attributes.
 */
export function edgeOf(element: Element, name = nameOf(element), bare = !hasAttributes(element)): Edge {
  const edge = edges.get(name) ?? 'soft';
  if (edge !== 'hard' && edge !== 'soft') return edge;
  if (bare) return edge;
  if (name === overlayName && hasAttribute(element, overlayMark)) return 'closed';
  const role = attributeOf(element, 'role');
  if (isEditor(element, role)) return 'closed';
  return role !== null && hardRoles.has(role) ? 'hard' : edge;
}

function isEditor(element: Element, role: string | null): boolean {
  const editable = attributeOf(element, 'contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  if (role !== null && editorRoles.has(role)) return true;
  const classes = attributeOf(element, 'class');
  return classes !== null && editorClass.test(classes);
}

/** A row of a table or grid: read as a whole, so that its cells come and go together. */
export const isRow = (element: Element): boolean =>
  nameOf(element) === 'tr' || attributeOf(element, 'role') === 'row';
