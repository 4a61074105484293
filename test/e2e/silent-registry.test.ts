import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SilentRegistry, startSilentRegistry } from '../lab/silent-registry';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { willAllow } from './grants';
import { runAgain } from './run-again';

// Its registry, as IANA's list that is shipped names it.
const ioc = { kind: 'domain', value: 'sightline-lab.com' } as const;
const host = 'rdap.verisign.com';
const key = `domain|${ioc.value}`;

let registry: SilentRegistry;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  registry = await startSilentRegistry();
  browser = await launchChromium({
    size: { width: 420, height: 900 },
    hosts: `MAP ${host}:443 127.0.0.1:${registry.port}, MAP data.iana.org ~NOTFOUND`,
  });
  own = await browser.open('manifest.json');
  await ask(own, 'plugin.set', { id: 'rdap', on: true });
});

afterAll(() => Promise.all([browser.close(), registry.stop()]));

const whois = async () =>
  (await ask(own, 'report.get', { key }))?.runs[0]?.steps.find(({ provider }) => provider === 'rdap')
    ?.outcome;

it('a registry whose answer the browser hides is a failure with both reasons, never "not registered"', async () => {
  await runAgain(own, ioc);
  expect(registry.asked.length).toBeGreaterThan(0);
  expect(await whois()).toMatchObject({
    state: 'failed',
    failure: { code: 'offline', grant: `https://${host}/*` },
  });
  expect(JSON.stringify(await whois())).toContain('does not let an extension read its answers');
});

it('once its host is allowed in the report, it is asked again by itself and read', async () => {
  const panel = await browser.open(`sidepanel.html#report=${encodeURIComponent(key)}`);
  const allow = panel.getByRole('button', { name: `Allow ${host}` });
  await allow.waitFor();
  await willAllow(browser, `https://${host}/*`);
  await panel.bringToFront();
  await allow.click();
  await panel.getByText('Registered 4 years ago', { exact: false }).first().waitFor();
  expect(await whois()).toMatchObject({ state: 'answered' });
  expect(registry.asked.every((path) => path === `/com/v1/domain/${ioc.value}`)).toBe(true);
});
