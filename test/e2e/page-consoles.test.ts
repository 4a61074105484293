import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoles, consoleSites } from '../page/consoles';
import { type Pages, servePages } from '../page/serve-pages';
import { ask } from './ask';
import { checkConsole } from './check-console';
import { type Chromium, launchChromium } from './chromium';
import { foundOn, siteOn } from './configure';

let pages: Pages;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [pages, browser] = await Promise.all([servePages(consoleSites), launchChromium()]);
  own = await browser.open('popup.html');
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

describe('on the page of a console, every indicator that a person sees, and no other', () => {
  for (const console of consoles) {
    it(`is found, and drawn under its text: ${console.name}`, async () => {
      const origin = pages.origin(console.name);
      await siteOn(browser, own, origin, 'known');
      const page = await browser.context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(origin);
      await checkConsole(console, {
        page,
        found: async () => (await foundOn(own, page)).map(({ key }) => key),
        picture: async () => (await page.screenshot()).toString('base64'),
        switchOff: async () => {
          await ask(own, 'site.set', { origin, on: false });
        },
      });
      expect(errors).toEqual([]);
      await page.close();
    });
  }
});
