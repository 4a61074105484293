import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { find } from '../../lib/ioc';
import { feed } from '../lab/consoles/feed';
import { drawnPlaces, mismatch, seenPlaces } from '../page/places';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { foundOn, siteOn } from './configure';
import { until } from './wait-until';

let pages: Pages;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [pages, browser] = await Promise.all([feed().then((site) => servePages({ feed: site })), launchChromium()]);
  own = await browser.open('popup.html');
  await siteOn(browser, own, pages.origin('feed'), 'known');
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

/** What stands in the rows on screen, and which of it has no line. */
async function look(page: Page) {
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll('[role=row]')]
      .filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      })
      .flatMap((row) => [...row.children].map(({ textContent }) => textContent ?? '')),
  );
  const iocs = texts.flatMap((text) => find(text).map(({ start, end }) => text.slice(start, end)));
  const places = (await seenPlaces(page, iocs)).filter(({ top, bottom }) => bottom > 0 && top < 800);
  return { shown: places.length, missing: mismatch(places, await drawnPlaces(page)).missing };
}

describe('a live log of 200 rows a second', () => {
  it('has a line under every indicator on screen when it stops, and keeps no count of rows that left', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${pages.origin('feed')}/?seconds=6&keep=300`);
    await page.waitForSelector('html[data-done]', { timeout: 60_000 });
    await until('every line', async () => (await look(page)).missing.length === 0, 10);
    expect((await look(page)).shown).toBeGreaterThan(200);
    // Six in each of the rows that are kept, and at most two thousand that left.
    await until(
      'what left is forgotten',
      async () => (await foundOn(own, page)).length <= 300 * 6 + 2_000,
      20,
    );
    expect((await foundOn(own, page)).length).toBeGreaterThanOrEqual(300 * 6);
    await page.close();
  });
});
