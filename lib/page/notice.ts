import { closePath } from '../ui/close-path';
import type { Overlay } from './overlay';

const svg = 'http://www.w3.org/2000/svg';

const make = <T extends Element>(
  element: T,
  attributes: Readonly<Record<string, string>>,
  ...inside: Node[]
): T => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
};

const element = <K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] =>
  Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[K];

const shape = (name: 'svg' | 'path'): SVGElement =>
  Document.prototype.createElementNS.call(document, svg, name) as SVGElement;

/**
 * A card that speaks of no indicator. Made without components: it also has to say that the extension is gone, when nothing
 * can be brought into the page any more.
 */
export function noticeOf(words: string, onClose: () => void): HTMLElement {
  const path = make(shape('path'), { d: closePath });
  const icon = make(
    shape('svg'),
    {
      class: 'icon',
      viewBox: '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '2',
      'stroke-linecap': 'round',
      'aria-hidden': 'true',
    },
    path,
  );
  const close = make(
    element('button'),
    { type: 'button', class: 'icon-button', 'aria-label': 'Close', title: 'Close' },
    icon,
  );
  close.addEventListener('click', onClose);
  const said = element('p');
  said.textContent = words;
  return make(element('section'), { class: 'sl-root notice', role: 'alert' }, said, close);
}

/** Says something in the corner of the window. */
export function showNotice({ root }: Overlay, words: string): void {
  if (root === null) return;
  const layer = make(element('div'), { class: 'layer', popover: 'manual' });
  layer.append(noticeOf(words, () => layer.remove()));
  root.append(layer);
  layer.style.insetBlockStart = '8px';
  layer.style.insetInlineEnd = '8px';
  layer.showPopover();
}
