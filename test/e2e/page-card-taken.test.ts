import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page as documentOf } from '../page/consoles/console';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { closedRoot } from './closed-root';
import { siteOn, tabOf } from './configure';
import { card, hover, lined } from './console-page';
import { focused } from './focused';
import { until } from './wait-until';

const text = '<p>seen 203.0.113.77</p>';

let pages: Pages;
let browser: Chromium;
let own: Page;
let page: Page;

beforeAll(async () => {
  const sites = {
    plain: { '/': documentOf(`${text}<div id="off" hidden></div>`) },
    modal: {
      '/': documentOf(`<dialog>${text}</dialog>`, '', `document.querySelector('dialog').showModal()`),
    },
  };
  [pages, browser] = await Promise.all([servePages(sites), launchChromium()]);
  own = await browser.open('popup.html');
  for (const name of Object.keys(sites)) await siteOn(browser, own, pages.origin(name), 'known');
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

/** Where the pointer lies: in the open card of a fresh page, at rest. */
let at: { readonly x: number; readonly y: number };

async function enterCard(site: string): Promise<void> {
  page = await browser.context.newPage();
  await page.goto(pages.origin(site));
  await lined(page, 'sl-none');
  await hover(page, '203.0.113.77');
  const { x, y } = await (await card(page, 'Not enriched')).box();
  at = { x: x + 60, y: y + 14 };
  await page.mouse.move(at.x, at.y, { steps: 6 });
  await isOnTop();
  await wait(200);
}

/** The card takes a press where the pointer lies, which nobody moves. */
const isOnTop = () =>
  until(
    'the card on top',
    () => page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName === 'aside', at),
    3,
  );

/** The page does this to the host element, so many times, so many milliseconds apart. */
const harm = (how: string, times = 1, apart = 0) =>
  page.evaluate(
    async ([how, times, apart]) => {
      for (let time = 0; time < times; time += 1) {
        const host = document.querySelector<HTMLElement>('[data-sightline]');
        if (host !== null && how === 'silence') host.inert = true;
        if (host !== null && how === 'remove') host.remove();
        if (host !== null && how === 'move') document.querySelector('#off, dialog')?.append(host);
        if (apart > 0) await new Promise((resolve) => setTimeout(resolve, apart));
      }
    },
    [how, times, apart] as const,
  );

async function pressClose(): Promise<void> {
  await (await card(page, 'Not enriched')).click('Close');
  const isClosed = async () => !(await closedRoot(page))?.text.includes('Not enriched');
  await until('closed', isClosed, 5);
  await page.close();
}

describe('an open card, with the pointer at rest in it', () => {
  it.each(['silence', 'remove', 'move'])(
    'takes presses again at once, whenever the page does: %s',
    async (how) => {
      await enterCard('plain');
      for (let phase = 0; phase < 12; phase += 1) {
        await harm(how);
        await isOnTop();
        await wait(phase * 37);
      }
      await pressClose();
    },
  );

  it('comes back after the page took it away for longer than it would take at once', async () => {
    await enterCard('plain');
    await harm('remove', 120, 25);
    await isOnTop();
    await pressClose();
  });

  it.each(['silence', 'remove', 'move'])('takes presses again over a modal dialog: %s', async (how) => {
    await enterCard('modal');
    for (let phase = 0; phase < 4; phase += 1) {
      await harm(how);
      await wait(300);
      await page.mouse.move(at.x + phase, at.y);
      await isOnTop();
    }
    await pressClose();
  });

  it('leaves nothing on the page when the analyst goes on', async () => {
    await enterCard('plain');
    await harm('remove', 30, 10);
    await page.mouse.move(900, 700, { steps: 6 });
    const isClosed = async () => !(await closedRoot(page))?.text.includes('Not enriched');
    await until('closed', isClosed, 5);
    expect(await page.evaluate(() => document.querySelectorAll('aside').length)).toBeLessThan(2);
    await page.close();
  });
});

describe('a card that the keyboard is in', () => {
  const isFocused = (words: string) =>
    until(`the focus on ${words}`, async () => (await focused(page)).includes(words), 5);

  it.each([
    ['plain', 'remove'],
    ['plain', 'move'],
    ['modal', 'remove'],
  ])('has it again after the page (%s) did this: %s', async (site, how) => {
    page = await browser.context.newPage();
    await page.goto(pages.origin(site));
    await lined(page, 'sl-none');
    await page.bringToFront();
    const tabId = await tabOf(own, page);
    for (const command of ['next', 'card']) {
      await own.evaluate(([tabId, command]) => chrome.tabs.sendMessage(tabId, { push: 'command', command }), [
        tabId,
        command,
      ] as const);
      await card(page, 'Not enriched');
    }
    await isFocused('Enrich now');
    await page.keyboard.press('Tab');
    await isFocused('Copy defanged');
    for (let time = 0; time < 3; time += 1) {
      await harm(how);
      await isFocused('Copy defanged');
    }
    await page.keyboard.press('Tab');
    await isFocused('More ways to copy');
    await page.keyboard.press('Escape');
    await until('closed', async () => !(await closedRoot(page))?.text.includes('Not enriched'), 5);
    await page.close();
  });
});
