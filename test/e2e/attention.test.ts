import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure } from './configure';
import { until } from './wait-until';

const iocs = [
  { kind: 'ipv4', value: '203.0.113.77' },
  { kind: 'domain', value: 'cdn-sync.badhost.example' },
  { kind: 'md5', value: 'b0c1f3f7a3d64c1f9b7e2a5580d1c9e4' },
] as const;

let world: World;
let browser: Chromium;
let own: Page;
let panel: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium({ size: { width: 420, height: 800 } })]);
  own = await configure(browser, world, {
    investigations: { tracker: 'request-tracker', automatic: true, perHour: 1 },
  });
  panel = await browser.open('sidepanel.html');
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

it('what the hourly ceiling held back is told where lists are, and filed at a press', async () => {
  await ask(own, 'enrich', { iocs, trigger: 'panel', again: true });
  const file = panel.getByRole('button', { name: 'File all 2' });
  await file.waitFor();
  expect(await panel.getByRole('status').innerText()).toContain('2 Investigations held');
  expect(world.requestTracker.tickets).toHaveLength(1);
  await file.click();
  await until('three tickets', async () => world.requestTracker.tickets.length === 3, 40);
  await until('no notice', async () => (await file.count()) === 0, 10);
});

it('one that the tracker refused is told with the reason, and shown at a press', async () => {
  world.requestTracker.fail({ how: 'status', status: 401 });
  await ask(own, 'enrich', {
    iocs: [{ kind: 'domain', value: 'files.partner.example' }],
    trigger: 'panel',
    again: true,
  });
  await until('the run', async () => {
    const report = await ask(own, 'report.get', { key: 'domain|files.partner.example' });
    return report?.enrichment.state === 'closed';
  });
  await ask(own, 'investigation.file', { key: 'domain|files.partner.example' });
  const show = panel.getByRole('button', { name: 'Show it' });
  await show.waitFor();
  expect(await panel.getByRole('status').innerText()).toMatch(
    /1 Investigation not filed\. .*(401|token|key)/i,
  );
  await show.click();
  await panel.getByRole('button', { name: 'Back to the history' }).waitFor();
  await panel.getByText('files.partner.example').first().waitFor();
});
