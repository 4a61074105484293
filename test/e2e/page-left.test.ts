import type { Page } from 'playwright-core';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { config } from '../lab/config';
import { startWorld, type World } from '../lab/world';
import { page as documentOf } from '../page/consoles/console';
import { type Pages, servePages } from '../page/serve-pages';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure, siteOn } from './configure';
import { card, hover } from './console-page';
import { until } from './wait-until';

/** VirusTotal's whole minute, spent before each page is opened. */
const perMinute = 4;
const minute = 60_000;
/** Milliseconds that a test takes at most: so much of the minute must be left. */
const enough = 40_000;
const address = (last: number) => `203.0.113.${last}`;

/** Nobody was asked about these yet; a try takes the next. */
const hovers = Array.from({ length: 20 }, (_, at) => 101 + at);
const screens = [151, 152, 153];
const fresh = (of: number[]): number => of.shift() ?? 0;

let world: World;
let pages: Pages;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [world, pages, browser] = await Promise.all([
    startWorld(),
    servePages({
      list: { '/': documentOf(hovers.map((last) => `<p>${address(last)}</p>`).join('')) },
      screen: Object.fromEntries(screens.map((last) => [`/${last}`, documentOf(`<p>${address(last)}</p>`)])),
    }),
    launchChromium(),
  ]);
  const { sources } = config(world);
  const virustotal = { on: true, baseUrl: world.virustotal.url, perMinute, perDay: 500 };
  own = await configure(browser, world, { sources: { ...sources, virustotal } });
  await siteOn(browser, own, pages.origin('list'));
  await siteOn(browser, own, pages.origin('screen'), 'auto');
});

let spentAt = -Infinity;

beforeEach(async () => {
  if (performance.now() - spentAt < minute - enough) return;
  await wait(Math.max(0, spentAt + minute + 1_000 - performance.now()));
  const before = world.virustotal.requests.length;
  const others = Array.from(
    { length: perMinute },
    (_, at) => ({ kind: 'ipv4', value: address(1 + before + at) }) as const,
  );
  spentAt = performance.now();
  await ask(own, 'enrich', { iocs: others, trigger: 'panel' });
  await until('the minute to be spent', () => world.virustotal.requests.length >= before + perMinute);
});

afterAll(() => Promise.all([browser.close(), world.stop(), pages.stop()]));

/** What was let go of, by its last number. */
const dropped: number[] = [];

/** Asked through the history, which is nobody's report: who reads a report waits for it. */
const row = async (value: string) =>
  (await ask(own, 'history', { before: null, limit: 100 })).find(({ ioc }) => ioc.value === value);
const closed = (value: string) =>
  until(`the Enrichment of ${value} to close`, async () => (await row(value))?.running === false, 20);

async function hovered(page: Page, last: number): Promise<void> {
  await hover(page, address(last));
  await card(page, 'starts in');
}

it('what the pointer left is not sent, and what was answered stays', async () => {
  const page = await browser.open('manifest.json');
  await page.goto(pages.origin('list'));
  const last = fresh(hovers);
  await hovered(page, last);
  expect((await row(address(last)))?.running).toBe(true);
  await page.mouse.move(5, 5, { steps: 4 });
  await closed(address(last));
  dropped.push(last);
  const states = (await row(address(last)))?.ticks.map(({ provider, state }) => `${provider} ${state}`);
  expect(states).toContain('virustotal failed');
  expect(states?.filter((state) => state.endsWith('failed'))).toHaveLength(1);
  await page.close();
});

it('what a closed tab asked about is not sent', async () => {
  const page = await browser.open('manifest.json');
  await page.goto(pages.origin('list'));
  const last = fresh(hovers);
  await hovered(page, last);
  await page.close();
  await closed(address(last));
  dropped.push(last);
});

it('what was on a screen in mode auto is not sent once the page is left', async () => {
  const page = await browser.open('manifest.json');
  const last = fresh(screens);
  await page.goto(`${pages.origin('screen')}/${last}`);
  await until('the run', async () => (await row(address(last)))?.running === true);
  await page.goto('about:blank');
  await closed(address(last));
  dropped.push(last);
  await page.close();
});

it('what the panel shows is waited for, though the card that led there closed', async () => {
  const page = await browser.open('manifest.json');
  await page.goto(pages.origin('list'));
  const last = fresh(hovers);
  await hovered(page, last);
  const panel = await browser.open(`sidepanel.html#report=${encodeURIComponent(`ipv4|${address(last)}`)}`);
  await panel.getByText('starts in').first().waitFor();
  await page.close();
  await wait(2000);
  expect((await row(address(last)))?.running).toBe(true);
});

it('none of the dropped was ever sent', () => {
  const asked = world.virustotal.requests.map(({ path }) => path);
  for (const last of dropped) expect(asked.some((path) => path.endsWith(`.${last}`))).toBe(false);
});
