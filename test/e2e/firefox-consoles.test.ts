import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoles, consoleSites } from '../page/consoles';
import { type Pages, servePages } from '../page/serve-pages';
import { ask } from './ask';
import { checkConsole } from './check-console';
import { type Firefox, grantInFirefox, launchFirefox } from './firefox';
import { foundOn } from './configure';

let pages: Pages;
let firefox: Firefox;
let own: Page;

beforeAll(async () => {
  [pages, firefox] = await Promise.all([servePages(consoleSites), launchFirefox()]);
  await grantInFirefox(firefox, ...consoles.map(({ name }) => `http://${name}.localhost/*`));
  own = await firefox.open('manifest.json');
});

afterAll(() => Promise.all([firefox.close(), pages.stop()]));

describe('in Firefox, on the page of a console, every indicator that a person sees, and no other', () => {
  for (const console of consoles) {
    it(`is found, and drawn under its text: ${console.name}`, async () => {
      const origin = pages.origin(console.name);
      await ask(own, 'site.set', { origin, on: true, mode: 'known' });
      const page = await firefox.browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(origin);
      await checkConsole(console, {
        page,
        found: async () => (await foundOn(own, page)).map(({ key }) => key),
        picture: () => page.screenshot({ encoding: 'base64' }),
        switchOff: async () => {
          await ask(own, 'site.set', { origin, on: false });
        },
        unpainted: console.inRoot,
      });
      expect(errors).toEqual([]);
      await page.close();
    });
  }
});
