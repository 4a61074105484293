import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { hostiles } from '../page/hostile';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { configure, foundOn, siteOn } from './configure';
import { card } from './console-page';
import { until } from './wait-until';

let world: World;
let pages: Pages[];
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  const serve = ({ html, csp }: (typeof hostiles)[number]) =>
    servePages({ hostile: { '/': html } }, csp === undefined ? {} : { 'Content-Security-Policy': csp });
  [world, browser, pages] = await Promise.all([
    startWorld(),
    launchChromium(),
    Promise.all(hostiles.map(serve)),
  ]);
  own = await configure(browser, world);
});

afterAll(() => Promise.all([browser.close(), world.stop(), ...pages.map((one) => one.stop())]));

/** Points with the hand, by where the element is: a page cannot tamper with the tool's own world. */
async function point(page: Page): Promise<void> {
  const box = await page.locator('#ioc').boundingBox();
  if (box === null) throw new Error('The page shows no #ioc.');
  await page.mouse.move(box.x + 70, box.y + 8);
  await page.mouse.move(box.x + 73, box.y + 10, { steps: 3 });
}

const foundIt = async (page: Page) =>
  (await foundOn(own, page)).some(({ ioc }) => ioc.value === '198.51.100.77');

describe('a page that means harm', () => {
  for (const [at, { name, deaf, calm }] of hostiles.entries()) {
    it(`${name}: spends no lookup, runs nothing, and the card stands`, async () => {
      const origin = pages[at]?.origin('hostile') ?? '';
      await siteOn(browser, own, origin, 'hover');
      const before = world.lookups().length;
      const page = await browser.context.newPage();
      await page.goto(origin);
      await until('the indicator', () => foundIt(page), 20);
      await wait(1500);
      expect(world.lookups().length).toBe(before);
      if (deaf) {
        const worker = await browser.worker();
        await page.bringToFront();
        for (const command of ['next', 'card'])
          await worker.evaluate(async (command) => {
            const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
            await chrome.tabs.sendMessage(tab?.id ?? -1, { push: 'command', command });
          }, command);
      } else await point(page);
      await wait(600);
      if (calm !== undefined) await page.evaluate(calm);
      const shown = await card(page, '198.51.100.77');
      expect(shown.text).toContain('IPv4');
      const { x, y, width, height } = await shown.box();
      expect(width).toBeGreaterThan(300);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(1280);
      expect(y + height).toBeLessThanOrEqual(800);
      expect(await harmOf(page)).toBe(undefined);
      await page.close();
    });
  }
});

/** Asked over the DevTools protocol, by a plain expression: tampered prototypes cannot answer for it. */
async function harmOf(page: Page): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: 'window.harm' });
  return result.value;
}
