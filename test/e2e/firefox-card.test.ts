import type { Page as ChromiumPage } from 'playwright-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page as documentOf } from '../page/consoles/console';
import { type Pages, servePages } from '../page/serve-pages';
import { ask } from './ask';
import { foundOn, tabOf } from './configure';
import { hover } from './console-page';
import { type Firefox, grantInFirefox, launchFirefox } from './firefox';
import { badgesInFirefox, closedRootInFirefox } from './firefox-root';
import { until } from './wait-until';

const c2 = '203.0.113.77';
const sites = {
  plain: documentOf(`<button id="row">Row</button><p>seen ${c2}</p>`),
  modal: documentOf(
    `<dialog style="inline-size:600px;block-size:500px"><button id="row">Press</button><p>seen ${c2}</p></dialog>`,
    '',
    `document.querySelector('dialog').showModal()`,
  ),
  full: documentOf(
    `<button id="full" onclick="document.querySelector('section').requestFullscreen()">Full screen</button>
<section style="background:#fff"><p>seen ${c2}</p></section>`,
  ),
  other: documentOf('<p>other 203.0.113.9</p>'),
};

let pages: Pages;
let firefox: Firefox;
let own: Page;
let page: Page;

beforeAll(async () => {
  const each = Object.entries(sites).map(([name, html]) => [name, { '/': html }] as const);
  [pages, firefox] = await Promise.all([servePages(Object.fromEntries(each)), launchFirefox()]);
  await grantInFirefox(firefox, ...Object.keys(sites).map((name) => `http://${name}.localhost/*`));
  own = await firefox.open('manifest.json');
  await ask(own, 'list.import', { name: 'Watchlist', text: c2, level: 'malicious' });
  for (const name of Object.keys(sites))
    await ask(own, 'site.set', { origin: pages.origin(name), on: true, mode: 'known' });
});

afterAll(() => Promise.all([firefox.close(), pages.stop()]));

beforeEach(() => () => page.close());

async function open(name: keyof typeof sites): Promise<void> {
  page = await firefox.browser.newPage();
  await page.goto(pages.origin(name));
  await isLined();
  await page.bringToFront();
}

const isLined = () => page.waitForFunction(() => CSS.highlights.has('sl-mal'), { timeout: 8_000 });
const text = async () => (await closedRootInFirefox(firefox, page))?.text ?? '';
const isOpen = () => until('the card', async () => (await text()).includes('Enrich now'), 10);
const isClosed = () => until('no card', async () => !(await text()).includes('Enrich now'), 10);

/** Calls a function with the card's layer as `this`. */
const inCard = async (run: string): Promise<unknown> =>
  (await closedRootInFirefox(firefox, page))?.ask(run).catch(() => null);

const focused = () =>
  inCard(`function () {
    const { activeElement } = this.getRootNode();
    return activeElement === null ? null : activeElement.ariaLabel ?? activeElement.textContent;
  }`);

const isFocused = (words: string) =>
  until(`the focus on ${words}`, async () => (await focused()) === words, 5);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(selector: string): Promise<Box> {
  const box = await inCard(`function () {
    const found = this.getRootNode().querySelector('${selector}');
    if (found === null) return null;
    const { x, y, width, height } = found.getBoundingClientRect();
    return JSON.stringify({ x, y, width, height });
  }`);
  if (typeof box !== 'string') throw new Error(`Nothing is ${selector}.`);
  return JSON.parse(box) as Box;
}

/** Points at the address, and travels into the card that opens. */
async function enter(): Promise<Box> {
  await hover(page as unknown as ChromiumPage, c2);
  await isOpen();
  const box = await boxOf('.card');
  await page.mouse.move(box.x + 60, box.y + 14, { steps: 6 });
  await pause(500);
  return box;
}

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

async function pressClose(): Promise<void> {
  const { x, y } = await boxOf('[aria-label="Close (Esc)"]');
  await page.mouse.click(x + 12, y + 12);
  await isClosed();
}

const isModal = () => page.evaluate(() => document.querySelector('dialog')?.matches(':modal'));
const activeId = () => page.evaluate(() => document.activeElement?.id);

