import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure } from './configure';
import { until } from './wait-until';

const c2 = '203.0.113.77';
const others = Array.from({ length: 300 }, (_, at) => `198.51.${102 + Math.floor(at / 250)}.${at % 250}`);

let world: World;
let browser: Chromium;
let own: Page;
let panel: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium({ size: { width: 420, height: 800 } })]);
  const virustotal = { on: true, baseUrl: world.virustotal.url, perMinute: 1000, perDay: 50_000 };
  own = await configure(browser, world, {
    // The others of the lab may be asked sixty times a minute.
    sources: { virustotal },
    investigations: { tracker: 'request-tracker', automatic: false, perHour: 10 },
  });
  const started = await ask(own, 'batch.start', { text: [c2, ...others].join('\n'), title: 'proxy.log' });
  const id = started?.id ?? '';
  panel = await browser.open(`sidepanel.html#batch=${id}`);
  await until('the batch', async () => (await ask(own, 'batch.get', { id }))?.done === 301, 90);
});

beforeEach(() => panel.reload());

afterAll(() => Promise.all([browser.close(), world.stop()]));

const rows = () => panel.locator('.row');
const whole = () => panel.locator('.row .skyline');

it('draws sixty rows of a group, whole, and more at a press', async () => {
  await panel.getByText('proxy.log: 301 IOCs').waitFor();
  await until('the rows', async () => (await whole().count()) === 61, 20);
  expect(await rows().count()).toBe(61);
  await panel.getByRole('button', { name: 'Show 60 more' }).click();
  await until('more rows', async () => (await whole().count()) === 121, 20);
});

it('counts all of them by level, and shows the reason of the malicious one', async () => {
  await panel
    .getByRole('button', { name: /Malicious.*1/s })
    .first()
    .waitFor();
  const why = () => panel.locator(`.row[data-key="ipv4|${c2}"] .row-why`).innerText();
  await expect.poll(why, { timeout: 10_000 }).not.toBe('');
});

it('finds rows by words, of rows that are not drawn too', async () => {
  const filter = panel.getByLabel('Filter by IOC, kind or reason');
  await filter.fill('198[.]51.103.49');
  await until('the row', async () => (await rows().count()) === 1, 10);
  await rows().getByText('198.51.103.49').waitFor();
  await filter.fill('no such words');
  await panel.getByText('301 IOCs in this batch, none with these words and this level.').waitFor();
  await filter.fill('');
});

it('opens a report, and offers to file what is malicious', async () => {
  await panel.getByRole('button', { name: 'File 1 Investigation' }).waitFor();
  await panel.locator(`.row[data-key="ipv4|${c2}"]`).click();
  await panel.getByRole('button', { name: 'Back to the batch' }).waitFor();
});
