import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentOf } from '../lab/consoles/page';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { foundOn, siteOn } from './configure';
import { until } from './wait-until';

const rows = 600;
/** The last row, hidden as no other is. */
const odd = rows - 1;

const address = (net: number, at: number): string => `198.18.${net + (at >> 8)}.${at & 255}`;
const rowOf = (at: number): string => {
  const attributes = at === odd ? ' data-odd' : at % 10 === 0 ? ' class="off"' : '';
  return `<tr${attributes}><td>${address(0, at)}</td><td class="id">${address(100, at)}</td></tr>`;
};
const style = `body { margin: 0; font: 12px/20px monospace; } td { height: 20px; }
.id, .off, [data-odd] td { display: none; }`;
const body = `<table><tbody>${Array.from({ length: rows }, (_, at) => rowOf(at)).join('')}</tbody></table>`;

const seen = Array.from({ length: rows }, (_, at) => at).filter((at) => at % 10 !== 0 && at !== odd);

let pages: Pages;
let browser: Chromium;
let own: Page;
let page: Page;

beforeAll(async () => {
  [pages, browser] = await Promise.all([
    servePages({ far: { '/': documentOf('Hidden', body, style) } }),
    launchChromium(),
  ]);
  own = await browser.open('popup.html');
  await siteOn(browser, own, pages.origin('far'), 'known');
  page = await browser.context.newPage();
  await page.goto(pages.origin('far'));
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

/** Whether each of these was found, and nothing else. */
async function areFound(expected: readonly string[]): Promise<boolean> {
  const found = (await foundOn(own, page)).map(({ key }) => key.replace('ipv4|', ''));
  return found.length === expected.length && expected.every((one) => found.includes(one));
}

it('of rows far away, those that a class hides and columns that a class hides are not found', async () => {
  // A row that looks like six hundred others and is hidden by a rule of its own may be taken to be seen.
  const shown = seen.map((at) => address(0, at));
  await until('all that is shown is found', async () => {
    return (await areFound(shown)) || (await areFound([...shown, address(0, odd)]));
  });
});

it('whatever a row looks like, nothing of it is found once it is near and not seen', async () => {
  await page.evaluate((height) => scrollTo(0, height), rows * 20);
  await until('only what is shown is found', () => areFound(seen.map((at) => address(0, at))));
  expect(await areFound(seen.map((at) => address(0, at)))).toBe(true);
});
