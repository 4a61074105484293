import { lineCss } from './line-style';

type Tree = Document | ShadowRoot;

/** The accessor of the prototype: a page may name an image `adoptedStyleSheets` and so hide the document's own. */
function accessor(tree: Tree): PropertyDescriptor {
  const prototype: object = tree instanceof Document ? Document.prototype : ShadowRoot.prototype;
  return Object.getOwnPropertyDescriptor(prototype, 'adoptedStyleSheets') ?? {};
}

/** Gives the lines their style, and gives it again when the page replaces its list of sheets. */
export class Sheets {
  readonly #sheet = new CSSStyleSheet();
  readonly #trees = new Set<Tree>();
  /** Chromium applies the document's highlight rules in shadow trees too; Firefox wants them in each. */
  readonly #everywhere = (globalThis as { chrome?: { dom?: unknown } }).chrome?.dom === undefined;

  constructor() {
    this.#sheet.replaceSync(lineCss);
  }

  adopt(tree: Tree): void {
    if (!(tree instanceof Document) && !this.#everywhere) return;
    this.#trees.add(tree);
    this.#put(tree);
  }

  forget(tree: Tree): void {
    this.#trees.delete(tree);
  }

  /** Puts the sheet back where the page took it away. */
  check(): void {
    for (const tree of this.#trees) this.#put(tree);
  }

  stop(): void {
    for (const tree of this.#trees) {
      const left = this.#listOf(tree).filter((sheet) => sheet !== this.#sheet);
      accessor(tree).set?.call(tree, left);
    }
    this.#trees.clear();
  }

  #listOf(tree: Tree): CSSStyleSheet[] {
    return [...((accessor(tree).get?.call(tree) as Iterable<CSSStyleSheet> | undefined) ?? [])];
  }

  #put(tree: Tree): void {
    const sheets = this.#listOf(tree);
    if (!sheets.includes(this.#sheet)) accessor(tree).set?.call(tree, [...sheets, this.#sheet]);
  }
}
