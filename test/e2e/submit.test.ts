import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { config } from '../lab/config';
import { type RunningSource, startSource } from '../lab/source';
import urlscanLab from '../lab/sources/urlscan';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { axeViolations } from './axe-violations';
import { type Chromium, launchChromium } from './chromium';
import { configure } from './configure';
import { runAgain } from './run-again';
import { stopWorker } from './stop-worker';
import { until } from './wait-until';

const url = { kind: 'url', value: 'https://cdn-sync.badhost.example/u/load.bin' } as const;
const key = `url|${url.value}`;

let world: World;
let urlscan: RunningSource;
let browser: Chromium;
let own: Page;
let panel: Page;

beforeAll(async () => {
  [world, urlscan, browser] = await Promise.all([startWorld(), startSource(urlscanLab), launchChromium()]);
  const { sources, opsec } = config(world);
  const { baseUrl, key: token } = urlscan.settings;
  own = await configure(browser, world, {
    sources: { ...sources, urlscan: { on: true, baseUrl } },
    opsec: { internalDomains: [], internalRanges: [], askReserved: true, ...opsec, tlp: 'green' },
  });
  await ask(own, 'secret.set', { id: 'urlscan', field: 'key', value: String(token) });
  await ask(own, 'enrich', { iocs: [url], trigger: 'panel' });
  await until('the run', async () => (await ask(own, 'report.get', { key }))?.enrichment.state === 'closed');
  panel = await browser.open(`sidepanel.html#report=${encodeURIComponent(key)}`);
});

afterAll(() => Promise.all([browser.close(), world.stop(), urlscan.stop()]));

const scans = () => urlscan.requests.filter(({ path }) => path === '/api/v1/scan/');

it('a URL that is enriched is not submitted', () => {
  expect(urlscan.requests.some(({ path }) => path.startsWith('/api/v1/search/'))).toBe(true);
  expect(scans()).toEqual([]);
});

it('who will see it is said on each button, and what may not be made public is not offered', async () => {
  await panel.getByText('Submit to urlscan.io…').click();
  const publicly = panel.getByRole('button', { name: 'Submit, visible to everyone' });
  expect(await publicly.isDisabled()).toBe(true);
  await panel
    .getByText('Marked TLP:GREEN; urlscan.io, visible to everyone, may see up to TLP:CLEAR.')
    .waitFor();
  expect(await panel.getByRole('button', { name: 'Submit, visible to researchers' }).isEnabled()).toBe(true);
  expect(await axeViolations(panel)).toEqual([]);
});

it('one click on a named choice submits it once, and its result comes into the report by itself', async () => {
  const before = scans().length;
  await panel.getByRole('button', { name: 'Submit, visible to researchers' }).click();
  await panel.getByText('its result comes here by itself').waitFor();
  await panel.getByText('Your scan: judged malicious, phishing').first().waitFor({ timeout: 60_000 });
  await panel.getByText('Its result is among the sources.').waitFor();
  expect(
    scans()
      .slice(before)
      .map(({ body }) => JSON.parse(body) as unknown),
  ).toEqual([{ url: url.value, visibility: 'unlisted' }]);
  const report = await ask(own, 'report.get', { key });
  expect(report?.runs[0]?.trigger).toBe('submit');
  expect(JSON.stringify(report)).not.toContain(String(urlscan.settings['key']));
});

it('is not sent again where the worker is stopped before its answer is here, and says so', async () => {
  const before = scans().length;
  urlscan.fail({ how: 'delay', milliseconds: 20_000, times: 1 });
  await panel.getByText('Submit to urlscan.io…').click();
  await panel.getByRole('button', { name: 'Submit, visible to you alone' }).click();
  await until('the submission', () => scans().length === before + 1);
  await stopWorker(browser);
  // Whatever asks the background next starts it again.
  await ask(own, 'history', { before: null, limit: 1 });
  await panel.getByText('The browser stopped while it was being sent. It may have arrived').waitFor();
  await runAgain(own, url);
  expect(scans()).toHaveLength(before + 1);
});
