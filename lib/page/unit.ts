import type { Hit } from './hit';
import type { Entry } from './indicators';
import type { Shelf } from './shelf';

/** What is read at once: an element, or a shadow root where its own text is concerned. */
export type Owner = Element | ShadowRoot;

/** A piece of the page that is read at once and holds indicators: a block of text, or a row of a table. */
export interface Unit {
  readonly owner: Owner;
  /** Stands for the owner where geometry is asked: the host of a shadow root. */
  readonly element: Element;
  entries: readonly Entry[];
  shelf: Shelf | null;
  /** Where its indicators are drawn; empty while it is far from the viewport. */
  hits: readonly Hit[];
}

/** Near the viewport: its indicators are drawn. */
export const isNear = (unit: Unit): boolean => unit.shelf?.near === true;
