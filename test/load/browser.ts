import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Engine } from '../../lib/engine';
import { type Chromium, launchChromium } from '../e2e/chromium';

const manifest = {
  manifest_version: 3,
  name: 'Sightline under load',
  version: '1',
  permissions: ['alarms', 'storage', 'unlimitedStorage'],
  host_permissions: ['http://127.0.0.1/*'],
  background: { service_worker: 'worker.js' },
};

export interface Loaded {
  readonly browser: Chromium;
  /** An open page of the extension: it wakes the worker. */
  readonly page: Page;
  /** Calls a method of the engine in the worker. */
  ask<M extends keyof Engine>(
    method: M,
    ...given: Parameters<Engine[M]>
  ): Promise<Awaited<ReturnType<Engine[M]>>>;
  close(): Promise<void>;
}

/** Chromium with the real engine in a real service worker. @param entry what runs in the worker */
export async function launchLoaded(
  sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  entry = 'test/load/worker.ts',
): Promise<Loaded> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-load-'));
  await build({
    entryPoints: [resolve(entry)],
    outfile: join(folder, 'worker.js'),
    bundle: true,
    format: 'iife',
    target: 'chrome123',
    logLevel: 'warning',
  });
  await cp(resolve('test/load/page.html'), join(folder, 'page.html'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const browser = await launchChromium({ extension: folder });
  const page = await browser.open('page.html');
  await page.evaluate((sources) => chrome.storage.local.set({ sources }), sources);
  await page.evaluate(() => chrome.runtime.sendMessage({ call: 'reconsider', with: [] }));
  return {
    browser,
    page,
    ask: (call, ...given) =>
      page.evaluate((message) => chrome.runtime.sendMessage(message), { call, with: given as unknown[] }),
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
