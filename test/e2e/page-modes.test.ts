import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { page as documentOf } from '../page/consoles/console';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { badgesOn } from './closed-root';
import { configure, siteOn } from './configure';
import { enriched } from './enriched';
import { card, hover, lined, lines } from './console-page';
import { picture } from './picture';
import { until } from './wait-until';

const c2 = '203.0.113.77';

let world: World;
let pages: Pages;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [world, pages, browser] = await Promise.all([
    startWorld(),
    servePages({ plain: { '/': documentOf(`<p>seen ${c2}</p><p>not asked 192.0.2.7</p>`) } }),
    launchChromium(),
  ]);
  own = await configure(browser, world);
  await enriched(own, { kind: 'ipv4', value: c2 });
  await siteOn(browser, own, pages.origin('plain'), 'known');
});

afterAll(() => Promise.all([browser.close(), world.stop(), pages.stop()]));

async function open(media: Parameters<Page['emulateMedia']>[0] = {}): Promise<Page> {
  const page = await browser.context.newPage();
  await page.emulateMedia(media);
  await page.goto(pages.origin('plain'));
  await lined(page, 'sl-mal');
  await page.bringToFront();
  return page;
}

/** A declared value of the first element in the card that matches. */
const look = async (page: Page, selector: string, property: string) =>
  (await card(page, 'Open report')).ask(
    `function () { return getComputedStyle(this.querySelector('${selector}'))['${property}'] }`,
  );

describe.each(['light', 'dark'] as const)('in forced colours, %s', (colorScheme) => {
  it('card and badge keep their edges and shapes, and the primary action its ground', async () => {
    const page = await open({ colorScheme, forcedColors: 'active' });
    // Chromium paints every highlight as a selection there: the less urgent have their badge alone.
    expect(Object.keys(await lines(page))).toEqual(['sl-mal']);
    await hover(page, c2);
    await card(page, 'Open report');
    await page.waitForTimeout(300);
    await picture(page, `forced-${colorScheme}`);
    const ground = await look(page, '.card', 'backgroundColor');
    expect(await look(page, '.card', 'outlineStyle')).toBe('solid');
    expect(await look(page, '.card', 'outlineColor')).not.toBe(ground);
    const edge = await (
      await card(page, 'Open report')
    ).ask(`function () {
      const bottom = (selector) => this.querySelector(selector).getBoundingClientRect().bottom;
      return bottom('.card') - bottom('.card-foot');
    }`);
    expect(edge).toBe(1);
    expect(await look(page, '.button.primary', 'backgroundColor')).not.toBe(ground);
    expect(await look(page, '.button.primary', 'color')).toBe(ground);
    await page.keyboard.press('Escape');
    await page.mouse.move(600, 500);
    await until('a badge', async () => (await badgesOn(page)).length === 1, 8);
    await picture(page, `forced-badge-${colorScheme}`);
    await page.close();
  });
});

it('with reduced motion nothing in the card moves or fades', async () => {
  const page = await open({ reducedMotion: 'reduce' });
  await hover(page, c2);
  const root = await card(page, 'Open report');
  const moving = await root.ask(`function () {
    const all = [...this.querySelectorAll('*')].map((one) => getComputedStyle(one));
    return all.filter((one) => parseFloat(one.animationDuration) > 0.01 && one.animationName !== 'none').length;
  }`);
  expect(moving).toBe(0);
  await page.close();
});

describe('when the extension is reloaded under an open page', () => {
  it('the old script takes its lines and badges away, and says so', async () => {
    const page = await open();
    await until('a badge', async () => (await badgesOn(page)).length === 1, 8);
    const worker = await browser.worker();
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await card(page, 'Reload this page');
    await picture(page, 'orphan');
    expect(await lines(page)).toEqual({});
    expect(await badgesOn(page)).toEqual([]);
    await page.close();
  });
});
