import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { closedRoot } from './closed-root';
import { siteOn, tabOf } from './configure';
import { card, hover, lined } from './console-page';
import { focused } from './focused';
import { until } from './wait-until';

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Console</title>
<style>body{margin:20px} td{padding:8px}</style>
<dialog style="inline-size:600px;block-size:500px"><button onclick="this.title='Pressed'">Press</button>
<table><tr><td>src_ip=198.51.100.23</td></tr></table></dialog>
<section style="background:#fff;padding:20px"><p>dst=203.0.113.77</p></section>
<script>document.querySelector('dialog').showModal()</script></html>`;

let pages: Pages;
let browser: Chromium;
let own: Page;
let page: Page;

beforeAll(async () => {
  [pages, browser] = await Promise.all([servePages({ dialogs: { '/': html } }), launchChromium()]);
  own = await browser.open('popup.html');
  await siteOn(browser, own, pages.origin('dialogs'), 'known');
});

beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(pages.origin('dialogs'));
  await lined(page, 'sl-none');
  await page.bringToFront();
  return () => page.close();
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

const isFocused = (words: string) =>
  until(`the focus on ${words}`, async () => (await focused(page)).includes(words), 5);
const isClosed = async () => !(await closedRoot(page))?.text.includes('Not enriched');

/** The pointer travels into the card, as a hand does. */
async function enter(): Promise<void> {
  const box = await (await card(page, 'Not enriched')).box();
  await page.mouse.move(box.x + 60, box.y + 14, { steps: 6 });
  await page.waitForTimeout(150);
}

describe('by key, while a modal dialog of the page is open', () => {
  const command = (command: string) =>
    own.evaluate(([tabId, command]) => chrome.tabs.sendMessage(tabId, { push: 'command', command }), [
      tabId,
      command,
    ] as const);
  const isOpen = () => page.evaluate(() => document.querySelector('dialog')?.matches(':modal'));

  let tabId: number;

  beforeEach(async () => {
    tabId = await tabOf(own, page);
  });

  it('the card takes the focus and keeps it; Escape closes it alone, and the focus is back where it was', async () => {
    await page.getByRole('button', { name: 'Press' }).focus();
    await command('next');
    await card(page, '198.51.100.23');
    expect(await focused(page)).toBe('button Press');
    await command('card');
    await isFocused('Enrich now');
    for (const words of ['Copy defanged', 'More ways to copy']) {
      await page.keyboard.press('Tab');
      await isFocused(words);
    }
    await page.keyboard.press('Escape');
    await until('closed', isClosed, 5);
    expect(await isOpen()).toBe(true);
    await isFocused('button Press');
  });

  it('Escape closes a card that was opened and not entered, and then the dialog', async () => {
    await command('next');
    await card(page, '198.51.100.23');
    await command('next');
    await card(page, '203.0.113.77');
    await command('previous');
    await card(page, '198.51.100.23');
    await page.keyboard.press('Escape');
    await until('closed', isClosed, 5);
    expect(await isOpen()).toBe(true);
    await page.keyboard.press('Escape');
    await until('the dialog closed', async () => !(await isOpen()), 5);
  });
});

describe('over a modal dialog of the page', () => {
  it('the card shows its row and takes a click once the pointer is in it', async () => {
    await hover(page, '198.51.100.23');
    expect((await card(page, 'Not enriched')).text).toContain('src_ip');
    await enter();
    await (await card(page, 'Not enriched')).click('Close');
    await until('closed', isClosed, 5);
  });

  it('the page’s dialog has its clicks back when the pointer has left the card', async () => {
    await hover(page, '198.51.100.23');
    await enter();
    await page.mouse.move(30, 700, { steps: 8 });
    await until('closed', isClosed, 5);
    await page.getByRole('button', { name: 'Press' }).click();
    expect(await page.locator('dialog button').getAttribute('title')).toBe('Pressed');
  });
});

it('over a full-screen element the card is on top', async () => {
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await page.mouse.click(5, 5);
  await page.evaluate(() => document.querySelector('section')?.requestFullscreen());
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await hover(page, '203.0.113.77');
  await enter();
  await (await card(page, 'Not enriched')).click('Close');
  await until('closed', isClosed, 5);
});
