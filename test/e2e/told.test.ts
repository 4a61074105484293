import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { axeViolations } from './axe-violations';
import { type Chromium, launchChromium } from './chromium';
import { configure } from './configure';
import { runAgain } from './run-again';

const ioc = { kind: 'ipv4', value: '203.0.113.77' } as const;

let world: World;
let browser: Chromium;
let panel: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium({ size: { width: 420, height: 900 } })]);
  await runAgain(await configure(browser, world), ioc);
  panel = await browser.open(`sidepanel.html#report=${encodeURIComponent(`ipv4|${ioc.value}`)}`);
});

beforeEach(async () => {
  await panel.reload();
  await opener().waitFor();
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

const opener = () => panel.getByRole('button', { name: 'What WHOIS told' });

it('a row of the report opens to all that its source told', async () => {
  expect(await panel.getByText('Holder', { exact: true }).count()).toBe(0);
  await opener().click();
  await expect.poll(() => opener().getAttribute('aria-expanded')).toBe('true');
  const told = await panel.locator('.told').innerText();
  expect(told).toContain('Holder');
  expect(told).toContain('Abuse contact');
  await opener().click();
  await expect.poll(() => panel.locator('.told').count()).toBe(0);
});

it('all rows open and close at once', async () => {
  await panel.getByRole('button', { name: 'Open all' }).click();
  await expect.poll(() => panel.locator('.told').count()).toBeGreaterThan(1);
  expect(await axeViolations(panel)).toEqual([]);
  await panel.getByRole('button', { name: 'Close all' }).click();
  await expect.poll(() => panel.locator('.told').count()).toBe(0);
});
