import { cardCss } from '../ui/card-style';
import { overlayMark, overlayName } from './boundary';
import { isConnected, rootElementOf } from './dom';
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

  /** The closed root, put back where the page took the host away. */
  get root(): ShadowRoot | null {
    const page = rootElementOf(document);
    if (page === null) return null;
    this.#root ??= this.#make();
    if (this.#host !== null && !isConnected(this.#host)) Node.prototype.appendChild.call(page, this.#host);
    return this.#root;
  }

  /** The page took the host away. */
  get isLost(): boolean {
    return this.#host !== null && !isConnected(this.#host);
  }

  /** The element inside that has the focus, or null. */
  get focused(): Element | null {
    return this.#root?.activeElement ?? null;
  }

  isHost(target: EventTarget | null): boolean {
    return target !== null && target === this.#host;
  }

  stop(): void {
    this.#host?.remove();
    this.#host = null;
    this.#root = null;
  }

  #make(): ShadowRoot {
    const host = Document.prototype.createElement.call(document, overlayName) as HTMLElement;
    host.setAttribute(overlayMark, '');
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(cardCss + overlayCss);
    root.adoptedStyleSheets = [sheet];
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
