import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { FileState, PluginState } from '../../lib/messages';
import { type RunningSource, startSource } from '../lab/source';
import drop from '../lab/sources/spamhaus-drop';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { grant } from './grants';
import { runAgain } from './run-again';
import { stopWorker } from './stop-worker';
import { until } from './wait-until';

let browser: Chromium;
let own: Page;
let server: RunningSource;
let profile: string;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'sightline-lists-'));
  [browser, server] = await Promise.all([launchChromium({ profile }), startSource(drop)]);
  await grant(browser, 'http://127.0.0.1/*');
  own = await browser.open('manifest.json');
});

afterAll(async () => {
  await Promise.all([browser.close(), server.stop()]);
  await rm(profile, { recursive: true, force: true });
});

const plugin = async (): Promise<PluginState | undefined> =>
  (await ask(own, 'options.get', {})).plugins.find(({ id }) => id === drop.id);
const files = async (): Promise<readonly FileState[]> => (await plugin())?.files ?? [];

/** What a source said of an indicator, without a page or another source in between. */
async function said(kind: 'ipv4' | 'domain', value: string, provider: string) {
  await runAgain(own, { kind, value });
  const report = await ask(own, 'report.get', { key: `${kind}|${value}` });
  return report?.runs[0]?.steps.find((step) => step.provider === provider)?.outcome;
}

describe('a list that is downloaded', () => {
  it('is there soon after its source was switched on, and answers without a request', async () => {
    await ask(own, 'plugin.set', { id: drop.id, on: true, settings: { baseUrl: server.url } });
    await until('the lists', async () => {
      const states = await files();
      return states.length === 3 && states.every(({ fetchedAt }) => fetchedAt !== null);
    });
    const asked = server.requests.length;
    expect(await said('ipv4', '203.0.113.77', drop.id)).toMatchObject({
      state: 'answered',
      answer: { level: 'malicious' },
    });
    expect(await said('ipv4', '198.51.100.1', drop.id)).toMatchObject({ state: 'no-record' });
    expect(server.requests.slice(asked)).toEqual([]);
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/drop_v4.json',
      '/drop_v6.json',
      '/asndrop.json',
    ]);
  });

  it('outlives the worker, and is not asked for again before its time', async () => {
    const asked = server.requests.length;
    await stopWorker(browser);
    expect((await files()).every(({ fetchedAt }) => fetchedAt !== null)).toBe(true);
    expect(await ask(own, 'plugin.test', { id: drop.id })).toMatchObject({
      requests: 0,
      report: { ok: true },
    });
    expect(server.requests).toHaveLength(asked);
  });

  it('says that it has no copy where the address leads elsewhere', async () => {
    await ask(own, 'plugin.set', { id: drop.id, settings: { baseUrl: `${server.url}/elsewhere` } });
    await until('the words', async () => (await files()).every(({ why }) => why?.includes('404') === true));
    expect(await said('ipv4', '203.0.113.77', drop.id)).toMatchObject({ state: 'failed' });
  });
});

/** From now on, how far an import says that it is. */
async function tellings(page: Page): Promise<() => Promise<readonly unknown[]>> {
  await page.reload();
  await page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    chrome.runtime.onMessage.addListener((message: { push?: string }) => {
      if (message.push === 'importing') told.push(message);
      return undefined;
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { told: unknown[] }).told);
}

describe('an imported list', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, n) => `h${n}.listed.example`).join('\n');

  it('of a hundred thousand entries marks what is on it', async () => {
    const text = `${lines(100_000)}\n*.evil.example\n192.0.2.0/24\nnot one`;
    expect(await ask(own, 'list.import', { name: 'Long', text, level: 'malicious' })).toMatchObject({
      list: { entries: 100_002, skipped: 1 },
      examples: ['not one'],
    });
    for (const value of ['h0.listed.example', 'h99999.listed.example', 'deep.evil.example']) {
      expect(await said('domain', value, 'local-lists')).toMatchObject({ state: 'answered' });
    }
    expect(await said('ipv4', '192.0.2.200', 'local-lists')).toMatchObject({
      answer: { level: 'malicious' },
    });
    expect(await said('domain', 'h100000.listed.example', 'local-lists')).toMatchObject({
      state: 'no-record',
    });
  });

  it('in parts is one list, and says how far it is', async () => {
    const told = await tellings(own);
    const text = lines(60_000);
    const cut = text.indexOf('\n', 400_000) + 1;
    await ask(own, 'scratch.set', { name: 'list part 0', text: text.slice(0, cut) });
    const list = { name: 'Parts', level: 'unknown', parts: 1 } as const;
    expect(await ask(own, 'list.import', { ...list, text: text.slice(cut) })).toMatchObject({
      list: { entries: 60_000, skipped: 0 },
    });
    await expect
      .poll(told)
      .toMatchObject([{ name: 'Parts', lines: 20_000, skipped: 0 }, { lines: 40_000 }, { lines: 60_000 }]);
    await expect(ask(own, 'list.import', { ...list, text: '192.0.2.1' })).rejects.toThrow('part of the list');
  });

  it('that was cut off by the end of the browser leaves the old one whole', async () => {
    const told = await tellings(own);
    const importing = ask(own, 'list.import', { name: 'Long', text: lines(400_000), level: 'suspicious' });
    importing.catch(() => {});
    await until('some of it', async () => (await told()).length > 0, 30);
    await browser.close();
    await expect(importing).rejects.toThrow();
    browser = await launchChromium({ profile });
    own = await browser.open('manifest.json');
    const list = (await ask(own, 'options.get', {})).lists.find(({ name }) => name === 'Long');
    expect(list).toMatchObject({ entries: 100_002, level: 'malicious' });
    expect(await said('domain', 'h99999.listed.example', 'local-lists')).toMatchObject({ state: 'answered' });
  });
});
