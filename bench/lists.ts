/**
 * What a list of a million entries costs: `npm run bench:lists` (or with another number). In Chromium, over its own
 * IndexedDB; memory is the heap of the page's scripts with what their arrays hold, after garbage collection.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../test/e2e/find-browser';
import { listen } from '../test/loopback';

const entries = Number(process.argv[2] ?? 1_000_000);
const executablePath = findChromium();
if (executablePath === null) throw new Error('No Chromium found. Run `npm run ensure-browser`.');

const bundle = await build({
  entryPoints: [resolve('bench/lists-in-page.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  define: { 'process.env.NODE_ENV': '"production"' },
});
const inPage = bundle.outputFiles[0]?.text ?? '';
const html = { 'Content-Type': 'text/html' };
const server = await listen(() => ({ headers: html, body: '<!doctype html><title>Lists</title>' }));
const folder = await mkdtemp(join(tmpdir(), 'sightline-lists-'));
const context = await chromium.launchPersistentContext(folder, {
  headless: true,
  executablePath,
  args: ['--no-sandbox', '--disable-gpu'],
});

try {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const open = async () => {
    await page.goto(server.url);
    await page.addScriptTag({ content: inPage });
  };
  const weight = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const usage = await session.send('Runtime.getHeapUsage');
    // Array buffers lie outside the heap of objects; older protocol descriptions do not list the field.
    const { backingStorageSize = 0 } = usage as { backingStorageSize?: number };
    return (usage.usedSize + backingStorageSize) / 1e6;
  };
  await open();
  const filled = await page.evaluate((count) => window.listBench.fill(count), entries);
  console.log(`${filled.kept} entries imported in ${filled.seconds.toFixed(1)} s,`);
  console.log(`nothing else had a turn for ${filled.longest.toFixed(0)} ms at most`);

  await open();
  const bare = await weight();
  const loaded = await page.evaluate(() => window.listBench.load());
  const held = (await weight()) - bare;
  const { miss, hit, cold, found } = await page.evaluate((count) => window.listBench.lookups(count), entries);
  const after = (await weight()) - bare;
  const set = await page.evaluate((count) => window.listBench.set(count), entries);
  const both = (await weight()) - bare;
  console.log(`first question of a fresh worker: ${loaded.toFixed(0)} ms`);
  console.log(`memory: ${held.toFixed(1)} MB after load, ${after.toFixed(1)} MB after the lookups;`);
  console.log(`a Set of the same entries: ${(both - after).toFixed(1)} MB`);
  console.log(`one lookup: ${miss.toFixed(2)} µs not listed, ${hit.toFixed(2)} µs listed,`);
  console.log(`${cold.toFixed(0)} µs listed and still to be read; Set.has: ${set.toFixed(3)} µs`);
  console.log(`found: ${found.join(', ')}`);
} finally {
  await context.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
