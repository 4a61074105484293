import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen, type Loopback } from '../loopback';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { willAllow } from './grants';
import { until } from './wait-until';

const key = 'SECRET-ASSET-KEY';
const server = { kind: 'ipv4', value: '10.1.2.3' } as const;

let browser: Chromium;
let register: Loopback;
let options: Page;

/** An asset register in the house: refuses whoever has no key, knows one server. */
beforeAll(async () => {
  register = await listen(({ path, headers }) => {
    if (headers['x-api-key'] !== key) return { status: 401, body: '{"error":"key"}' };
    const known = path === '/api/v1/assets?address=10.1.2.3';
    const assets = known ? [{ hostname: 'web-1', owner: 'Shop', known_good: true, labels: ['pci'] }] : [];
    return { body: JSON.stringify({ assets }) };
  });
  browser = await launchChromium({ size: { width: 1280, height: 1000 } });
  await willAllow(browser, 'http://127.0.0.1/*');
  options = await browser.open('options.html#custom');
});

afterAll(() => Promise.all([browser.close(), register.stop()]));

const editor = () => options.getByLabel('Description');
const said = () => options.locator('#custom-said');
const row = () => options.getByRole('row', { name: /Asset register/ });

it('a wrong description is not taken, and says where it is wrong', async () => {
  await options.getByLabel('New from an example').selectOption({ label: 'Asset register' });
  const text = await editor().inputValue();
  await editor().fill(text.replace('"Owner": "assets[0].owner"', '"Owner": "assets[0"'));
  await options.getByRole('button', { name: 'Save' }).click();
  await said().getByText('answer.facts.Owner: Not a JMESPath expression').waitFor();
  await editor().fill(text.replace('"path"', '"headers": { "X-Api-Key": "0123456789" }, "path"'));
  await options.getByRole('button', { name: 'Save' }).click();
  await said().getByText('This looks like a key.').waitFor();
  expect((await ask(options, 'custom.get', {})).sources).toEqual([]);
  await editor().fill(text);
});

it('a description becomes a source with an address, a key and a switch', async () => {
  await options.getByRole('button', { name: 'Save' }).click();
  await said().getByText('Saved.').waitFor();
  const toggle = row().getByRole('switch');
  if (!(await toggle.isChecked())) await toggle.click();
  const detail = options.locator('#detail-custom-asset-register');
  await detail.getByLabel('Address').fill(register.url);
  await detail.getByLabel('Address').blur();
  await detail.locator('input[type=password]').fill(key);
  await detail.locator('input[type=password]').press('Enter');
  await row().getByText('Ask the browser').click();
  await row().getByText('Ready').waitFor();
});

it('its test shows the request without the key, the answer, and what each expression yields', async () => {
  const before = register.asked.length;
  await options.getByLabel('IOC to test it with').fill('10.1.2[.]3');
  await options.locator('.custom-try').getByRole('button', { name: 'Test' }).click();
  const trial = options.locator('.custom-trial');
  await trial.getByText('Works.').waitFor();
  const text = await trial.innerText();
  expect(text).toContain(`GET ${register.url}/api/v1/assets?address=10.1.2.3`);
  expect(text).toContain('X-Api-Key: …');
  expect(text).not.toContain(key);
  expect(await trial.getByRole('row', { name: /^level/ }).innerText()).toContain('"benign"');
  expect(register.asked).toHaveLength(before + 1);
});

it('the next Enrichment asks it like any other, a private address too', async () => {
  const before = register.asked.length;
  await ask(options, 'enrich', { iocs: [server], trigger: 'panel', again: true });
  const answered = async () => {
    const report = await ask(options, 'report.get', { key: 'ipv4|10.1.2.3' });
    return report?.enrichment.state === 'closed' ? report : null;
  };
  await until('the report', async () => (await answered()) !== null);
  const report = await answered();
  expect(JSON.stringify(report)).toContain('web-1, Shop');
  expect(report?.enrichment.verdict?.level).toBe('benign');
  expect(register.asked).toHaveLength(before + 1);
});

it('the configuration carries the description and no key', async () => {
  const text = await ask(options, 'configuration.export', {});
  expect(text).toContain('"asset-register"');
  expect(text).not.toContain(key);
  expect((await ask(options, 'custom.get', {})).sources[0]?.text).not.toContain(key);
});

it('removed, it is gone with its settings and its key', async () => {
  await ask(options, 'custom.remove', { id: 'asset-register' });
  const text = await ask(options, 'configuration.export', {});
  expect(text).not.toContain('asset-register');
  const { plugins } = await ask(options, 'options.get', {});
  expect(plugins.some(({ id }) => id === 'custom-asset-register')).toBe(false);
});
