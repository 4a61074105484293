/** Options that not every browser knows yet. */
export interface Zone extends IntersectionObserverInit {
  readonly scrollMargin: string;
  readonly delay: number;
}

/** Milliseconds between two looks at the same element: Chromium then leaves it out of the frames between. */
const delay = 100;

/**
 * Chromium lays the margin of scrolling boxes around the window too, on top of the window's own: with both, four screens
 * became 32 (Chromium 156). Firefox does as specified: the window has its own alone. Chromium alone knows a delay.
 * https://www.w3.org/TR/intersection-observer/#calculate-intersection-rect-algo
 */
const isOnWindow = (): boolean => 'delay' in IntersectionObserver.prototype;

/** What an observer looks at: the window, and each scrolling box in it, with so much around (percentage of each). */
export const zoneOf = (around: string): Zone => ({
  rootMargin: isOnWindow() ? '0px' : around,
  scrollMargin: around,
  delay,
});
