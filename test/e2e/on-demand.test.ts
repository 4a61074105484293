import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { config } from '../lab/config';
import { type RunningSource, startSource } from '../lab/source';
import censysLab from '../lab/sources/censys';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure, siteOn } from './configure';
import { card, hover, lined } from './console-page';
import { until } from './wait-until';

const c2 = '203.0.113.77';
const key = `ipv4|${c2}`;

let world: World;
let censys: RunningSource;
let browser: Chromium;
let own: Page;
let page: Page;

beforeAll(async () => {
  [world, censys, browser] = await Promise.all([startWorld(), startSource(censysLab), launchChromium()]);
  const { sources } = config(world);
  const { baseUrl, key: token } = censys.settings;
  own = await configure(browser, world, { sources: { ...sources, censys: { on: true, baseUrl } } });
  await ask(own, 'secret.set', { id: 'censys', field: 'key', value: String(token) });
  page = await browser.context.newPage();
  await siteOn(browser, own, world.consoles.origin('siem'));
  await page.goto(world.consoles.origin('siem'));
  await lined(page, 'sl-none');
});

afterAll(() => Promise.all([browser.close(), world.stop(), censys.stop()]));

const closedRuns = async () => {
  const report = await ask(own, 'report.get', { key });
  return report?.enrichment.state === 'closed' ? report.enrichment.runs : 0;
};

it('a source with a tiny budget is not asked by a hover', async () => {
  await hover(page, c2);
  await card(page, 'Malicious');
  await until('the run', async () => (await closedRuns()) === 1);
  expect(censys.requests).toEqual([]);
});

it('is asked by one click in the card, and nobody else is', async () => {
  const others = world.lookups().length;
  const shown = await card(page, 'Ask ');
  await shown.click('Ask Censys');
  const after = await card(page, 'Lab RAT');
  expect(after.text).not.toContain('Ask Censys');
  expect(censys.requests.map(({ path }) => path)).toEqual([`/v3/global/asset/host/${c2}`]);
  expect(world.lookups()).toHaveLength(others);
});

it('becomes a source like any other where the analyst says so in the options', async () => {
  const options = await browser.open('options.html#sources');
  await options.getByRole('button', { name: 'Settings of Censys' }).click();
  const when = options.getByLabel('When it is asked');
  expect(await when.inputValue()).toBe('by-name');
  await when.selectOption({ label: 'By itself, in every Enrichment' });
  await options.getByText('Every Enrichment may spend its budget').waitFor();
  await ask(own, 'enrich', { iocs: [{ kind: 'ipv4', value: '203.0.113.78' }], trigger: 'panel' });
  await until('the lookup', () => censys.requests.some(({ path }) => path.endsWith('203.0.113.78')));
});

it('and any other becomes one that is asked by name only', async () => {
  const options = await browser.open('options.html#sources');
  await options.getByRole('button', { name: 'Settings of InternetDB' }).click();
  await options.getByLabel('When it is asked').selectOption({ label: 'Only when you ask it by name' });
  await options.getByText('button "Ask InternetDB"').waitFor();
  const fresh = { kind: 'ipv4', value: '203.0.113.79' } as const;
  await ask(own, 'enrich', { iocs: [fresh], trigger: 'panel' });
  const panel = await browser.open(`sidepanel.html#report=${encodeURIComponent(`ipv4|${fresh.value}`)}`);
  await panel.getByRole('button', { name: 'Ask InternetDB' }).waitFor();
  expect(world.internetdb.requests.some(({ path }) => path.endsWith(fresh.value))).toBe(false);
  await panel.getByRole('button', { name: 'Ask InternetDB' }).click();
  await until('the lookup', () => world.internetdb.requests.some(({ path }) => path.endsWith(fresh.value)));
});
