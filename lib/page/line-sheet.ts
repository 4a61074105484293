import { lineCss } from './line-style';

export type Tree = Document | ShadowRoot;

/** Shared by the scripts of one frame: the one that comes before the page, and the one that comes after it. */
type World = typeof globalThis & { sightlineSheet?: CSSStyleSheet };

/** The style of the lines. */
export function lineSheet(): CSSStyleSheet {
  const world = globalThis as World;
  if (world.sightlineSheet === undefined) {
    world.sightlineSheet = new CSSStyleSheet();
    world.sightlineSheet.replaceSync(lineCss);
  }
  return world.sightlineSheet;
}

/** The accessor of the prototype: a page may name an image `adoptedStyleSheets` and so hide the document's own. */
function accessor(tree: Tree): PropertyDescriptor {
  const prototype: object = tree instanceof Document ? Document.prototype : ShadowRoot.prototype;
  return Object.getOwnPropertyDescriptor(prototype, 'adoptedStyleSheets') ?? {};
}

const listOf = (tree: Tree): CSSStyleSheet[] => [
  ...((accessor(tree).get?.call(tree) as Iterable<CSSStyleSheet> | undefined) ?? []),
];

/** Puts the sheet behind all others: what a page says of our lines then loses. */
export function adopt(tree: Tree, sheet: CSSStyleSheet): void {
  const sheets = listOf(tree);
  if (sheets.at(-1) === sheet) return;
  accessor(tree).set?.call(tree, [...sheets.filter((one) => one !== sheet), sheet]);
}

/** Puts it back where the page took it away. Of who comes last there is no quarrel: each move makes all be styled anew. */
export function keep(tree: Tree, sheet: CSSStyleSheet): void {
  if (!listOf(tree).includes(sheet)) adopt(tree, sheet);
}

export function release(tree: Tree, sheet: CSSStyleSheet): void {
  accessor(tree).set?.call(
    tree,
    listOf(tree).filter((one) => one !== sheet),
  );
}
