/** A text on screen: what it says and its box in the viewport of the top document, in CSS pixels. */
export interface Place {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A line: under which text, and which. */
export interface Line extends Place {
  readonly name: string;
}

/** A document of playwright or puppeteer. */
interface Frame {
  evaluate<T, A>(run: (argument: A) => T, argument: A): Promise<T>;
}

/** A page of playwright or puppeteer. */
export interface Framed {
  frames(): readonly unknown[];
}

async function inEach<T, A>(
  page: Framed,
  run: (argument: A) => readonly T[],
  argument: A,
): Promise<readonly T[]> {
  return (await Promise.all(page.frames().map((frame) => (frame as Frame).evaluate(run, argument)))).flat();
}

/** Where a reader sees these texts, over all frames: found by the boxes of single characters, not by how we read. */
export const seenPlaces = (page: Framed, texts: readonly string[]): Promise<readonly Place[]> =>
  inEach(
    page,
    seen,
    texts.toSorted((a, b) => b.length - a.length),
  );

/** Where lines are drawn, over all frames; the ground of an open card is left aside. */
export const drawnPlaces = (page: Framed): Promise<readonly Line[]> => inEach(page, drawn, null);

/** Pixels that two boxes of the same text may differ: marked words may stand in boxes of their own. */
const tolerance = 3;

const isSame = (one: Place, other: Place): boolean =>
  one.text === other.text &&
  (['left', 'top', 'right', 'bottom'] as const).every(
    (side) => Math.abs(one[side] - other[side]) <= tolerance,
  );

/** What is seen but not drawn there, and what is drawn where nothing of the kind is seen. */
export function mismatch(
  wanted: readonly Place[],
  lines: readonly Place[],
): { missing: readonly Place[]; stray: readonly Place[] } {
  const stray = [...lines];
  const missing = wanted.filter((place) => {
    const at = stray.findIndex((line) => isSame(place, line));
    if (at >= 0) stray.splice(at, 1);
    return at < 0;
  });
  return { missing, stray };
}

// What follows runs in the page: nothing from outside of the function may be used in it.

function drawn(): readonly Line[] {
  let [x, y] = [0, 0];
  for (let view: Window = window; view.frameElement !== null; view = view.parent) {
    const box = view.frameElement.getBoundingClientRect();
    x += box.left + view.frameElement.clientLeft;
    y += box.top + view.frameElement.clientTop;
  }
  const places: Line[] = [];
  for (const [name, ranges] of CSS.highlights) {
    if (name === 'sl-open') continue;
    for (const range of ranges as Iterable<Range>) {
      const { left, top, right, bottom } = range.getBoundingClientRect();
      const text = String(range).replaceAll(/[\u00ad\u200b\u2060]/g, '');
      places.push({ name, text, left: left + x, top: top + y, right: right + x, bottom: bottom + y });
    }
  }
  return places;
}

function seen(texts: readonly string[]): readonly Place[] {
  interface Character {
    readonly character: string;
    readonly box: DOMRect;
  }
  let [x, y] = [0, 0];
  for (let view: Window = window; view.frameElement !== null; view = view.parent) {
    const box = view.frameElement.getBoundingClientRect();
    x += box.left + view.frameElement.clientLeft;
    y += box.top + view.frameElement.clientTop;
  }
  // A page of the lab tells of the closed roots it made: nobody else can reach them.
  const told = (globalThis as { closedRoots?: readonly ShadowRoot[] }).closedRoots ?? [];
  const roots: (Document | ShadowRoot)[] = [document, ...told];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  const blockOf = (node: Node): Element | null => {
    let at = node.parentElement;
    while (
      at !== null &&
      getComputedStyle(at).display.startsWith('inline') &&
      !/^(DT|DD|LI)$/.test(at.tagName)
    ) {
      if (getComputedStyle(at).display !== 'inline') return at;
      at = at.parentElement;
    }
    return at;
  };
  const isApart = (before: Character | undefined, after: DOMRect): boolean =>
    before !== undefined &&
    (after.top >= before.box.bottom - 1 || Math.abs(after.left - before.box.right) > 3);
  const places: Place[] = [];
  for (const root of roots) {
    const line: Character[] = [];
    let block: Element | null = null;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!node.parentElement?.checkVisibility({ visibilityProperty: true }) && node.parentNode !== root)
        continue;
      const range = document.createRange();
      let first = true;
      const value = node.nodeValue ?? '';
      for (let at = 0; at < value.length; at += 1) {
        const character = value.charAt(at);
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = [...range.getClientRects()].find(({ width }) => width > 0);
        if (box === undefined && character.trim() !== '') continue;
        if (first && box !== undefined) {
          const own = blockOf(node);
          if (own !== block || isApart(line.at(-1), box)) line.push({ character: ' ', box });
          block = own;
          first = false;
        }
        line.push({ character: character.trim() === '' ? ' ' : character, box: box ?? new DOMRect() });
      }
    }
    let whole = line.map(({ character }) => character).join('');
    for (const text of texts) {
      for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
        const end = at + text.length;
        if (/[\w.-]/.test(whole[at - 1] ?? '') || /^[\w-]|^\.\w/.test(whole.slice(end, end + 2))) continue;
        const boxes = line
          .slice(at, end)
          .map(({ box }) => box)
          .filter(({ width }) => width > 0);
        places.push({
          text,
          left: x + Math.min(...boxes.map(({ left }) => left)),
          top: y + Math.min(...boxes.map(({ top }) => top)),
          right: x + Math.max(...boxes.map(({ right }) => right)),
          bottom: y + Math.max(...boxes.map(({ bottom }) => bottom)),
        });
        whole = whole.slice(0, at) + '\0'.repeat(text.length) + whole.slice(end);
      }
    }
  }
  return places;
}
