import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf } from '../lab/consoles/page';
import { drawnPlaces, mismatch, seenPlaces } from '../page/places';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { siteOn } from './configure';
import { until } from './wait-until';

const rows = 1_500;
const rowHeight = 20;
const addressOf = (box: number, at: number): string => `198.${18 + box}.${at >> 8}.${at & 255}`;

const each = (row: (at: number) => string): string =>
  Array.from({ length: rows }, (_, at) => row(at)).join('');
const list = (box: number): string => each((at) => `<li>seen ${addressOf(box, at)} again</li>`);

/** Coprime to the number of rows: neighbours in the page stand far apart on the screen. */
const stride = 397;
const scattered = each(
  (at) => `<li style="top:${((at * stride) % rows) * rowHeight}px">seen ${addressOf(1, at)} again</li>`,
);

const style = `body { margin: 0; display: flex; gap: 8px; font: 12px/20px monospace; }
.box { height: 150px; width: 240px; overflow: auto; position: relative; } .box[hidden] { display: none; }
ul { list-style: none; margin: 0; padding: 0; } li { height: ${rowHeight}px; } #b li { position: absolute; }`;
const body = `<div class="box" id="a"><ul>${list(0)}</ul></div><div class="box" id="b"><ul>${scattered}</ul></div>
<div class="box" id="c" hidden><ul>${list(2)}</ul></div>`;

let pages: Pages;
let browser: Chromium;
let page: Page;

beforeAll(async () => {
  const far = { '/': documentOf('Boxes', body, style) };
  [pages, browser] = await Promise.all([servePages({ far }), launchChromium()]);
  await siteOn(browser, await browser.open('popup.html'), pages.origin('far'), 'known');
  page = await browser.context.newPage();
  await page.goto(pages.origin('far'));
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

/** Of what a box shows now, what has no line. */
async function missing(id: string): Promise<readonly string[]> {
  const [texts, edges] = await page.evaluate((id) => {
    const box = document.querySelector(`#${id}`)?.getBoundingClientRect();
    const inside = [...document.querySelectorAll(`#${id} li`)].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return box !== undefined && top >= box.top && bottom <= box.bottom;
    });
    const shown = inside.map(({ textContent }) => /[\d.]+/.exec(textContent ?? '')?.[0] ?? '');
    return [shown, [box?.top ?? 0, box?.bottom ?? 0]] as const;
  }, id);
  const seen = (await seenPlaces(page, texts)).filter(
    ({ top, bottom }) => top >= edges[0] && bottom <= edges[1],
  );
  if (seen.length < 5) return ['nothing in sight'];
  return mismatch(seen, await drawnPlaces(page)).missing.map(({ text }) => text);
}

async function expectLines(id: string, at: number): Promise<void> {
  await page.evaluate(([id, top]) => document.querySelector(`#${id}`)?.scrollTo(0, top), [id, at] as const);
  await until(`lines in ${id} at ${at}`, async () => (await missing(id)).length === 0, 8).catch(
    () => undefined,
  );
  expect(await missing(id), `${id} at ${at}`).toEqual([]);
}

describe('a page of small boxes with thousands of rows', () => {
  it('has a line under each row that a box shows, wherever it is scrolled to', async () => {
    for (const at of [0, 14_960, 15_000, 29_000, 2_570, 9_990, 0]) await expectLines('a', at);
  });

  it('has them where rows stand in another order on the screen than in the page', async () => {
    for (const at of [0, 15_000, 27_010, 8_000, 0]) await expectLines('b', at);
  });

  it('has them in a box that was not displayed when the page was read', async () => {
    await page.evaluate(() => document.querySelector('#c')?.removeAttribute('hidden'));
    for (const at of [0, 15_000, 7_310]) await expectLines('c', at);
  });

  it('has them in the other box still', async () => {
    await expectLines('a', 20_000);
    await page.evaluate(() => document.querySelector('#b')?.scrollTo(0, 4_000));
    await expectLines('a', 6_000);
    await expectLines('b', 4_000);
  });
});
