import { page } from '../consoles/console';

/** A page that means harm. It shows `address` in an element `#ioc`, and sets `window.harm` where it wins. */
export interface Hostile {
  readonly name: string;
  readonly html: string;
  /** Sent with the page. */
  readonly csp?: string;
  /** No pointer event reaches us: the card opens by key alone. */
  readonly deaf?: true;
  /** The page may keep the card away, and does; it must gain nothing else by it. */
  readonly cardless?: true;
  /** It may never say that it has loaded. */
  readonly unloaded?: true;
  /** Run once the card is asked for: no tool reads a tree ten thousand deep, or moves a pointer through a flood. */
  readonly calm?: string;
  /** Firefox alone, or its tool, cannot carry this page: why. */
  readonly notInFirefox?: string;
}

/** Stands for the address that each page gets for itself. */
export const address = '198.51.100.77';

export const ioc = `<p id="ioc">seen ${address}</p>`;

export const hostile = (name: string, script: string, body = ioc, style = ''): Hostile => ({
  name,
  html: page(body, style, script),
});
