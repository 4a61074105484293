import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { page as documentOf } from '../page/consoles/console';
import { type Pages, servePages } from '../page/serve-pages';
import { badgesOn } from './closed-root';
import { type Chromium, launchChromium } from './chromium';
import { configure, foundOn, siteOn, tabOf } from './configure';
import { card, hover, lined, lines } from './console-page';
import { ask } from './ask';
import { until } from './wait-until';

let world: World;
let pages: Pages;
let browser: Chromium;
let own: Page;

const c2 = '203.0.113.77';

/** So many that the page is still telling of them when it is left. */
const many = Array.from({ length: 3_000 }, (_, row) => `<p>10.9.${row >> 8}.${row & 255}</p>`).join('');

/** Long enough for most of the page to lie out of sight, where text is let go later. */
const routed = `<main></main><script>
function draw(view) {
  document.querySelector('main').innerHTML =
    Array.from({ length: 60 }, (_, row) => '<p>10.' + view + '.0.' + row + '</p>').join('');
}
draw(0);
</script>`;

const framed = (inner: string) => `<p>outer 203.0.113.1</p><iframe src="${inner}"></iframe>`;

beforeAll(async () => {
  const sites = {
    route: { '/': documentOf(routed) },
    many: { '/': documentOf(many) },
    list: { '/': documentOf(`<p>${c2}</p>`) },
    other: { '/': documentOf('<p>other 203.0.113.9</p>') },
    off: { '/': documentOf('<p>off 203.0.113.10</p>') },
    slow: {
      '/': documentOf(`${framed('/inner')}<script src="/late.js"></script>`),
      '/inner': 'in 203.0.113.2',
    },
  };
  [world, pages, browser] = await Promise.all([
    startWorld(),
    servePages(sites),
    launchChromium({ backForwardCache: true }),
  ]);
  own = await configure(browser, world);
  for (const name of ['route', 'many', 'list', 'other', 'slow'])
    await siteOn(browser, own, pages.origin(name));
});

afterAll(() => Promise.all([browser.close(), world.stop(), pages.stop()]));

// Whatever a test before left open, hidden or switched off would be found in the next.
beforeEach(async () => {
  const other = pages.origin('other');
  const left = browser.context.pages().filter((page) => page.url().startsWith(other));
  await Promise.all(left.map((page) => page.close()));
  await ask(own, 'site.set', { origin: other, on: true });
  await ask(own, 'hide', { key: 'ipv4|203.0.113.9', hidden: false });
});

async function open(name: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(pages.origin(name));
  return page;
}

// A page that comes back loads nothing.
const back = (page: Page) => page.goBack({ waitUntil: 'commit' });
const forward = (page: Page) => page.goForward({ waitUntil: 'commit' });

const found = async (page: Page) => (await foundOn(own, page)).map(({ ioc }) => ioc.value).toSorted();

const isFound = (page: Page, ...values: string[]) =>
  until(`exactly ${values.join(', ')}`, async () => (await found(page)).join(' ') === values.join(' '), 10);

const view = (number: number) => Array.from({ length: 60 }, (_, row) => `10.${number}.0.${row}`).toSorted();

describe('an application that changes its address without a load', () => {
  it('has the indicators of its last view and no other, whenever their text comes and goes', async () => {
    const page = await open('route');
    await isFound(page, ...view(0));
    for (let to = 1; to <= 12; to += 1) {
      await page.evaluate(
        ([to, wait]) => {
          // @ts-expect-error -- a function of the page
          const draw = globalThis.draw as (view: number) => void;
          const busy = (milliseconds: number) => {
            for (const end = performance.now() + milliseconds; performance.now() < end;);
          };
          history.pushState(null, '', `/view-${to}`);
          // The old view stays a while, beside something new; frames are slow.
          const note = document.createElement('p');
          note.textContent = `10.${to}.0.0`;
          document.querySelector('main')?.append(note);
          const frames = setInterval(() => busy(60), 70);
          setTimeout(() => draw(to), wait);
          setTimeout(() => clearInterval(frames), wait + 500);
        },
        [to, (to % 4) * 120] as const,
      );
      await isFound(page, ...view(to));
    }
    await page.close();
  });
});

