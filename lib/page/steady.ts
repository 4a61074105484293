/** Milliseconds in which a hand that is on its way cannot take notice of what has changed under it. */
const blink = 400;
/** Pixels that a button may move without being another under the pointer. */
const still = 8;

const buttonsIn = (tree: Element): NodeListOf<HTMLElement> => tree.querySelectorAll('button, a');

/**
 * Nobody presses what they have not seen: where a button came, or came to lie elsewhere, the pointer's presses on it
 * are dropped for as long as a hand is blind.
 */
export class Steady {
  readonly #since = new WeakMap<Element, number>();

  /** Watches the presses in this element. A key presses what has the focus, which does not move: it always counts. */
  guard(tree: Element): void {
    tree.addEventListener(
      'click',
      (event) => {
        if ((event as MouseEvent).detail === 0 || !(event.target instanceof Element)) return;
        const since = this.#since.get(event.target.closest('button, a') ?? tree) ?? -Infinity;
        if (performance.now() - since >= blink) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }

  /** Draws, and notices which buttons are others than before. */
  during(tree: Element, draw: () => void): void {
    const before = new Map([...buttonsIn(tree)].map((button) => [button, button.getBoundingClientRect()]));
    // The page had taken it away: what comes back is nothing new.
    const wasAway = before.size > 0 && [...before.values()].every(({ width }) => width === 0);
    draw();
    if (wasAway) return;
    for (const button of buttonsIn(tree)) {
      const was = before.get(button);
      const { left, top } = button.getBoundingClientRect();
      const isSame = was && Math.abs(left - was.left) <= still && Math.abs(top - was.top) <= still;
      if (!isSame) this.#since.set(button, performance.now());
    }
  }
}
