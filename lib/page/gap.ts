import { attributeOf, hasAttribute, isElement, parentOf } from './dom';

const px = (length: string): number => Number.parseFloat(length) || 0;

const styleOf = (element: Element, pseudo?: string): CSSStyleDeclaration => getComputedStyle(element, pseudo);

/** A quarter of the font's size is about the width of a space: what stands so far apart reads as two words. */
const spaceWidth = (style: CSSStyleDeclaration): number => px(style.fontSize) / 4;

/** Taken out of what a person sees: not displayed, invisible, or clipped away for screen readers alone. */
export function isHidden(element: Element): boolean {
  const style = styleOf(element);
  if (style.display === 'none' || style.visibility !== 'visible') return true;
  return forScreenReaders(element, style);
}

const readerClass = /screen-?reader|sr-only|visually-?hidden|visuallyhidden|assistive/i;

/** Text for screen readers alone: out of the flow and clipped to nothing (EUI, Bootstrap, Atlaskit all do it so). */
function forScreenReaders(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (readerClass.test(attributeOf(element, 'class') ?? '')) return true;
  if (style.clip !== 'auto' && /rect\((?:0|1)(?:px)?[, ]/.test(style.clip)) return true;
  if (/inset\((?:50|100)%/.test(style.clipPath)) return true;
  return style.overflow !== 'visible' && (px(style.width) <= 1 || px(style.height) <= 1);
}

/** Does CSS alone set this inline element apart from the text before it (`entering`) or after it? */
export function isApart(element: Element, entering: boolean): boolean {
  const style = styleOf(element);
  if (style.display !== 'contents' && !style.display.startsWith('inline')) return true;
  if (style.position === 'absolute' || style.position === 'fixed' || style.float !== 'none') return true;
  const gap = entering
    ? px(style.marginInlineStart) + px(style.paddingInlineStart) + px(style.borderInlineStartWidth)
    : px(style.marginInlineEnd) + px(style.paddingInlineEnd) + px(style.borderInlineEndWidth);
  if (gap >= spaceWidth(style)) return true;
  const content = styleOf(element, entering ? '::before' : '::after').content;
  return content !== 'none' && content !== 'normal' && content !== '""';
}

/** How far up text for screen readers is looked for: it is wrapped closely, and every step costs a style. */
const depth = 4;

/** Can a person see the text of this element now? Scrolled out of sight still counts as seen. */
export function isSeen(element: Element): boolean {
  if (!Element.prototype.checkVisibility.call(element, { visibilityProperty: true })) return false;
  let at: Node | null = element;
  for (let step = 0; at !== null && isElement(at) && step < depth; step += 1, at = parentOf(at)) {
    if (hasAttribute(at, 'class') && forScreenReaders(at, styleOf(at))) return false;
  }
  return true;
}
