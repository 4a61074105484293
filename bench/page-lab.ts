import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import { type Chromium, launchChromium } from '../test/e2e/chromium';
import { siteOn } from '../test/e2e/configure';
import { type Pages, servePages } from '../test/page/serve-pages';

/** A page of the bench, and the line to its browser. */
export interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
}

/** One browser with the production build, and the pages it is measured on. */
export interface Lab {
  /** The bench's own script. */
  readonly script: string;
  readonly browser: Chromium;
  /** A page of the extension. */
  readonly own: Page;
  readonly pages: Pages;
  /** An empty tab. */
  tab(): Promise<Opened>;
  /** Switches the extension on for a site, in the mode that spends nothing. */
  on(name: string): Promise<void>;
  close(): Promise<void>;
}

/** The bench's script has an address of its own, so that a trace tells it from ours. */
export const benchTag = '<script src="/bench.js"></script>';

/** Starts browser and server. Each document of `sites` should hold `benchTag`. */
export async function startLab(
  sites: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<Lab> {
  const bundle = await build({
    entryPoints: [resolve('bench/page-in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const [pages, browser] = await Promise.all([
    servePages(
      Object.fromEntries(
        Object.entries(sites).map(([name, site]) => [name, { ...site, '/bench.js': script }]),
      ),
    ),
    launchChromium(),
  ]);
  const own = await browser.open('popup.html');
  return {
    script,
    browser,
    own,
    pages,
    async tab() {
      const page = await browser.context.newPage();
      return { page, session: await browser.context.newCDPSession(page) };
    },
    on: (name) => siteOn(browser, own, pages.origin(name), 'known'),
    async close() {
      await Promise.all([browser.close(), pages.stop()]);
    },
  };
}

/**
 * Runs the bench's script in a world of its own beside the page, as an extension runs: there each node of the page costs
 * more than in the page's own world. Returns what `expression` promises.
 */
export async function inOwnWorld(
  { script }: Lab,
  session: CDPSession,
  worldName: string,
): Promise<(expression: string) => Promise<number>> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName,
  });
  await session.send('Runtime.evaluate', {
    contextId,
    expression: `${script}\n//# sourceURL=/world/bench.js`,
  });
  return async (expression) => {
    const { result } = await session.send('Runtime.evaluate', { contextId, expression, awaitPromise: true });
    return Number(result.value);
  };
}

/** Bytes that scripts hold in this page, the extension's included, after garbage collection. */
export async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Waits until hardly any script ran in the page for `quiet` milliseconds: the extension is done. Throws after `most`. */
export async function rest(session: CDPSession, quiet = 3_000, most = 180_000): Promise<void> {
  await session.send('Performance.enable');
  const script = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
  };
  const step = 500;
  let still = 0;
  let before = await script();
  for (let waited = 0; still < quiet; waited += step) {
    if (waited > most) throw new Error(`The page did not come to rest in ${most / 1000} s.`);
    await wait(step);
    const now = await script();
    // A watchful extension looks around a little all the time: up to 1 % of a processor.
    still = now - before < step / 100_000 ? still + step : 0;
    before = now;
  }
}

/** The middle one. */
export const median = (of: readonly number[]): number =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? NaN;

export const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;

/** What so many per cent of all stay under. */
export const percentile = (of: readonly number[], share: number): number =>
  of.toSorted((a, b) => a - b)[Math.min(of.length - 1, Math.floor((of.length * share) / 100))] ?? NaN;
