import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoles } from '../page/consoles';
import { drawnIocs } from '../page/drawn';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { foundOn, siteOn } from './configure';
import { until } from './wait-until';

let pages: Pages;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  const sites = consoles.map(({ name, html, files }) => [name, { '/': html, ...files }] as const);
  [pages, browser] = await Promise.all([servePages(Object.fromEntries(sites)), launchChromium()]);
  own = await browser.open('popup.html');
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

describe('on the page of a console, every indicator that a person sees, and no other', () => {
  for (const { name, expected, linked = [] } of consoles) {
    it(`is found and drawn: ${name}`, async () => {
      const origin = pages.origin(name);
      await siteOn(browser, own, origin, 'known');
      const page = await browser.context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(origin);
      const wanted = [...expected, ...linked].toSorted();
      const found = async () =>
        (await foundOn(own, page)).map(({ ioc }) => `${ioc.kind}|${ioc.value}`).toSorted();
      await until('all', async () => (await found()).length >= wanted.length, 10).catch(() => undefined);
      await until('lines', async () => (await drawnIocs(page)).size >= expected.length, 5).catch(
        () => undefined,
      );
      expect(await found()).toEqual(wanted);
      expect([...(await drawnIocs(page))].toSorted()).toEqual(expected.toSorted());
      expect(errors).toEqual([]);
      await page.close();
    });
  }
});
