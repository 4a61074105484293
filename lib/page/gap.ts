import type { Bearer } from './bearer';
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

/** Every option by name and nothing to inherit from: the browser asks for each, and this takes two thirds of the time. */
const visible: CheckVisibilityOptions = Object.assign(Object.create(null), {
  checkOpacity: undefined,
  checkVisibilityCSS: undefined,
  contentVisibilityAuto: undefined,
  opacityProperty: undefined,
  visibilityProperty: true,
});

/**
 * Can a person see the text of an element now? Scrolled out of sight still counts as seen. An element or a parent that
 * is asked about twice in a row costs once: the indicators of one text, the cells of one row.
 */
export class Sight {
  #bearer: Bearer | null = null;
  #element: Element | null = null;
  #seen = false;
  #parent: Node | null = null;
  /** Is anything in the parent taken out of sight, from the parent up? */
  #clear = false;

  /** @param bearer Stands for its text. */
  isSeen(bearer: Bearer): boolean {
    if (bearer === this.#bearer) return this.#seen;
    this.#bearer = bearer;
    const element = isElement(bearer) ? bearer : elementAbove(bearer);
    if (element === this.#element) return this.#seen;
    this.#element = element;
    this.#seen =
      element !== null && Element.prototype.checkVisibility.call(element, visible) && this.#isClear(element);
    return this.#seen;
  }

  #isClear(element: Element): boolean {
    if (isForReaders(element)) return false;
    const parent = parentOf(element);
    if (parent !== this.#parent) {
      this.#parent = parent;
      let at = parent;
      let step = 1;
      while (at !== null && isElement(at) && step < depth && !isForReaders(at)) {
        at = parentOf(at);
        step += 1;
      }
      this.#clear = at === null || !isElement(at) || step === depth;
    }
    return this.#clear;
  }
}

/** What holds a text: its parent, or the host of the shadow root it stands in by itself. */
function elementAbove(text: Text): Element | null {
  const parent = parentOf(text);
  return parent === null || isElement(parent) ? parent : (parent as ShadowRoot).host;
}

const isForReaders = (element: Element): boolean =>
  hasAttribute(element, 'class') && forScreenReaders(element, styleOf(element));
