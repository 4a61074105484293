import type { Page } from 'playwright-core';
import type { Chromium } from '../test/e2e/chromium';
import { card } from '../test/e2e/console-page';
import type { World } from '../test/lab/world';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** One of the extension's own pages, in the size that the browser gives it, once it shows `text`. */
export async function surface(browser: Chromium, path: string, size: Size, text: string): Promise<Page> {
  const page = await browser.open(path);
  await page.setViewportSize(size);
  await page.getByText(text).first().waitFor();
  return page;
}

/** Where the card stands on the page, with some of the page around it. */
export async function cardClip(
  page: Page,
  margin: number,
  above: number,
): Promise<Size & { x: number; y: number }> {
  const { x, y, width, height } = await (await card(page, 'Malicious')).box();
  return { x: x - margin, y: y - above, width: width + 2 * margin, height: height + above + margin };
}

/** A ticket as the lab's tracker shows it. */
export async function ticketPage(browser: Chromium, world: World, id: number): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${world.requestTracker.url}/Ticket/Display.html?id=${id}`);
  await page.locator('.message-stanza').first().waitFor();
  return page;
}
