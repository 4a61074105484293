import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import { type Chromium, launchChromium } from '../test/e2e/chromium';
import { foundOn, siteOn } from '../test/e2e/configure';
import { servePages } from '../test/page/serve-pages';
import { table } from './page-table';
import { trace } from './page-trace';

/** `--no-wrap`: leaves out the span-wrapping baseline, which takes minutes on 20,000 rows. Numbers: the sizes. */
const wrapping = !process.argv.includes('--no-wrap');
const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger);
const rowCounts = sizes.length > 0 ? sizes : [1_000, 5_000, 20_000];

const bundle = await build({
  entryPoints: [resolve('bench/page-in-page.ts')],
  bundle: true,
  write: false,
  format: 'iife',
});
const inPage = bundle.outputFiles[0]?.text ?? '';
const names = rowCounts.map((rows) => `rows${rows}`);
const sites = Object.fromEntries(rowCounts.map((rows) => [`rows${rows}`, { '/': table(rows) }]));
const pages = await servePages(sites);
const browser = await launchChromium();
const own = await browser.open('popup.html');

/** Bytes the page's scripts hold, ours included, after garbage collection. */
async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

async function open(at: Chromium, url: string): Promise<readonly [Page, CDPSession]> {
  const page = await at.context.newPage();
  const session = await at.context.newCDPSession(page);
  await page.goto(url);
  await page.addScriptTag({ content: inPage });
  return [page, session];
}

/** The page by itself, and what others do to it. */
async function alone(url: string) {
  const [page, session] = await open(browser, url);
  const bare = await page.evaluate(() => window.bench.bare());
  const html = await page.evaluate(() => window.bench.html());
  const bytes = await heap(session);
  const scrolls = [
    await page.evaluate(() => window.bench.scroll(60)),
    await page.evaluate(() => window.bench.scroll(60)),
  ];
  const wrapped = wrapping ? await page.evaluate(() => window.bench.wrap()) : { script: NaN, frame: NaN };
  await page.close();
  return { bare, html, bytes, scrolls, wrapped };
}

async function withUs(url: string, indicators: number) {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  const stop = await trace(session);
  await page.goto(url);
  const until = Date.now() + 90_000;
  while ((await foundOn(own, page)).length < indicators && Date.now() < until) await wait(3_000);
  const cost = await stop();
  await page.addScriptTag({ content: inPage });
  const html = await page.evaluate(() => window.bench.html());
  const bytes = await heap(session);
  const scroll = await page.evaluate(() => window.bench.scroll(60));
  await page.close();
  return { cost, html, bytes, scroll };
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

try {
  for (const [at, rows] of rowCounts.entries()) {
    const url = pages.origin(names[at] ?? '');
    const without = await alone(url);
    await siteOn(browser, own, url, 'known');
    const ours = await withUs(url, without.bare.indicators);
    const floor = without.bare.walk + without.bare.find;
    console.table({
      rows,
      indicators: without.bare.indicators,
      'bare walk': ms(without.bare.walk),
      find: ms(without.bare.find),
      'ours, total': ms(ours.cost.total),
      'times (walk + find)': (ours.cost.total / floor).toFixed(2),
      'ours, longest task': ms(ours.cost.longest),
      'span wrapping, script': ms(without.wrapped.script),
      'span wrapping, to next frame': ms(without.wrapped.frame),
      'frame alone, twice': without.scrolls.map(ms).join(' and '),
      'frame with us': ms(ours.scroll),
      'heap alone': mb(without.bytes),
      'heap more with us': mb(ours.bytes - without.bytes),
      'page DOM unchanged': without.html === ours.html,
    });
  }
} finally {
  await Promise.all([browser.close(), pages.stop()]);
}
