import { adopt, keep, lineSheet, release, type Tree } from './line-sheet';

/** Gives the lines their style, and gives it again when the page replaces its list of sheets. */
export class Sheets {
  readonly #sheet = lineSheet();
  readonly #trees = new Set<Tree>();
  /** Chromium applies the document's highlight rules in shadow trees too; Firefox wants them in each. */
  readonly #everywhere = (globalThis as { chrome?: { dom?: unknown } }).chrome?.dom === undefined;

  adopt(tree: Tree): void {
    if (!(tree instanceof Document) && !this.#everywhere) return;
    this.#trees.add(tree);
    adopt(tree, this.#sheet);
  }

  forget(tree: Tree): void {
    this.#trees.delete(tree);
  }

  /** Puts the sheet back where the page took it away. */
  check(): void {
    for (const tree of this.#trees) keep(tree, this.#sheet);
  }

  stop(): void {
    for (const tree of this.#trees) release(tree, this.#sheet);
    this.#trees.clear();
  }
}
