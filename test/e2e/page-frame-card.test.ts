import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page as documentOf } from '../page/consoles/console';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { rootText } from './closed-root';
import { foundOn, siteOn, tabOf } from './configure';
import { until } from './wait-until';

const top = '203.0.113.1';
/** What each frame holds. */
const held = { same: '203.0.113.2', srcdoc: '203.0.113.3', cross: '203.0.113.4' } as const;
type Name = keyof typeof held;
const names = ['same', 'srcdoc', 'cross'] as const;

let pages: Pages;
let browser: Chromium;
let own: Page;
let page: Page;
let tabId: number;

beforeAll(async () => {
  const body = (value: string) =>
    documentOf(`<button>Row</button><p>src ${value}</p><p>dst 198.51.100.7</p>`);
  const sites = {
    console: { '/': documentOf(`<p>top ${top}</p><main></main>`), '/inner': body(held.same) },
    inner: { '/': body(held.cross) },
  };
  [pages, browser] = await Promise.all([servePages(sites), launchChromium()]);
  own = await browser.open('popup.html');
  for (const name of ['console', 'inner']) await siteOn(browser, own, pages.origin(name), 'known');
  page = await browser.context.newPage();
  await page.goto(pages.origin('console'));
  await page.evaluate(
    ([inner, srcdoc]) => {
      for (const [name, source, value] of [
        ['same', 'src', '/inner'],
        ['srcdoc', 'srcdoc', srcdoc],
        ['cross', 'src', inner],
      ] as const) {
        const frame = document.createElement('iframe');
        frame.name = name;
        frame.style.cssText = 'inline-size:560px;block-size:420px';
        frame.setAttribute(source, value);
        document.querySelector('main')?.append(frame);
      }
    },
    [pages.origin('inner'), body(held.srcdoc)] as const,
  );
  await until('all four frames', async () => (await foundOn(own, page)).length === 5, 20);
  tabId = await tabOf(own, page);
  await page.bringToFront();
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

function frame(name: Name): Frame {
  const found = page.frame({ name });
  if (found === null) throw new Error(`No frame ${name}.`);
  return found;
}

/** What our closed root in this frame says; '' where there is none. */
const said = (name: Name): Promise<string> => rootText(frame(name));

const says = (name: Name, words: string) =>
  until(`${words} in the frame`, async () => (await said(name)).includes(words), 10);

const isClosed = (name: Name) =>
  until('no card', async () => !(await said(name)).includes('Not enriched'), 10);

const command = (command: string) =>
  own.evaluate(([tabId, command]) => chrome.tabs.sendMessage(tabId, { push: 'command', command }), [
    tabId,
    command,
  ] as const);

/** Moves the pointer onto the paragraph's text, as a hand does. */
async function point(name: Name): Promise<void> {
  const text = frame(name).locator('p').first();
  await text.scrollIntoViewIfNeeded();
  const box = await text.boundingBox();
  if (box === null) throw new Error('The text is not seen.');
  await page.mouse.move(box.x + 40, box.y + 8, { steps: 4 });
  await page.mouse.move(box.x + 44, box.y + 10, { steps: 3 });
}

describe.each(names)('in a frame (%s)', (name) => {
  it('the card opens by hover, in that frame and in no other', async () => {
    await point(name);
    await says(name, held[name]);
    await says(name, 'Not enriched');
    for (const other of names) {
      if (other !== name) expect(await said(other)).not.toContain('Not enriched');
    }
    const box = await (await frame(name).frameElement()).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 545, (box?.y ?? 0) + 400, { steps: 8 });
    await isClosed(name);
  });

  it.each(['its indicator', 'the card'])(
    'the card closes when the pointer leaves the frame straight from %s',
    async (where) => {
      await point(name);
      await says(name, 'Not enriched');
      if (where === 'the card') {
        const box = await frame(name).locator('p').first().boundingBox();
        await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 60, { steps: 4 });
        await page.waitForTimeout(700);
        await says(name, 'Not enriched');
      }
      await page.mouse.move(1200, 20);
      await isClosed(name);
    },
  );

  it('keys go through the frame that has the focus; Escape closes, and the focus is back where it was', async () => {
    const button = frame(name).getByRole('button', { name: 'Row' });
    await button.focus();
    await command('next');
    await says(name, 'Not enriched');
    await command('card');
    await until(
      'the focus in the card',
      () => frame(name).evaluate(() => !document.activeElement?.matches('button')),
      10,
    );
    await page.keyboard.press('Escape');
    await isClosed(name);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await rootText(page.mainFrame())).not.toContain('Not enriched');
  });
});