/** What the browser's key would cause: WebDriver BiDi presses keys in pages alone, never the browser's own. */
async function command(command: string): Promise<void> {
  const tabId = await tabOf(own, page);
  await own.evaluate(([tabId, command]) => chrome.tabs.sendMessage(tabId, { push: 'command', command }), [
    tabId,
    command,
  ] as const);
}

describe.each(['plain', 'modal'] as const)('in Firefox, by keyboard (%s)', (site) => {
  it('the card opens, takes the focus when it is asked to, and gives it back by Escape', async () => {
    await open(site);
    await page.focus('#row');
    await command('next');
    await isOpen();
    await until('the words', async () => (await text()).includes(`Malicious: ${c2}, IPv4.`), 5);
    expect(await activeId()).toBe('row');
    await command('card');
    await isFocused('Enrich now');
    for (const words of ['Copy defanged', 'More ways to copy']) {
      await page.keyboard.press('Tab');
      await isFocused(words);
    }
    await page.keyboard.press('Escape');
    await isClosed();
    await until('the focus in the page', async () => (await activeId()) === 'row', 5);
    if (site === 'modal') expect(await isModal()).toBe(true);
  });
});

describe('in Firefox, by pointer', () => {
  it('the card over a modal dialog takes a click once the pointer is in it; the dialog stays open', async () => {
    await open('modal');
    await enter();
    await pressClose();
    expect(await isModal()).toBe(true);
  });

  it('the card is over a full-screen element', async () => {
    await open('full');
    await page.click('#full');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await pause(500);
    await enter();
    await pressClose();
  });

  it.each(['remove', 'silence'])(
    'the card is back and takes a click after the page did this: %s',
    async (how) => {
      await open('plain');
      const { x, y } = await enter();
      for (let phase = 0; phase < 6; phase += 1) {
        await page.evaluate((how) => {
          const host = document.querySelector<HTMLElement>('[data-sightline]');
          if (host !== null && how === 'silence') host.inert = true;
          else host?.remove();
        }, how);
        const isOnTop = () =>
          page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.localName === 'aside', [
            x + 60,
            y + 14,
          ] as const);
        await until('the card on top', isOnTop, 3);
        await pause(phase * 57);
      }
      await pressClose();
    },
  );

  it('the card lies in the window beside an address in its last corner', async () => {
    await open('plain');
    await page.evaluate(() => {
      document.querySelector('p')?.setAttribute('style', 'position:fixed;margin:0;bottom:4px;right:4px');
    });
    await pause(500);
    const { x, y, width, height } = await enter();
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(1280);
    expect(y + height).toBeLessThanOrEqual(800);
  });
});

describe('in Firefox, a badge', () => {
  it.each(['plain', 'modal', 'full'] as const)('stands after its address (%s)', async (site) => {
    await open(site);
    const badges = () => badgesInFirefox(firefox, page);
    await until('a badge', async () => (await badges()).length === 1, 8);
    const end = await page.evaluate(() => {
      const text = document.querySelector('p')?.firstChild;
      const range = document.createRange();
      if (text) range.selectNodeContents(text);
      const { right, top, height } = range.getBoundingClientRect();
      return { right, middle: top + height / 2 };
    });
    const [badge] = await badges();
    expect((badge?.x ?? 0) - end.right).toBeCloseTo(4, 0);
    expect(Math.abs((badge?.y ?? 0) + 6 - end.middle)).toBeLessThan(2);
  });
});

// Under its tool Firefox loads the page again: the cache itself is shown in Chromium alone.
it('in Firefox, a page that the analyst goes back to has its lines and its card, and the set of the tab is its own', async () => {
  await open('plain');
  const found = async () => (await foundOn(own, page)).map(({ ioc }) => ioc.value).join(' ');
  await page.goto(pages.origin('other'));
  await until('the other', async () => (await found()) === '203.0.113.9', 10);
  await page.evaluate(() => history.back());
  await until('back', async () => (await found().catch(() => '')) === c2, 10);
  await isLined();
  await enter();
  await pressClose();
});
