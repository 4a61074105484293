/**
 * Reads the page's DOM through the getters of the prototypes. A form or a document lets its children shadow its own
 * properties (`<input name="parentNode">`), in the isolated world too; the prototypes it cannot touch.
 */
const reader = <T>(prototype: () => object, name: string): ((self: object) => T) => {
  let get: (() => unknown) | undefined;
  return (self) => {
    // Found at the first use: the build evaluates this file where there is no DOM.
    get ??= Object.getOwnPropertyDescriptor(prototype(), name)?.get;
    if (get === undefined) throw new Error(`This browser has no ${name}.`);
    return get.call(self) as T;
  };
};

export const parentOf = reader<Node | null>(() => Node.prototype, 'parentNode');
export const firstChildOf = reader<Node | null>(() => Node.prototype, 'firstChild');
export const nextSiblingOf = reader<Node | null>(() => Node.prototype, 'nextSibling');
const nodeTypeOf = reader<number>(() => Node.prototype, 'nodeType');
export const isConnected = reader<boolean>(() => Node.prototype, 'isConnected');
export const textOf = reader<string>(() => CharacterData.prototype, 'data');
/** Lower case for HTML elements. */
export const nameOf = reader<string>(() => Element.prototype, 'localName');
export const rootElementOf = reader<Element | null>(() => Document.prototype, 'documentElement');

/** `on` where the whole document is an editor. */
export const designModeOf = reader<string>(() => Document.prototype, 'designMode');

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const hasAttribute = (element: Element, name: string): boolean =>
  Element.prototype.hasAttribute.call(element, name);

export const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

export const contains = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);

export const isElement = (node: Node): node is Element => nodeTypeOf(node) === Node.ELEMENT_NODE;

export const isText = (node: Node): node is Text => nodeTypeOf(node) === Node.TEXT_NODE;

export const isRoot = (node: Node): node is ShadowRoot => node instanceof ShadowRoot;

/** The parent, over the edge of a shadow root to its host. */
export function above(node: Node): Node | null {
  const parent = parentOf(node);
  return parent !== null && isRoot(parent) ? parent.host : parent;
}
