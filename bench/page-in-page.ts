import { find } from '../lib/ioc';

/** What the bench runs inside the page, in the same browser as the extension. */
declare global {
  interface Window {
    bench: typeof bench;
  }
}

/** Frames drawn since the page came to rest after loading; `gaps` are the milliseconds between them. */
const frames = { gaps: [] as number[], last: 0 };

function watchFrames(now: number): void {
  if (frames.last > 0) frames.gaps.push(now - frames.last);
  frames.last = now;
  requestAnimationFrame(watchFrames);
}

addEventListener('load', () =>
  requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(watchFrames))),
);

const frame = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(performance.now()));
      port1.start();
      port2.postMessage(null);
    });
  });

/** A task of its own: a trace counts it as a call into this script. */
const task = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(work()));
  });

function texts(within: Node = document.body): Text[] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const all: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) all.push(node as Text);
  return all;
}

/** Places of indicators in the viewport of a feed that follows its end: the text node, and where it begins in it. */
function inView(): readonly (readonly [Text, number])[] {
  const box = (document.querySelector('.feed') ?? document.documentElement).getBoundingClientRect();
  const top = Math.max(0, box.top);
  const bottom = Math.min(innerHeight, box.bottom);
  const places: (readonly [Text, number])[] = [];
  for (const row of [...document.querySelectorAll('[role=row]')].toReversed()) {
    const place = row.getBoundingClientRect();
    if (place.bottom <= top) break;
    if (place.top >= bottom) continue;
    for (const text of texts(row)) for (const { start } of find(text.data)) places.push([text, start]);
  }
  return places;
}

/** What is in the viewport, once the page changes no more: each look at it anew would cost more than what is measured. */
let expected: ReturnType<typeof inView> | null = null;

const bench = {
  /** A bare walk over the text nodes, in one task. */
  walk: (): Promise<number> => task(() => texts().length),

  /** The same walk, with `find` on each text. Returns how many indicators there are. */
  walkAndFind: (): Promise<number> =>
    task(() => texts().reduce((sum, { data }) => sum + find(data).length, 0)),

  /**
   * The way of others: every indicator is wrapped in a span, each text node replaced once. Milliseconds by the clock of
   * script, and until the next frame; null where `most` was over before.
   */
  async wrap(most: number): Promise<{ readonly script: number | null; readonly frame: number | null }> {
    const start = performance.now();
    const script = await task(() => {
      for (const text of texts()) {
        if (performance.now() - start > most) return null;
        wrap(text);
      }
      return performance.now() - start;
    });
    if (script === null) return { script, frame: null };
    const drawn = (await frame()) - start;
    return { script, frame: drawn > most ? null : drawn };
  },

  /** Milliseconds between frames while the page scrolls by so many pixels in each. */
  scroll: (count: number, pixels: number): Promise<number[]> =>
    new Promise((resolve) => {
      const gaps: number[] = [];
      let last = 0;
      const step = (now: number): void => {
        if (last > 0) gaps.push(now - last);
        last = now;
        if (gaps.length < count) {
          scrollBy(0, pixels);
          requestAnimationFrame(step);
        } else {
          scrollTo(0, 0);
          resolve(gaps);
        }
      };
      requestAnimationFrame(step);
    }),

  /** Milliseconds between frames since they were last asked for. */
  gaps(): readonly number[] {
    return frames.gaps.splice(0);
  },

  /** Runs once what `marked` runs: compiled code and the tables of `find` stay in the heap. */
  warmUp(): void {
    bench.marked();
    find('198.51.100.23 evil.example');
    expected = null;
  },

  /** How many indicators are in the viewport where the page ended, and how many of these have no line. */
  marked(): { readonly shown: number; readonly unmarked: number } {
    const drawn = new Map<Node, Set<number>>();
    for (const [name, ranges] of CSS.highlights) {
      if (!name.startsWith('sl-')) continue;
      for (const { startContainer, startOffset } of ranges as unknown as Iterable<Range>) {
        const starts = drawn.get(startContainer) ?? new Set();
        drawn.set(startContainer, starts.add(startOffset));
      }
    }
    const all = (expected ??= inView());
    const unmarked = all.filter(([text, start]) => drawn.get(text)?.has(start) !== true).length;
    return { shown: all.length, unmarked };
  },

  /** SHA-256 of the page as it stands, without the one host element. */
  async hash(): Promise<string> {
    const html = document.documentElement.outerHTML.replace('<aside data-sightline=""></aside>', '');
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(html));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  },
};

function wrap(text: Text): void {
  const { data } = text;
  const found = find(data);
  if (found.length === 0) return;
  const pieces = document.createDocumentFragment();
  let from = 0;
  for (const { start, end } of found) {
    const span = document.createElement('span');
    span.style.textDecoration = 'underline';
    span.textContent = data.slice(start, end);
    pieces.append(data.slice(from, start), span);
    from = end;
  }
  pieces.append(data.slice(from));
  text.replaceWith(pieces);
}

window.bench = bench;
