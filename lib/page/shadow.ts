import { attributeOf, firstChildOf, nameOf } from './dom';
import { Sampling } from './sampling';

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

/** Elements of one name and class that are asked in any case; of those after them, one in so many. */
const enough = 64;
const sample = 64;

/** To ask for a closed root takes 4.5 µs, more than all else about a cell of a log. */
const alike = new Sampling(enough, sample);

function findAmongAlike(element: Element, name: string): ShadowRoot | null {
  const group = alike.of(`${name} ${attributeOf(element, 'class') ?? ''}`);
  const root = group.isAsked ? find(element) : null;
  group.add(root === null);
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
