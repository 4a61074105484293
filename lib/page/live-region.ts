import type { Overlay } from './overlay';

/** Speaks to screen readers from inside the overlay. */
export class LiveRegion {
  readonly #overlay: Overlay;
  #region: HTMLElement | null = null;

  constructor(overlay: Overlay) {
    this.#overlay = overlay;
  }

  say(words: string): void {
    const root = this.#overlay.root;
    if (root === null) return;
    this.#region ??= makeRegion();
    if (this.#region.parentNode !== root) root.append(this.#region);
    this.#region.textContent = words;
  }
}

function makeRegion(): HTMLElement {
  const region = document.createElement('div');
  region.className = 'spoken';
  region.setAttribute('role', 'status');
  return region;
}
