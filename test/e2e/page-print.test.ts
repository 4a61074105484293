import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { page as documentOf } from '../page/consoles/console';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { siteOn } from './configure';
import { card, hover, lined, lines } from './console-page';

const html = documentOf('<p>dst 203.0.113.77</p>');

let pages: Pages;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [pages, browser] = await Promise.all([servePages({ report: { '/': html } }), launchChromium()]);
  own = await browser.open('popup.html');
  await siteOn(browser, own, pages.origin('report'), 'known');
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

it('on paper a page is as it is without us: no line, no card', async () => {
  const page = await browser.context.newPage();
  const bare = await browser.context.newPage();
  await bare.setContent(html);
  await bare.emulateMedia({ media: 'print' });
  const alone = await bare.screenshot({ animations: 'disabled' });
  await bare.close();
  await page.goto(pages.origin('report'));
  await lined(page, 'sl-none');
  await page.bringToFront();
  await hover(page, '203.0.113.77');
  await card(page, 'Not enriched');
  const onScreen = await page.screenshot({ animations: 'disabled' });
  expect(onScreen.equals(alone)).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await lines(page)).toEqual({ 'sl-none': 1, 'sl-open': 1 });
  expect((await page.screenshot({ animations: 'disabled' })).equals(alone)).toBe(true);
});
