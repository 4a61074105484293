import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { closedRoot } from './closed-root';
import { configure, siteOn } from './configure';
import { card, lined } from './console-page';
import { focused } from './focused';
import { until } from './wait-until';

const c2 = '203.0.113.77';
const key = `ipv4|${c2}`;

let world: World;
let browser: Chromium;
let own: Page;
let page: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium()]);
  own = await configure(browser, world, {
    investigations: { tracker: 'request-tracker', automatic: false, perHour: 10 },
  });
  const origin = world.consoles.origin('siem');
  await siteOn(browser, own, origin, 'known');
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  page = await browser.context.newPage();
  await page.goto(origin);
  await lined(page, 'sl-none');
  await page.bringToFront();
  await page.focus('#search');
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

interface Dispatching {
  dispatch(...args: unknown[]): void;
}

/** A key of the browser's list of commands: pressing it is the browser's own business, out of reach of a page. */
async function command(name: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    (chrome.commands.onCommand as unknown as Dispatching).dispatch(name, tab);
  }, name);
}

const isFocused = (words: string) => until(words, async () => (await focused(page)).includes(words), 10);
const copied = () => page.evaluate(() => navigator.clipboard.readText());
const report = () => ask(own, 'report.get', { key });

/** Presses Tab until the focus is there; each stop on the way. */
async function tabTo(words: string): Promise<string[]> {
  const stops: string[] = [];
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    const name = await focused(page);
    stops.push(name);
    if (name.includes(words)) return stops;
  }
  throw new Error(`Tab does not reach "${words}" but ${stops.join(' · ')}`);
}

describe('everything in the card, by keyboard alone', () => {
  it('goes to the next IOC, and says its level first', async () => {
    await page.reload();
    await lined(page, 'sl-none');
    await page.focus('#search');
    await command('next-ioc');
    await card(page, 'No verdict: 10.20.4.31, IPv4.');
    await command('next-ioc');
    await card(page, `No verdict: ${c2}, IPv4.`);
    expect(await focused(page)).toBe('button Search');
  });

  it('takes the focus into the card when it is asked to', async () => {
    await command('open-card');
    await isFocused('Enrich now');
  });

  it('enriches, says the verdict, and keeps the focus in the card', async () => {
    await page.keyboard.press('Enter');
    await until('closed', async () => (await report())?.enrichment.state === 'closed');
    expect((await card(page, 'Malicious')).text).toContain('VirusTotal');
    await isFocused('button Enrich now');
  });

  it('reaches every action by Tab, in the order in which they stand', async () => {
    await page.keyboard.press('Escape');
    await command('open-card');
    await isFocused('Enrich now');
    await card(page, 'File Investigation');
    expect(await tabTo('More ways to copy')).toEqual([
      'button Open report',
      'button File Investigation',
      'button Copy defanged',
      'button More ways to copy',
    ]);
  });

  it('copies, defanged and plain', async () => {
    await page.keyboard.press('Enter');
    await tabTo('Copy plain');
    await page.keyboard.press('Enter');
    await card(page, 'Copied plain');
    expect(await copied()).toBe(c2);
    await page.keyboard.press('Escape');
    await command('open-card');
    await isFocused('Enrich now');
    await tabTo('Copy defanged');
    await page.keyboard.press('Enter');
    await card(page, 'Copied');
    expect(await copied()).toBe('203[.]0[.]113[.]77');
  });

  it('asks again', async () => {
    await page.keyboard.press('Escape');
    await command('open-card');
    await isFocused('Enrich now');
    await page.keyboard.press('Enter');
    await until('a second run', async () => ((await report())?.enrichment.runs ?? 0) > 1, 20);
  });

  it('closes by Escape, and the focus is back in the page', async () => {
    await page.keyboard.press('Escape');
    await until('the card closed', async () => !(await closedRoot(page))?.text.includes('Open report'), 5);
    await isFocused('button Search');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
  });

  it('opens the report', async () => {
    await command('open-card');
    await isFocused('Enrich now');
    await tabTo('Open report');
    await page.keyboard.press('Enter');
    await until(
      'the report',
      async () => {
        const view = await ask(own, 'panel.view', {});
        return view.show === 'report' && view.key === key;
      },
      10,
    );
  });

  it('goes to the next malicious IOC, and says so', async () => {
    await page.bringToFront();
    await command('next-malicious');
    await card(page, `Malicious: ${c2}, IPv4.`);
  });
});
