import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { find } from '../../lib/ioc';
import { grid, type GridName, grids } from '../lab/consoles/grids';
import { startWorld, type World } from '../lab/world';
import { drawnPlaces, mismatch, seenPlaces } from '../page/places';
import { type Pages, servePages } from '../page/serve-pages';
import { type Chromium, launchChromium } from './chromium';
import { badgesOn } from './closed-root';
import { configure, siteOn } from './configure';
import { enriched } from './enriched';
import { lined } from './console-page';
import { until } from './wait-until';

/** What the lab's sources say of the addresses in the grids. */
const lines: Readonly<Record<string, string>> = {
  '203.0.113.77': 'sl-mal',
  '198.51.100.61': 'sl-sus',
  '198.51.100.20': 'sl-ben',
};
const lineOf = (text: string): string => lines[text] ?? 'sl-none';
const levels = { 'sl-mal': 'malicious', 'sl-sus': 'suspicious', 'sl-ben': 'benign' };

const names = Object.keys(grids) as GridName[];

let world: World;
let pages: Pages;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  const sites = await Promise.all(names.map(async (name) => [name, await grid(name)] as const));
  [world, pages, browser] = await Promise.all([
    startWorld(),
    servePages(Object.fromEntries(sites)),
    launchChromium(),
  ]);
  own = await configure(browser, world, { investigations: { tracker: null, automatic: false, perHour: 1 } });
  const iocs = Object.keys(lines).map((value) => ({ kind: 'ipv4' as const, value }));
  await enriched(own, ...iocs);
});

afterAll(() => Promise.all([browser.close(), pages.stop(), world.stop()]));

/** What the text nodes of the page say, each by itself. */
const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.tagName !== 'SCRIPT') texts.add(node.nodeValue ?? '');
    }
    return [...texts];
  });

async function compare(page: Page) {
  const texts = await textsOn(page);
  const iocs = texts.flatMap((text) => find(text).map(({ start, end }) => text.slice(start, end)));
  const { missing, stray } = mismatch(await seenPlaces(page, [...new Set(iocs)]), await drawnPlaces(page));
  // Grids hold some rows ready above and below what they show.
  const box = await page.locator('#root').boundingBox();
  const shown = { top: box?.y ?? 0, bottom: (box?.y ?? 0) + (box?.height ?? 0) };
  return { missing: missing.filter(({ top, bottom }) => bottom > shown.top && top < shown.bottom), stray };
}

/** Lines that lie under something else than an indicator of their level. One that lost its text is not drawn. */
const wrong = async (page: Page) =>
  (await drawnPlaces(page)).filter(({ text, name }) => {
    const [ioc] = find(text);
    return text !== '' && (ioc?.value !== text || lineOf(text) !== name);
  });

/** Badges that do not stand behind a line of their level. */
async function strayBadges(page: Page) {
  const [badges, drawn] = [await badgesOn(page), await drawnPlaces(page)];
  return badges.filter(
    ({ left, top, bottom, level }) =>
      !drawn.some(
        (line) =>
          levels[line.name as keyof typeof levels] === level &&
          Math.abs(left - line.right - 4) < 3 &&
          Math.abs((top + bottom - line.top - line.bottom) / 2) < 4,
      ),
  );
}

async function allRight(page: Page): Promise<void> {
  await until(
    'lines',
    async () => Object.values(await compare(page)).every((list) => list.length === 0),
    6,
  ).catch(() => undefined);
  expect(await compare(page)).toEqual({ missing: [], stray: [] });
  expect(await wrong(page)).toEqual([]);
}

async function scrollTo(page: Page, selector: string, top: number): Promise<void> {
  const reached = await page.evaluate(
    ([selector, top]) => {
      const box = document.querySelector(selector);
      box?.scrollTo(0, top);
      return box?.scrollTop;
    },
    [selector, top] as const,
  );
  expect(reached).toBe(top);
}

/** Scrolls, sorts and changes rows, and hands the page to `look` whenever it came to rest. */
async function use(
  page: Page,
  name: GridName,
  look: (page: Page) => Promise<void> = () => wait(1200),
  during: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.goto(pages.origin(name));
  await page.waitForSelector('[role=gridcell]');
  await look(page);
  for (let step = 1; step <= 25; step += 1) {
    await scrollTo(page, grids[name], step * 90);
    await during(page);
  }
  await look(page);
  await scrollTo(page, grids[name], 30_000);
  await look(page);
  for (const button of ['sort', 'update']) {
    await page.click(`#${button}`);
    await look(page);
  }
  await scrollTo(page, grids[name], 0);
  await look(page);
}

/**
 * The page as it stands. Left aside is what differs between two runs of the page alone: names that a grid makes up, and
 * the order in the DOM of rows that are placed by position.
 */
const serialise = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const rows of [...copy.querySelectorAll('[role=row]')].map((row) => row.parentElement)) {
      const place = (row: Element) => Number(row.getAttribute('aria-rowindex'));
      rows?.append(...[...rows.children].toSorted((a, b) => place(a) - place(b)));
    }
    return copy.outerHTML
      .replaceAll(/<aside data-sightline=""><\/aside>/g, '')
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=comp-id=")\d+/g, 'ID');
  });

describe('a grid that recycles its rows', () => {
  for (const name of names) {
    it(`is marked right while it scrolls, when it is sorted and when its rows change: ${name}`, async () => {
      const errors: string[] = [];
      const open = async () => {
        const page = await browser.context.newPage();
        page.on('pageerror', (error) => errors.push(error.message));
        return page;
      };
      const plain = await open();
      await use(plain, name);
      const before = await serialise(plain);
      await plain.close();
      await siteOn(browser, own, pages.origin(name), 'known');
      const page = await open();
      let badges = 0;
      const look = async () => {
        await lined(page, 'sl-mal');
        await allRight(page);
        await until('badges', async () => (await badgesOn(page)).length > 0, 6);
        await until('no stray badge', async () => (await strayBadges(page)).length === 0, 3).catch(
          () => undefined,
        );
        expect(await strayBadges(page)).toEqual([]);
        badges += (await badgesOn(page)).length;
      };
      await use(page, name, look, async () => {
        expect(await wrong(page)).toEqual([]);
      });
      expect(badges).toBeGreaterThan(0);
      // A grid takes back some time later that it was scrolling.
      await until('rest', async () => (await serialise(page)) === before, 5).catch(() => undefined);
      expect(await serialise(page)).toBe(before);
      expect(errors).toEqual([]);
      await page.close();
    });
  }
});
