/**
 * Reads the page's DOM through the getters of the prototypes. A form or a document lets its children shadow its own
 * properties (`<input name="parentNode">`), in the isolated world too; the prototypes it cannot touch.
 * The build evaluates this file where there is no DOM: there nothing is found, and nothing is read.
 */
function getter(of: { readonly prototype: object } | undefined, name: string): () => unknown {
  const get = of && Object.getOwnPropertyDescriptor(of.prototype, name)?.get;
  return (
    get ??
    ((): never => {
      throw new Error(`This browser has no ${name}.`);
    })
  );
}

const { Node: NodeType, CharacterData: DataType, Element: ElementType, Document: DocumentType } = globalThis;
const parent = getter(NodeType, 'parentNode');
const firstChild = getter(NodeType, 'firstChild');
const nextSibling = getter(NodeType, 'nextSibling');
const content = getter(NodeType, 'textContent');
const nodeType = getter(NodeType, 'nodeType');
const connected = getter(NodeType, 'isConnected');
const data = getter(DataType, 'data');
const length = getter(DataType, 'length');
const localName = getter(ElementType, 'localName');
const firstElement = getter(ElementType, 'firstElementChild');
const children = getter(ElementType, 'children');
const clientHeight = getter(ElementType, 'clientHeight');
const previousElement = getter(ElementType, 'previousElementSibling');
const rootElement = getter(DocumentType, 'documentElement');
const designMode = getter(DocumentType, 'designMode');

/** `nodeType` of what is read (DOM standard, "interface Node"). */
export const elementNode = 1;
export const textNode = 3;

// One function for each getter, so that each call site keeps one target: these are called for every node of a page.
export const parentOf = (node: Node): Node | null => parent.call(node) as Node | null;
export const firstChildOf = (node: Node): Node | null => firstChild.call(node) as Node | null;
export const nextSiblingOf = (node: Node): Node | null => nextSibling.call(node) as Node | null;
export const isConnected = (node: Node): boolean => connected.call(node) as boolean;
export const textOf = (text: Node): string => data.call(text) as string;
export const lengthOf = (text: Node): number => length.call(text) as number;
/** All text inside an element, comments left out. */
export const contentOf = (element: Element): string => content.call(element) as string;
export const hasElements = (element: Element): boolean => firstElement.call(element) !== null;
export const typeOf = (node: Node): number => nodeType.call(node) as number;
/** Lower case for HTML elements. */
export const nameOf = (element: Element): string => localName.call(element) as string;
export const rootElementOf = (of: Document): Element | null => rootElement.call(of) as Element | null;

export const childrenOf = (of: Element): HTMLCollection => children.call(of) as HTMLCollection;
export const elementBefore = (element: Element): Element | null =>
  previousElement.call(element) as Element | null;

/** Pixels inside the borders; 0 where it is no box of its own. */
export const innerHeightOf = (element: Element): number => clientHeight.call(element) as number;

/** The first of the elements inside that match, in document order. */
export const queryMany = (tree: Element, selector: string, most: number): Element[] => {
  const list = Element.prototype.querySelectorAll.call(tree, selector);
  return Array.from({ length: Math.min(list.length, most) }, (_, at) => list.item(at));
};

/** Is the whole document an editor? */
export const isInDesignMode = (): boolean => designMode.call(document) === 'on';

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const hasAttribute = (element: Element, name: string): boolean =>
  Element.prototype.hasAttribute.call(element, name);

export const hasAttributes = (element: Element): boolean => Element.prototype.hasAttributes.call(element);

export const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

export const contains = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);

/** Does `node` come after `before` in the document? */
export const isAfter = (node: Node, before: Node): boolean =>
  (Node.prototype.compareDocumentPosition.call(before, node) & NodeType.DOCUMENT_POSITION_FOLLOWING) !== 0;

export const isElement = (node: Node): node is Element => typeOf(node) === elementNode;

export const isText = (node: Node): node is Text => typeOf(node) === textNode;

export const isRoot = (node: Node): node is ShadowRoot => node instanceof ShadowRoot;

/** The parent, over the edge of a shadow root to its host. */
export function above(node: Node): Node | null {
  const parent = parentOf(node);
  return parent !== null && isRoot(parent) ? parent.host : parent;
}
