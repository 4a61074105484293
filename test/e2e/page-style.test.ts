import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { page as documentOf } from '../page/consoles/console';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { siteOn } from './configure';
import { lined } from './console-page';

const count = 'document.documentElement.dataset.sheets = String(document.adoptedStyleSheets.length)';
const text = '<p>dst 203.0.113.77</p>';
const own = 'document.adoptedStyleSheets = [new CSSStyleSheet()]';
const later = 'document.adoptedStyleSheets.push(window.mine = new CSSStyleSheet())';

let pages: Pages;
let browser: Chromium;
let popup: Page;

beforeAll(async () => {
  const site = {
    '/': documentOf(`<script>${count}</script>${text}`),
    '/later': documentOf(`<script>${later}</script>${text}`),
    '/own': documentOf(`<script>${own}</script>${text}<script>${count}</script>`),
  };
  [pages, browser] = await Promise.all([servePages({ console: site, off: site }), launchChromium()]);
  popup = await browser.open('popup.html');
  await siteOn(browser, popup, pages.origin('console'), 'known');
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

const sheets = (page: Page): Promise<number> => page.evaluate(() => document.adoptedStyleSheets.length);
const counted = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['sheets']);

it('the style of the lines is there before a page has content, so that nothing is styled twice', async () => {
  const page = await browser.context.newPage();
  await page.goto(pages.origin('console'));
  expect(await counted(page)).toBe('1');
  await lined(page, 'sl-none');
  expect(await sheets(page)).toBe(1);
});

it('a page with a list of its own keeps it, and its lines have their style', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${pages.origin('console')}/own`);
  expect(await counted(page)).toBe('1');
  await lined(page, 'sl-none');
  expect(await sheets(page)).toBe(2);
});

it('what a page adds before it is read stands before the style of the lines', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${pages.origin('console')}/later`);
  await lined(page, 'sl-none');
  const places = await page.evaluate(() =>
    document.adoptedStyleSheets.map((sheet) => sheet === (window as { mine?: unknown }).mine),
  );
  expect(places).toEqual([true, false]);
});

it('a site that is not switched on has nothing of it', async () => {
  const page = await browser.context.newPage();
  await page.goto(pages.origin('off'));
  expect(await counted(page)).toBe('0');
});
