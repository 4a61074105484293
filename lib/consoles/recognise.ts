import type { Console } from './schema';

/** What may be known of a tab once its popup was opened: the click lets the extension look at it. */
export interface Look {
  readonly url: string;
  readonly title: string;
  /** The selectors of `signElements` that match something in the page. */
  readonly elements: ReadonlySet<string>;
}

export interface Recognised {
  readonly console: Console;
  /** By where its makers serve it, or by what the page looks like. */
  readonly by: 'address' | 'looks';
}

/** Every element that tells a console, to be looked for in the page. */
export const signElements = (all: readonly Console[]): readonly string[] => [
  ...new Set(all.flatMap(({ signs }) => signs.flatMap(({ element }) => element ?? []))),
];

/** `*` is any text; the whole must match. */
function fits(pattern: string, text: string): boolean {
  const literal = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${literal}$`, 's').test(text);
}

/** An element says more than a path, a path more than a title: a ticket about a console names it in its title too. */
const weights = { element: 4, path: 2, title: 1 } as const;

function weightOf(sign: Console['signs'][number], { url, title, elements }: Look): number {
  const path = URL.parse(url)?.pathname ?? '';
  const holds =
    (sign.element === undefined || elements.has(sign.element)) &&
    (sign.path === undefined || fits(sign.path, path)) &&
    (sign.title === undefined || fits(sign.title, title));
  if (!holds) return 0;
  return (Object.keys(weights) as (keyof typeof weights)[]).reduce(
    (sum, part) => sum + (sign[part] === undefined ? 0 : weights[part]),
    0,
  );
}

/** Which console a tab shows, or null. Its address decides; else the strongest sign. */
export function recognise(all: readonly Console[], look: Look): Recognised | null {
  const { href = '' } = URL.parse(look.url) ?? {};
  const bare = href.replace(/[?#].*$/s, '');
  const served = all.find(({ origins }) => origins.some((pattern) => fits(pattern, bare)));
  if (served !== undefined) return { console: served, by: 'address' };
  let best: { readonly console: Console; readonly weight: number } | null = null;
  for (const console of all) {
    const weight = Math.max(0, ...console.signs.map((sign) => weightOf(sign, look)));
    if (weight > (best?.weight ?? 0)) best = { console, weight };
  }
  return best === null ? null : { console: best.console, by: 'looks' };
}
