import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure } from './configure';
import { focused } from './focused';
import { until } from './wait-until';

const many = Array.from({ length: 60 }, (_, at) => `198.51.100.${at + 1}`).join('\n');
const log = { name: 'proxy.log', mimeType: 'text/plain', buffer: Buffer.from(many) };

let world: World;
let browser: Chromium;
let own: Page;
let panel: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium({ size: { width: 420, height: 800 } })]);
  own = await configure(browser, world);
});

beforeEach(async () => {
  // What was typed outlives the panel.
  await ask(own, 'scratch.set', { name: 'batch-text', text: '' });
  panel = await browser.open('sidepanel.html');
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

const isFocused = (name: string) => expect.poll(() => focused(panel), { timeout: 5_000 }).toBe(name);
const cost = () => panel.getByRole('region', { name: 'What this batch costs' });

it('a large dropped file is told with its cost, and Back asks nobody', async () => {
  await panel.locator('input[type=file]').setInputFiles(log);
  await cost().getByText('proxy.log:').waitFor();
  expect(await cost().innerText()).toContain('60 IOCs.');
  expect(
    await cost()
      .getByRole('row', { name: /^VirusTotal/ })
      .innerText(),
  ).toMatch(/VirusTotal\s+60/);
  await cost().getByRole('button', { name: 'Back' }).click();
  await panel.getByRole('button', { name: 'Choose a file' }).waitFor();
  expect(world.lookups()).toEqual([]);
  await panel.close();
});

it('the keyboard goes with the paste box to its cost and back', async () => {
  await panel.getByText('Paste IOCs or text').waitFor();
  await panel.keyboard.press('b');
  await panel.getByRole('textbox', { name: 'IOCs or text' }).fill(many);
  await panel.keyboard.press('Control+Enter');
  await cost().waitFor();
  await isFocused('region What this batch costs');
  for (let stop = 0; stop < 2; stop += 1) await panel.keyboard.press('Tab');
  await isFocused('button Back');
  await panel.keyboard.press('Enter');
  await panel.getByRole('textbox', { name: 'IOCs or text' }).waitFor();
  await isFocused('textbox IOCs or text to enrich');
  await panel.getByRole('textbox', { name: 'IOCs or text' }).fill('');
  await panel.close();
});

it('Enrich all starts what the file holds', async () => {
  await panel.locator('input[type=file]').setInputFiles(log);
  await cost().getByRole('button', { name: 'Enrich all' }).click();
  await panel.getByText('proxy.log: 60 IOCs').waitFor();
  await until('the first question', async () => world.lookups().length > 0);
  expect((await ask(own, 'batch.last', {}))?.title).toBe('proxy.log');
});
