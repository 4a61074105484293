import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page as documentOf } from '../page/consoles/console';
import { drawnPlaces, mismatch, seenPlaces } from '../page/places';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { foundOn, siteOn } from './configure';
import { card } from './console-page';
import { until } from './wait-until';

let pages: Pages;
let browser: Chromium;
let own: Page;

const five = `let at = document.getElementById('five');
window.closedRoots = [];
for (let depth = 0; depth < 5; depth += 1) {
  const root = at.attachShadow({ mode: 'closed' });
  root.innerHTML = '<p>closed 192.0.2.' + (50 + depth) + '</p><div></div>';
  window.closedRoots.push(root);
  at = root.querySelector('div');
}
document.getElementById('bare').attachShadow({ mode: 'open' }).innerHTML = 'bare 203.0.113.99';`;

beforeAll(async () => {
  const sites = {
    roots: { '/': documentOf('<p>top 203.0.113.1</p><div id="five"></div><div id="bare"></div>', '', five) },
    late: {
      '/': documentOf('<p>top 203.0.113.2</p><div id="here"></div><late-field></late-field>'),
      '/inner': documentOf('<p>inner 203.0.113.3</p>'),
    },
    holder: { '/': documentOf('<p>holder 203.0.113.4</p>') },
    inner: { '/': documentOf('<p>other origin 203.0.113.5</p>') },
    refused: { '/': documentOf('<p>not allowed 203.0.113.6</p>') },
  };
  [pages, browser] = await Promise.all([servePages(sites), launchChromium()]);
  own = await browser.open('popup.html');
  for (const name of ['roots', 'late', 'holder', 'inner'])
    await siteOn(browser, own, pages.origin(name), 'known');
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

async function open(name: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(pages.origin(name));
  return page;
}

/** Waits until these texts, and no others, have a line where they stand. */
async function drawn(page: Page, ...texts: string[]): Promise<void> {
  const compare = async () => mismatch(await seenPlaces(page, texts), await drawnPlaces(page));
  const isDrawn = async () =>
    (await seenPlaces(page, texts)).length === texts.length &&
    Object.values(await compare()).every((places) => places.length === 0);
  await until('lines', isDrawn, 8).catch(() => undefined);
  expect(await compare()).toEqual({ missing: [], stray: [] });
  expect(await seenPlaces(page, texts)).toHaveLength(texts.length);
}

const found = async (page: Page) => (await foundOn(own, page)).map(({ ioc }) => ioc.value).toSorted();

describe('wherever the text is', () => {
  it('marks closed shadow roots five deep, and text that stands in a root by itself', async () => {
    const page = await open('roots');
    const closed = [50, 51, 52, 53, 54].map((end) => `192.0.2.${end}`);
    await drawn(page, '203.0.113.1', ...closed, '203.0.113.99');
    await page.bringToFront();
    for (const value of ['192.0.2.54', '203.0.113.99']) {
      const [place] = await seenPlaces(page, [value]);
      if (place === undefined) throw new Error(`${value} is not seen.`);
      await page.mouse.move(place.left + 20, place.top + 5);
      await page.mouse.move(place.left + 24, place.top + 7, { steps: 3 });
      await card(page, value, 5000);
      await page.keyboard.press('Escape');
    }
    await page.close();
  });

  it('marks frames and roots that appear later', async () => {
    const page = await open('late');
    await drawn(page, '203.0.113.2');
    await page.evaluate(() => {
      for (const [name, value] of [
        ['src', '/inner'],
        ['srcdoc', '<p>srcdoc 203.0.113.7</p>'],
      ] as const) {
        const frame = document.createElement('iframe');
        frame.setAttribute(name, value);
        document.getElementById('here')?.append(frame);
      }
      customElements.define(
        'late-field',
        class extends HTMLElement {
          connectedCallback() {
            this.attachShadow({ mode: 'open' }).innerHTML = '<p>field 203.0.113.8</p>';
          }
        },
      );
    });
    await drawn(page, '203.0.113.2', '203.0.113.3', '203.0.113.7', '203.0.113.8');
    await until('the set', async () => (await found(page)).length === 4, 10);
    expect(await found(page)).toEqual(['203.0.113.2', '203.0.113.3', '203.0.113.7', '203.0.113.8']);
    await page.close();
  });

  it('marks frames of other origins that the user allowed, and none of those that were not', async () => {
    const page = await open('holder');
    await page.evaluate(
      (origins) => {
        for (const origin of origins) {
          const frame = document.createElement('iframe');
          frame.src = origin;
          document.body.append(frame);
        }
      },
      [pages.origin('inner'), pages.origin('refused')],
    );
    await until('both', async () => (await found(page)).length === 2, 10);
    expect(await found(page)).toEqual(['203.0.113.4', '203.0.113.5']);
    const lines = async () => (await drawnPlaces(page)).map(({ text }) => text).toSorted();
    await expect.poll(lines, { timeout: 8_000 }).toEqual(['203.0.113.4', '203.0.113.5']);
    await page.close();
  });
});
