import type { Page } from 'playwright-core';
import { closedRoot, type ClosedRoot } from './closed-root';
import { setTimeout as wait } from 'node:timers/promises';

/** How many ranges each line has, by the highlight's name. The page itself can count them, nothing more. */
export const lines = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, { size }]) => [name, size])));

/** Waits until the page has a line of this name. */
export async function lined(page: Page, name: string): Promise<void> {
  await page.waitForFunction((name) => CSS.highlights.has(name), name);
}

/** Moves the pointer onto the `nth` place where the page's text nodes hold `text`, as a hand does. */
export async function hover(page: Page, text: string, nth = 0): Promise<void> {
  const at = await page.evaluate(
    ([text, nth]) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let left = nth;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.nodeValue?.indexOf(text) ?? -1;
        if (start < 0 || left-- > 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + text.length);
        node.parentElement?.scrollIntoView({ block: 'nearest' });
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + Math.min(width / 2, 40), y: y + height / 2 };
      }
      return null;
    },
    [text, nth] as const,
  );
  if (at === null) throw new Error(`The page does not show "${text}" ${nth + 1} times.`);
  await page.mouse.move(at.x - 3, at.y, { steps: 4 });
  await page.mouse.move(at.x, at.y, { steps: 3 });
}

/** The card, once it says `words`. */
export async function card(page: Page, words: string, milliseconds = 15_000): Promise<ClosedRoot> {
  const until = Date.now() + milliseconds;
  let said = '';
  while (Date.now() < until) {
    const root = await closedRoot(page);
    said = root?.text ?? '';
    if (root && said.includes(words)) return root;
    await wait(100);
  }
  throw new Error(`The card does not say "${words}" but:\n${said}`);
}
