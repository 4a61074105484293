import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure } from './configure';
import { revoke, willAllow } from './grants';
import { runAgain } from './run-again';

const ioc = { kind: 'ipv4', value: '203.0.113.77' } as const;
const pattern = 'http://127.0.0.1/*';

let world: World;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium({ size: { width: 420, height: 900 } })]);
  own = await configure(browser, world);
});

beforeEach(() => revoke(browser, pattern).catch(() => undefined));

afterAll(() => Promise.all([browser.close(), world.stop()]));

it('a host that the browser does not allow is one click away in the report, which then fills by itself', async () => {
  const before = world.lookups().length;
  await runAgain(own, ioc);
  const panel = await browser.open(`sidepanel.html#report=${encodeURIComponent(`ipv4|${ioc.value}`)}`);
  const allow = panel.getByRole('button', { name: 'Allow 127.0.0.1' });
  await allow.waitFor();
  expect(world.lookups()).toHaveLength(before);
  await willAllow(browser, pattern);
  await panel.bringToFront();
  await allow.click();
  await panel.getByText('17 of 94 engines', { exact: false }).first().waitFor();
  await allow.waitFor({ state: 'detached' });
  const level = async () => (await ask(own, 'report.get', { key: `ipv4|${ioc.value}` }))?.enrichment.level;
  await expect.poll(level, { timeout: 10_000 }).toBe('malicious');
});
