import { cardCss } from '../ui/card-style';
import { overlayMark, overlayName } from './boundary';
import { parentOf, rootElementOf } from './dom';
import { overlayCss } from './overlay-style';

/** What the page must not hear of what happens inside the card; it would take our keys for its own. */
const kept = (
  'keydown keyup keypress beforeinput input copy cut paste contextmenu click dblclick auxclick mousedown mouseup ' +
  'pointerdown pointerup wheel mouseover mouseout touchstart touchend focusin focusout'
).split(' ');

/** The one element we add to a page: outside `body`, made when first needed, holding a closed shadow root. */
export class Overlay {
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  #scale: CSSStyleSheet | null = null;
  #zoom = 1;
  readonly #watch = new MutationObserver(() => this.onTouched());
  /** Told when the page took the host away, or put an attribute on it. */
  onTouched: () => void = () => undefined;

  /** The closed root. The host is put back where the page took it away, without what the page made of it. */
  get root(): ShadowRoot | null {
    const page = rootElementOf(document);
    if (page === null) return null;
    this.#root ??= this.#make();
    const host = this.#host;
    if (host === null) return this.#root;
    if (parentOf(host) !== page) this.#put(host, page);
    // `inert` alone would let every press through the card.
    for (const name of foreign(host)) host.removeAttribute(name);
    this.#unzoom(host);
    return this.#root;
  }

  /** The page took the host away, put it elsewhere, or put something on it. */
  get isTouched(): boolean {
    const host = this.#host;
    return host !== null && (parentOf(host) !== rootElementOf(document) || foreign(host).length > 0);
  }

  /** The element inside that has the focus, or null. */
  get focused(): Element | null {
    return this.#root?.activeElement ?? null;
  }

  isHost(target: EventTarget | null): boolean {
    return target !== null && target === this.#host;
  }

  stop(): void {
    this.#watch.disconnect();
    this.#host?.remove();
    this.#host = null;
    this.#root = null;
    this.#zoom = 1;
  }

  /** Whoever takes it away is noticed by its parent, or by the document whose root was replaced. */
  #put(host: Element, page: Element): void {
    Node.prototype.appendChild.call(page, host);
    this.#watch.disconnect();
    this.#watch.observe(host, { attributes: true });
    this.#watch.observe(page, { childList: true });
    this.#watch.observe(document, { childList: true });
  }

  /** A page may zoom its whole document; what we draw is placed in pixels of the window. */
  #unzoom(host: Element): void {
    const zoom = (host as { readonly currentCSSZoom?: number }).currentCSSZoom ?? 1;
    if (zoom === this.#zoom || zoom === 0) return;
    this.#zoom = zoom;
    this.#scale?.replaceSync(`.layer, .badges { zoom: ${1 / zoom}; }`);
  }

  #make(): ShadowRoot {
    const host = Document.prototype.createElement.call(document, overlayName) as HTMLElement;
    host.setAttribute(overlayMark, '');
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(unnamed(cardCss + overlayCss));
    this.#scale = new CSSStyleSheet();
    root.adoptedStyleSheets = [sheet, this.#scale];
    for (const name of kept) {
      root.addEventListener(name, (event) => {
        event.stopPropagation();
      });
      root.addEventListener(name, refuse, { capture: true });
    }
    this.#host = host;
    return root;
  }
}

/** Attributes of the host that the page put there. */
const foreign = (host: Element): string[] => host.getAttributeNames().filter((name) => name !== overlayMark);

/** A page may register our custom properties as lengths (`@property` reaches into every tree): it cannot guess these. */
function unnamed(css: string): string {
  const own = `--${crypto.getRandomValues(new Uint32Array(2)).join('')}-`;
  return css.replaceAll('--sl-', own);
}

/** Only what a person does counts. */
function refuse(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** Takes away what an older copy of this script left: the extension was reloaded under the page. */
export function removeStale(): void {
  const page = rootElementOf(document);
  for (const child of page === null ? [] : [...page.children]) {
    if (child.localName === overlayName && child.hasAttribute(overlayMark)) child.remove();
  }
}
