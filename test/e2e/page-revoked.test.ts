import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { page as documentOf } from '../page/consoles/console';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { siteOn } from './configure';
import { card, hover, lined, lines } from './console-page';
import { grant, revoke } from './grants';
import { until } from './wait-until';

const pattern = 'http://console.localhost/*';

let pages: Pages;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  const sites = { console: { '/': documentOf('<p>dst 203.0.113.77</p>') } };
  [pages, browser] = await Promise.all([servePages(sites), launchChromium()]);
  own = await browser.open('popup.html');
  await siteOn(browser, own, pages.origin('console'), 'known');
});

beforeEach(() => grant(browser, pattern));

afterAll(() => Promise.all([browser.close(), pages.stop()]));

it('an open page has no line and no card once the browser took the grant back, and has them again with it', async () => {
  const page = await browser.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(pages.origin('console'));
  await lined(page, 'sl-none');
  await revoke(browser, pattern);
  await until('no line', async () => Object.keys(await lines(page)).length === 0, 10);
  await page.bringToFront();
  await hover(page, '203.0.113.77');
  await expect(card(page, 'Not enriched', 1_000)).rejects.toThrow();
  await grant(browser, pattern);
  await lined(page, 'sl-none');
  expect(errors).toEqual([]);
});
