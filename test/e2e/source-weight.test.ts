import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure } from './configure';
import { runAgain } from './run-again';
import { until } from './wait-until';

const bad = { kind: 'ipv4', value: '203.0.113.77' } as const;

let world: World;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium()]);
  own = await configure(browser, world);
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

/** How far VirusTotal counted in a new run. */
async function weightInNewRun(): Promise<number | undefined> {
  const { verdict } = (await runAgain(own, bad)) ?? {};
  return verdict?.reasons.find(({ provider }) => provider === 'virustotal')?.weight;
}

it('a source counts as far as the team says, from the next run on', async () => {
  const options = await browser.open('options.html#sources');
  await options.getByRole('button', { name: 'Settings of VirusTotal' }).click();
  const far = options.getByLabel('How far it counts');
  if ((await far.inputValue()) !== '') await far.selectOption({ label: 'As shipped: strong (0.8)' });
  expect(await weightInNewRun()).toBe(0.8);
  await far.selectOption({ label: 'weak (0.3)' });
  await until('the setting', async () => {
    const { plugins } = await ask(own, 'options.get', {});
    return plugins.find(({ id }) => id === 'virustotal')?.weight?.set === 0.3;
  });
  expect(await weightInNewRun()).toBe(0.3);
  await far.selectOption({ label: 'As shipped: strong (0.8)' });
  await until('the setting', async () => {
    const { plugins } = await ask(own, 'options.get', {});
    return plugins.find(({ id }) => id === 'virustotal')?.weight?.set === null;
  });
  expect(await weightInNewRun()).toBe(0.8);
});
