import { find } from '../lib/ioc';

/** What the bench runs inside the page, in the same browser as the extension. */
declare global {
  interface Window {
    bench: typeof bench;
  }
}

function texts(): Text[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const all: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) all.push(node as Text);
  return all;
}

const frame = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(performance.now()));
      port1.start();
      port2.postMessage(null);
    });
  });

const bench = {
  /** Milliseconds of a bare walk over the text nodes, and of `find` on each. */
  bare(): { walk: number; find: number; indicators: number } {
    const start = performance.now();
    const all = texts();
    const walked = performance.now();
    let indicators = 0;
    for (const { data } of all) indicators += find(data).length;
    return { walk: walked - start, find: performance.now() - walked, indicators };
  },

  /** The way of others: every indicator is wrapped in a span. Milliseconds of script, and to the next frame. */
  async wrap(): Promise<{ script: number; frame: number }> {
    const start = performance.now();
    for (const text of texts()) {
      for (const { start: from, end } of find(text.data).toReversed()) {
        const range = document.createRange();
        range.setStart(text, from);
        range.setEnd(text, end);
        const span = document.createElement('span');
        span.style.textDecoration = 'underline';
        range.surroundContents(span);
      }
    }
    const script = performance.now() - start;
    return { script, frame: (await frame()) - start };
  },

  /** Median milliseconds of a frame while the page scrolls. */
  async scroll(frames: number): Promise<number> {
    const each: number[] = [];
    for (let at = 0; at < frames; at += 1) {
      const start = performance.now();
      scrollBy(0, 240);
      each.push((await frame()) - start);
    }
    scrollTo(0, 0);
    return each.toSorted((a, b) => a - b)[Math.floor(frames / 2)] ?? 0;
  },

  html: (): string => document.documentElement.outerHTML.replace('<aside data-sightline=""></aside>', ''),
};

window.bench = bench;
