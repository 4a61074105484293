import { above } from './dom';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels between an indicator and its card, and between the card and the edge of the window. */
const gap = 6;
const margin = 8;

/** Room for the head of a card: mark, IOC, level. In less it says nothing: then it may lie over its indicator. */
const least = 64;

/** Where a card stands, and how high it may be there; what is higher scrolls inside. */
export interface Spot {
  readonly left: number;
  readonly top: number;
  readonly most: number;
}

/**
 * In line with where the indicator begins, under it, over it where there is more room, never off screen.
 * @param card Its whole height, before any bound.
 */
export function place(anchor: Box, card: Size, view: Size, rightToLeft = false): Spot {
  const below = view.height - margin - anchor.bottom - gap;
  const above = anchor.top - gap - margin;
  const under = card.height <= below || below >= above;
  const room = Math.floor(under ? below : above);
  const most = room >= least ? room : view.height - 2 * margin;
  const height = Math.min(card.height, most);
  const top = under ? anchor.bottom + gap : anchor.top - gap - height;
  return {
    most,
    left: clamp(
      rightToLeft ? anchor.right + margin - card.width : anchor.left - margin,
      margin,
      view.width - margin - card.width,
    ),
    top: clamp(top, margin, view.height - margin - height),
  };
}

/** The lower bound wins: a card larger than the window begins inside it. */
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** Is anything of it inside the window? */
export const isInView = (box: Box, view: Size): boolean =>
  box.bottom > 0 && box.top < view.height && box.right > 0 && box.left < view.width;

/** Does the text of this range run from right to left? */
export function isRightToLeft(range: Range): boolean {
  const parent = above(range.startContainer);
  return parent instanceof Element && getComputedStyle(parent).direction === 'rtl';
}
