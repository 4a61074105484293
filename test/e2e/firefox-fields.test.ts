import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { form, inFields } from '../page/fields';
import { type Pages, servePages } from '../page/serve-pages';
import { ask } from './ask';
import { foundOn } from './configure';
import { type Firefox, grantInFirefox, launchFirefox } from './firefox';

let pages: Pages;
let firefox: Firefox;
let own: Page;

beforeAll(async () => {
  [pages, firefox] = await Promise.all([servePages({ form: { '/': form } }), launchFirefox()]);
  await grantInFirefox(firefox, 'http://form.localhost/*');
  own = await firefox.open('manifest.json');
});

afterAll(() => Promise.all([firefox.close(), pages.stop()]));

it('in Firefox, form fields are read where the site says so, the draft, the password and the hidden one never', async () => {
  const origin = pages.origin('form');
  await ask(own, 'site.set', { origin, on: true, mode: 'known', formFields: true });
  const page = await firefox.browser.newPage();
  await page.goto(origin);
  const keys = async () => (await foundOn(own, page)).map(({ key }) => key).toSorted();
  await expect.poll(keys, { timeout: 20_000 }).toEqual(inFields);
  await page.type('#draft', '203.0.113.110');
  await page.focus('#late');
  await new Promise((resolve) => {
    setTimeout(resolve, 2_000);
  });
  expect(await keys()).toEqual(inFields);
  await page.close();
});
