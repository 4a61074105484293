import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf } from '../lab/consoles/page';
import { drawnPlaces, mismatch, seenPlaces } from '../page/places';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { siteOn } from './configure';
import { until } from './wait-until';

const count = 254;
const addressOf = (at: number): string => `203.0.${at >> 8}.${at & 255}`;
const comment = (at: number): string => `<p>seen ${addressOf(at)} again</p>`;

/** Comments as tall as a picture: sixteen of them are five windows high. Some stand there, the others come one by one. */
const comments = Array.from({ length: count }, (_, at) => comment(at)).join('');
const body = `${comments}<script>
for (let at = ${count}; at < ${2 * count}; at += 1) setTimeout(() => {
  const next = document.createElement('p');
  next.textContent = 'seen 203.0.' + (at >> 8) + '.' + (at & 255) + ' again';
  document.body.append(next);
  if (at === ${2 * count - 1}) document.documentElement.dataset.done = '';
}, (at - ${count}) * 4);
</script>`;

let pages: Pages;
let browser: Chromium;

beforeAll(async () => {
  const siteOf = (body: string) => ({ '/': documentOf('Comments', body, 'p { height: 260px; margin: 0; }') });
  const sites = { tall: siteOf(body), still: siteOf(comments) };
  [pages, browser] = await Promise.all([servePages(sites), launchChromium()]);
  const popup = await browser.open('popup.html');
  for (const name of ['tall', 'still']) await siteOn(browser, popup, pages.origin(name), 'known');
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

async function missing(page: Page): Promise<readonly string[]> {
  const all = Array.from({ length: 2 * count }, (_, at) => addressOf(at));
  const height = await page.evaluate(() => innerHeight);
  const seen = (await seenPlaces(page, all)).filter(({ top, bottom }) => bottom > 0 && top < height);
  if (seen.length < 2) return ['nothing in sight'];
  return mismatch(seen, await drawnPlaces(page)).missing.map(({ text }) => text);
}

describe('a page of many tall texts', () => {
  it('has a line under each on screen, wherever it is scrolled to', async () => {
    const page = await browser.context.newPage();
    await page.goto(pages.origin('tall'));
    await page.waitForSelector('html[data-done]');
    for (const at of [
      ...Array.from({ length: 8 }, (_, step) => 205 + step * 4),
      300,
      307,
      405,
      412,
      499,
      500,
    ]) {
      await page.evaluate((top) => scrollTo(0, top), at * 260);
      await until(`lines at ${at}`, async () => (await missing(page)).length === 0, 6).catch(() => undefined);
      expect(await missing(page), `at ${at}`).toEqual([]);
    }
    await page.close();
  });

  it('has them half a window beyond what is on screen, and no further', async () => {
    const page = await browser.context.newPage();
    await page.goto(pages.origin('still'));
    const height = await page.evaluate(() => innerHeight);
    const near = Math.ceil((height * 1.5) / 260);
    // The first sixteen texts have a place of their own each: no other is drawn with them.
    const drawn = async (): Promise<number> => (await drawnPlaces(page)).length;
    await until('lines at the top', async () => (await drawn()) === near, 6).catch(() => undefined);
    expect(await drawn()).toBe(near);
    await page.close();
  });
});
