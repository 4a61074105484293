import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure } from './configure';
import { until } from './wait-until';

const url = {
  kind: 'url',
  value: 'https://cdn-sync.badhost.example/u/load.bin?session_token=0123456789abcdef',
} as const;

let world: World;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium({ size: { width: 420, height: 900 } })]);
  own = await configure(browser, world);
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

it('of a URL that carries a credential nothing is sent, and one click enriches its host', async () => {
  const before = world.virustotal.requests.length;
  await ask(own, 'enrich', { iocs: [url], trigger: 'panel' });
  const panel = await browser.open(`sidepanel.html#report=${encodeURIComponent(`url|${url.value}`)}`);
  const button = panel.getByRole('button', { name: 'Enrich cdn-sync.badhost.example instead' });
  await button.waitFor();
  expect(world.virustotal.requests).toHaveLength(before);
  await button.click();
  await panel.getByRole('heading', { name: 'cdn-sync.badhost.example', exact: true, level: 2 }).waitFor();
  const report = () => ask(own, 'report.get', { key: 'domain|cdn-sync.badhost.example' });
  await until('its Enrichment', async () => (await report())?.enrichment.state === 'closed');
  expect(JSON.stringify(world.virustotal.requests)).not.toContain('0123456789abcdef');
});
