import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { page as documentOf } from '../page/consoles/console';
import { drawnPlaces, type Line } from '../page/places';
import { type Pages, servePages } from '../page/serve-pages';
import { ask } from './ask';
import { type Badge, badgesOn } from './closed-root';
import { type Chromium, launchChromium } from './chromium';
import { configure, siteOn } from './configure';
import { until } from './wait-until';

let world: World;
let pages: Pages;
let browser: Chromium;
let own: Page;

const c2 = '203.0.113.77';

const sites = {
  plain: documentOf(`<p>seen ${c2}</p><p>seen ${c2}, and more text</p>`),
  rtl: documentOf(`<div dir="rtl"><p>نُظِر ${c2}</p><p>نُظِر ${c2} ثم غيره</p></div>`),
  vertical: documentOf(`<p style="writing-mode:vertical-rl;height:400px">見 ${c2}</p>`),
  zoomed: documentOf(`<p>seen ${c2}</p>`, 'html{zoom:1.5}'),
  dialog: documentOf(
    `<dialog style="width:300px"><p>seen ${c2}</p></dialog>`,
    '',
    `document.querySelector('dialog').showModal()`,
  ),
  full: documentOf(`<section style="background:#fff"><p>seen ${c2}</p></section>`),
};

beforeAll(async () => {
  const each = Object.entries(sites).map(([name, html]) => [name, { '/': html }] as const);
  [world, pages, browser] = await Promise.all([
    startWorld(),
    servePages(Object.fromEntries(each)),
    launchChromium(),
  ]);
  own = await configure(browser, world);
  await ask(own, 'list.import', { name: 'Watchlist', text: c2, level: 'malicious' });
  for (const name of Object.keys(sites)) await siteOn(browser, own, pages.origin(name), 'known');
});

afterAll(() => Promise.all([browser.close(), world.stop(), pages.stop()]));

async function open(name: keyof typeof sites): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(pages.origin(name));
  return page;
}

/** The one badge, once it is seen on the screen, and the line it belongs to (the first). */
async function badge(page: Page): Promise<{ badge: Badge; line: Line }> {
  await until('a badge', async () => (await badgesOn(page)).length > 0, 8);
  await page.waitForTimeout(300);
  const [badge, ...others] = await badgesOn(page);
  const [line] = (await drawnPlaces(page)).toSorted((a, b) => a.top - b.top);
  if (badge === undefined || line === undefined) throw new Error('There is no badge, or no line.');
  expect(others).toEqual([]);
  // Its middle is the colour of its level or the white of its sign, the ground of these pages is not.
  const clip = { x: badge.left, y: badge.top, width: 12, height: 12 };
  await until('the badge on the screen', async () => hasRed(own, await page.screenshot({ clip })), 5);
  return { badge, line };
}

/** Is much of this picture as red as the mark of what is malicious? */
const hasRed = (own: Page, picture: Buffer): Promise<boolean> =>
  own.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    let red = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      if ((pixels[at] ?? 0) > 150 && (pixels[at + 1] ?? 0) < 80) red += 1;
    }
    return red > 20;
  }, picture.toString('base64'));

const middle = ({ top, bottom }: { readonly top: number; readonly bottom: number }) => (top + bottom) / 2;

describe('a badge', () => {
  it('stands after its indicator, and not where text goes on', async () => {
    const page = await open('plain');
    const { badge: mark, line } = await badge(page);
    expect(mark.left - line.right).toBeCloseTo(4, 0);
    expect(Math.abs(middle(mark) - middle(line))).toBeLessThan(2);
    await page.close();
  });

  it('stands to the left in text that runs from right to left', async () => {
    const page = await open('rtl');
    const { badge: mark, line } = await badge(page);
    expect(line.left - mark.left).toBeCloseTo(16, 0);
    expect(Math.abs(middle(mark) - middle(line))).toBeLessThan(2);
    await page.close();
  });

  it('stands below in text that runs downwards', async () => {
    const page = await open('vertical');
    const { badge: mark, line } = await badge(page);
    expect(mark.top - line.bottom).toBeCloseTo(4, 0);
    expect(Math.abs(mark.left + 6 - (line.left + line.right) / 2)).toBeLessThan(2);
    await page.close();
  });

  it('keeps its size and its place in a document that is zoomed by its own style', async () => {
    const page = await open('zoomed');
    const { badge: mark, line } = await badge(page);
    expect(mark.left - line.right).toBeCloseTo(4, 0);
    expect(mark.bottom - mark.top).toBeCloseTo(12, 0);
    await page.close();
  });

  it('lies over a modal dialog of the page, and over one that opens again', async () => {
    const page = await open('dialog');
    await badge(page);
    await page.evaluate(() => {
      document.querySelector('dialog')?.close();
      document.querySelector('dialog')?.showModal();
    });
    await page.waitForTimeout(1000);
    await badge(page);
    await page.close();
  });

  it('lies over a full-screen element', async () => {
    const page = await open('full');
    await badge(page);
    await page.bringToFront();
    await page.mouse.click(600, 500);
    await page.evaluate(() => document.querySelector('section')?.requestFullscreen());
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.waitForTimeout(800);
    await badge(page);
    await page.close();
  });
});
