/** Milliseconds after which the browser has given the popup all the room it will. */
const settled = 500;

/**
 * On a small screen the browser gives a popup less than its 400 × 600: the page then takes what it got, so that its
 * head and foot stay in sight. Viewport units would not do: the browser measures the page in a tiny window first,
 * and the popup would stay that small.
 */
export function fitWindow(): void {
  setTimeout(() => {
    const { body } = document;
    if (innerHeight < body.offsetHeight) body.style.blockSize = `${Math.max(innerHeight, 240)}px`;
    if (innerWidth < body.offsetWidth) body.style.inlineSize = `${Math.max(innerWidth, 280)}px`;
  }, settled);
}
