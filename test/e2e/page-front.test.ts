import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { page as documentOf } from '../page/consoles/console';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { siteOn } from './configure';
import { card, hover, lined, lines } from './console-page';
import { picture } from './picture';

const unknown = '192.0.2.7';

let pages: Pages;
let browser: Chromium;

beforeAll(async () => {
  [pages, browser] = await Promise.all([
    servePages({ console: { '/': documentOf(`<p>seen ${unknown}</p>`) } }),
    launchChromium(),
  ]);
  await siteOn(browser, await browser.open('popup.html'), pages.origin('console'), 'known');
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

async function open(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(pages.origin('console'));
  await lined(page, 'sl-none');
  await page.bringToFront();
  return page;
}

/** Names of the extension's scripts that run in the page. */
async function scripts(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const names: string[] = [];
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension:')) names.push(url.split('/').at(-1) ?? '');
  });
  await session.send('Debugger.enable');
  await session.detach();
  return names.toSorted();
}

it('what is shown over a page comes when it is first needed, once', async () => {
  const page = await open();
  await page.waitForTimeout(500);
  expect(await scripts(page)).toEqual(['lines.js', 'page.js']);
  await hover(page, unknown);
  await card(page, unknown);
  expect(await scripts(page)).toEqual(['front.js', 'lines.js', 'page.js']);
  await page.keyboard.press('Escape');
  await page.mouse.move(600, 500);
  await hover(page, unknown);
  await card(page, unknown);
  expect(await scripts(page)).toEqual(['front.js', 'lines.js', 'page.js']);
  await page.close();
});

it('a page that never needed it says so all the same when the extension is reloaded under it', async () => {
  const page = await open();
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await card(page, 'Reload this page');
  await picture(page, 'orphan without a front');
  expect(await lines(page)).toEqual({});
  await page.close();
});