describe('a page that comes back from the back/forward cache', () => {
  it('has its lines, badges and card, and the set of the tab is its own', async () => {
    const page = await open('list');
    await lined(page, 'sl-none');
    await page.bringToFront();
    await hover(page, c2);
    await card(page, 'Malicious');
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 5);
    await until('a badge', async () => (await badgesOn(page)).length === 1, 10);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
    });
    await page.goto(pages.origin('other'));
    await isFound(page, '203.0.113.9');
    await back(page);
    await page.waitForFunction(() => 'persisted' in globalThis);
    expect(await page.evaluate('persisted')).toBe(true);
    await isFound(page, c2);
    await expect.poll(() => lines(page)).toEqual({ 'sl-mal': 1 });
    await until('a badge', async () => (await badgesOn(page)).length === 1, 10);
    await hover(page, c2);
    await card(page, 'Malicious');
    await forward(page);
    await isFound(page, '203.0.113.9');
    await back(page);
    await isFound(page, c2);
    await expect(card(page, 'Malicious', 700)).rejects.toThrow();
    await page.close();
  });

  it('hears what became known meanwhile', async () => {
    const page = await open('other');
    await lined(page, 'sl-none');
    await page.goto(pages.origin('route'));
    await isFound(page, ...view(0));
    await ask(own, 'hide', { key: 'ipv4|203.0.113.9', hidden: true });
    await back(page);
    await isFound(page, '203.0.113.9');
    await until('no line', async () => !('sl-none' in (await lines(page))), 10);
    await ask(own, 'hide', { key: 'ipv4|203.0.113.9', hidden: false });
    await page.close();
  });

  it('is still where its site was switched off meanwhile', async () => {
    const page = await open('other');
    await lined(page, 'sl-none');
    for (let visit = 0; visit < 5; visit += 1) {
      await page.goto(pages.origin('many'));
      await ask(own, 'site.set', { origin: pages.origin('other'), on: false });
      await back(page);
      await until('no line', async () => Object.keys(await lines(page)).length === 0, 10);
      await isFound(page);
      await ask(own, 'site.set', { origin: pages.origin('other'), on: true });
      await isFound(page, '203.0.113.9');
    }
    await page.close();
  });
});

describe('the set of a tab', () => {
  it('is empty on a page whose site is not switched on, whatever the tab showed before', async () => {
    const page = await open('other');
    await isFound(page, '203.0.113.9');
    const tabId = await tabOf(own, page);
    await page.goto(pages.origin('off'));
    await expect.poll(async () => (await ask(own, 'tab.state', { tabId })).found).toBe(0);
    await page.close();
  });

  it('is not counted on the toolbar any more, whatever becomes known after the page was left', async () => {
    const page = await open('list');
    await hover(page, c2);
    await card(page, 'Malicious');
    const there = await open('list');
    const tabs = await own.evaluate(
      async (url) => (await chrome.tabs.query({ url })).map(({ id = -1 }) => id),
      `${pages.origin('list')}/`.replace(/:\d+/, ''),
    );
    const counted = (at: number) =>
      own.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tabs[at] ?? -1);
    for (const at of [0, 1]) await until('the count', async () => (await counted(at)) === '1', 10);
    await page.goto(pages.origin('off'));
    for (const [hidden, count] of [
      [true, ''],
      [false, '1'],
    ] as const) {
      await ask(own, 'hide', { key: `ipv4|${c2}`, hidden });
      await until('news', async () => (await counted(1)) === count, 10);
    }
    expect(await counted(0)).toBe('');
    await Promise.all([page.close(), there.close()]);
  });

  it('keeps what a frame told before the page around it was ready', async () => {
    const page = await browser.context.newPage();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/late.js', async (route) => {
      await held;
      await route.fulfill({ contentType: 'text/javascript', body: '' });
    });
    const loaded = page.goto(pages.origin('slow'));
    await until('the frame', async () => (await page.frames()[1]?.evaluate('CSS.highlights.size')) === 1, 10);
    release();
    await loaded;
    await isFound(page, '203.0.113.1', '203.0.113.2');
    await page.close();
  });
});
