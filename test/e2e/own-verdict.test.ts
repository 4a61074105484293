import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure, siteOn } from './configure';
import { card, hover, lined } from './console-page';
import { runAgain } from './run-again';
import { until } from './wait-until';

const c2 = '203.0.113.77';
const key = `ipv4|${c2}`;
const odd = { kind: 'ipv4', value: '203.0.113.9' } as const;

let world: World;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium()]);
  own = await configure(browser, world);
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

describe("the analyst's own verdict", () => {
  it('is given with a reason in the report, and outweighs what the sources say', async () => {
    await ask(own, 'verdict.override', { key, level: null, reason: '' }).catch(() => undefined);
    expect((await runAgain(own, { kind: 'ipv4', value: c2 }))?.level).toBe('malicious');
    const panel = await browser.open(`sidepanel.html#report=${encodeURIComponent(key)}`);
    await panel.getByLabel('Level').selectOption({ label: 'Benign' });
    expect(await panel.getByRole('button', { name: 'Set', exact: true }).isDisabled()).toBe(true);
    await panel.getByLabel('Reason, kept with it').fill('Our own red team, ticket 4711');
    await panel.getByRole('button', { name: 'Set', exact: true }).click();
    await panel.getByText('Set by you to benign').waitFor();
    await panel.getByText('Our own red team, ticket 4711', { exact: true }).waitFor();
    await panel.close();
  });

  it('is shown in the card on the page, with what the sources say beside it', async () => {
    const page = await browser.context.newPage();
    await siteOn(browser, own, world.consoles.origin('siem'));
    await page.goto(world.consoles.origin('siem'));
    await lined(page, 'sl-ben');
    await hover(page, c2);
    const shown = await card(page, 'Set by you to benign');
    expect(shown.text).toContain('The sources say malicious');
    await page.close();
  });

  it('is remembered over a later run', async () => {
    const after = await runAgain(own, { kind: 'ipv4', value: c2 });
    expect(after).toMatchObject({ level: 'benign', override: { reason: 'Our own red team, ticket 4711' } });
  });

  it('is taken back with one click, and the sources speak again', async () => {
    const panel = await browser.open(`sidepanel.html#report=${encodeURIComponent(key)}`);
    await panel.getByRole('button', { name: 'Take back' }).click();
    await panel.getByLabel('Reason, kept with it').waitFor();
    expect((await ask(own, 'report.get', { key }))?.enrichment).toMatchObject({ level: 'malicious' });
    expect((await ask(own, 'report.get', { key }))?.enrichment).not.toHaveProperty('override');
  });
});

describe('the rule of the verdict', () => {
  beforeEach(() => ask(own, 'verdict.set', { rule: 'weighted' }));

  it('makes of the same answers what the options say, from the next run on', async () => {
    const bad = { kind: 'ipv4', value: c2 } as const;
    const options = await browser.open('options.html#verdict');
    expect((await runAgain(own, bad))?.level).toBe('malicious');
    await options.getByLabel('Malicious takes').selectOption({ label: 'So many sources' });
    await options.getByLabel('Sources that must agree').fill('3');
    await options.getByLabel('Sources that must agree').blur();
    await until('the rule', async () => {
      const { verdict } = await ask(own, 'options.get', {});
      return verdict.rule === 'quorum' && verdict.quorum === 3;
    });
    const held = await runAgain(own, bad);
    expect(held?.level).toBe('suspicious');
    expect(held?.verdict?.summary).toContain('Not enough to call it malicious.');
    await options.getByLabel('Malicious takes').selectOption({ label: 'Any source' });
    await until('the rule', async () => (await ask(own, 'options.get', {})).verdict.rule === 'any');
    expect((await runAgain(own, bad))?.level).toBe('malicious');
    expect((await runAgain(own, odd))?.level).toBe('suspicious');
  });
});
