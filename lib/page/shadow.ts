import { attributeOf, firstChildOf, nameOf } from './dom';

/** A shadow root, open or closed. */
export type OpenRoot = ShadowRoot;

/** Elements of HTML itself that may hold a shadow root (DOM standard, "valid shadow host name"). */
const hosts = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

interface Dom {
  openOrClosedShadowRoot(element: Element): ShadowRoot | null;
}

type WithRoot = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

let chromium: Dom | undefined;

/** Chromium hands closed roots to extensions through `chrome.dom`; Firefox through a property. */
const find = (element: Element): ShadowRoot | null => {
  chromium ??= (globalThis as { chrome?: { dom?: Dom } }).chrome?.dom;
  if (chromium !== undefined && element instanceof HTMLElement) {
    return chromium.openOrClosedShadowRoot(element);
  }
  return (element as WithRoot).openOrClosedShadowRoot ?? element.shadowRoot;
};

/**
 * To ask for a closed root takes 4.5 µs, more than all else about a cell of a log. So of elements of one kind (name and
 * class) that hold text and nothing else, once so many had no root, one in `sample` is asked; all again where one has.
 */
const enough = 64;
const sample = 16;
const mostKinds = 1_000;
const rootless = new Map<string, number>();

function findAmongAlike(element: Element, name: string): ShadowRoot | null {
  const kind = `${name} ${attributeOf(element, 'class') ?? ''}`;
  const before = rootless.get(kind) ?? 0;
  const isAsked = before < enough || before % sample === 0;
  const root = isAsked ? find(element) : null;
  if (rootless.size > mostKinds) rootless.clear();
  rootless.set(kind, root === null ? before + 1 : -Infinity);
  return root;
}

/**
 * The shadow root of an element; `later` where there is none yet but one may come: custom elements, empty hosts.
 * @param text It holds text and no element.
 */
export function rootOf(element: Element, name = nameOf(element), text = false): OpenRoot | 'later' | null {
  const custom = name.includes('-');
  if (!custom && !hosts.has(name)) return null;
  if (text && !custom) return findAmongAlike(element, name);
  return find(element) ?? (custom || firstChildOf(element) === null ? 'later' : null);
}
