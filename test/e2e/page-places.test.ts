import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { page as documentOf } from '../page/consoles/console';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { closedRoot } from './closed-root';
import { configure, siteOn } from './configure';
import { enriched } from './enriched';
import { card, hover, lined } from './console-page';
import { picture } from './picture';
import { until } from './wait-until';

const c2 = '203.0.113.77';
const corners = ['top:4px;left:4px', 'top:4px;right:4px', 'bottom:4px;left:4px', 'bottom:4px;right:4px'];
const at = (style: string) => documentOf(`<p style="position:fixed;margin:0;${style}">${c2}</p>`);
const arabic = documentOf(`<div dir="rtl" lang="ar"><p>نُظِر ${c2}</p></div>`, 'html{direction:rtl}');

const sites: Readonly<Record<string, string>> = {
  ...Object.fromEntries(corners.map((style, index) => [`corner-${index}`, at(style)])),
  rtl: arabic,
  plain: documentOf(`<p>seen ${c2}</p>`),
};

let world: World;
let pages: Pages;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  const each = Object.entries(sites).map(([name, html]) => [name, { '/': html }] as const);
  [world, pages, browser] = await Promise.all([
    startWorld(),
    servePages(Object.fromEntries(each)),
    launchChromium(),
  ]);
  own = await configure(browser, world);
  await enriched(own, { kind: 'ipv4', value: c2 });
  for (const name of Object.keys(sites)) await siteOn(browser, own, pages.origin(name), 'known');
});

afterAll(() => Promise.all([browser.close(), world.stop(), pages.stop()]));

interface Size {
  readonly width: number;
  readonly height: number;
}

async function open(name: string, size: Size): Promise<Page> {
  const page = await browser.context.newPage();
  await page.setViewportSize(size);
  await page.goto(pages.origin(name));
  await lined(page, 'sl-mal');
  await page.bringToFront();
  return page;
}

/** The card lies inside the window, is not wider than it, and its last action can be scrolled to and pressed. */
async function isUsable(page: Page, { width, height }: Size): Promise<void> {
  const root = await card(page, 'Open report');
  const box = await root.box();
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  expect(box.y + box.height).toBeLessThanOrEqual(height);
  const across = await root.ask(
    `function () { const card = this.querySelector('.card'); return card.scrollWidth - card.clientWidth }`,
  );
  expect(across).toBe(0);
  await page.mouse.move(box.x + box.width / 2, box.y + 12, { steps: 5 });
  await root.click('More ways to copy');
  await card(page, 'Copy plain');
  await root.click('Close');
  const isClosed = async () => !(await closedRoot(page))?.text.includes('Open report');
  await until('closed', isClosed, 5);
}

describe.each([
  { width: 1280, height: 800 },
  // What is left of it at 200 % and at 400 %.
  { width: 640, height: 400 },
  { width: 320, height: 200 },
  // A frame nobody made for a card.
  { width: 200, height: 120 },
])('in a window of $width by $height', (size) => {
  it.each(Object.keys(sites))('the card is on screen and can be used: %s', async (name) => {
    const page = await open(name, size);
    await hover(page, c2);
    await card(page, 'Open report');
    await page.waitForTimeout(250);
    await picture(page, `places-${name}-${size.width}`);
    // The pointer is on the indicator, and may press what the page has there.
    const on = await page.evaluate(() => document.querySelector('p')?.matches(':hover'));
    expect(on).toBe(true);
    await isUsable(page, size);
    await page.close();
  });
});
