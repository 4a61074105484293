import { firstChildOf, nameOf } from './dom';

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

/** The shadow root of an element; `later` where there is none yet but one may come: custom elements, empty hosts. */
export function rootOf(element: Element, name = nameOf(element)): OpenRoot | 'later' | null {
  const custom = name.includes('-');
  if (!custom && !hosts.has(name)) return null;
  return find(element) ?? (custom || firstChildOf(element) === null ? 'later' : null);
}
