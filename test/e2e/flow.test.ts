import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { keyOf } from '../../lib/core/enrichment';
import { standingOf } from '../../lib/core/standing-digit';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure, foundOn } from './configure';
import { card, hover, lined, lines } from './console-page';
import { willAllow } from './grants';
import { chooseMenu, openPopup } from './surfaces';
import { until } from './wait-until';

const c2 = '203.0.113.77';

let world: World;
let browser: Chromium;
let own: Page;
let page: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium()]);
  own = await configure(browser, world);
  page = await browser.context.newPage();
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

const batchDone = (title: string) =>
  until(`the batch "${title}"`, async () => {
    const last = await ask(own, 'batch.last', {});
    return last !== null && last.title.startsWith(title) && last.running + last.waiting === 0;
  });

const isClosed = () =>
  until('every answer', async () => {
    const report = await ask(own, 'report.get', { key: `ipv4|${c2}` });
    return report?.enrichment.state === 'closed';
  });

describe('from page to ticket', () => {
  it('marks nothing on a site that is not switched on', async () => {
    await page.goto(world.consoles.origin('siem'));
    expect(await lines(page)).toEqual({});
  });

  it('marks the open tab at once when the site is switched on in the popup', async () => {
    await willAllow(browser, 'http://siem.localhost/*');
    const popup = await openPopup(browser, page);
    await popup.getByRole('button', { name: 'Turn on for' }).click();
    await lined(page, 'sl-none');
  });

  it('finds every indicator a reader sees and none that nobody reads', async () => {
    const expected = world.consoles.expected('siem').map(keyOf).toSorted();
    await until('all indicators', async () => (await foundOn(own, page)).length >= expected.length, 10);
    const found = await foundOn(own, page);
    expect(found.map(({ key }) => key).toSorted()).toEqual(expected);
  });

  it('has asked nobody so far', () => {
    expect(world.lookups()).toEqual([]);
  });

  it('asks on hover, and the card says why', async () => {
    await hover(page, c2);
    const shown = await card(page, 'Malicious');
    expect(shown.text).toContain('VirusTotal');
    await lined(page, 'sl-mal');
    const paths = () => world.lookups().map(({ path }) => path);
    await expect.poll(paths, { timeout: 10_000 }).toContain(`/api/v3/ip_addresses/${c2}`);
  });

  it('asks no source twice for the same indicator', async () => {
    await isClosed();
    const asked = world.lookups().length;
    await page.keyboard.press('Escape');
    await page.reload();
    await lined(page, 'sl-mal');
    await hover(page, c2, 1);
    await card(page, 'Malicious');
    await page.waitForTimeout(500);
    expect(world.lookups().length).toBe(asked);
  });

  it('files one Investigation, which carries the external id and the report', async () => {
    await until('the ticket', () => world.requestTracker.tickets.length > 0);
    const [ticket] = world.requestTracker.tickets;
    expect(ticket?.fields.get('External ID')?.[0]).toMatch(/^sightline-[0-9a-f]{16}$/);
    expect(ticket?.fields.get('IOC')).toEqual([c2]);
    expect(ticket?.history[0]?.content).toContain('VirusTotal');
  });

  it('enriches a selection by right-click as one batch', async () => {
    const selectionText = await page.evaluate(() => {
      const notes = document.querySelector('.detail ul');
      if (notes) getSelection()?.selectAllChildren(notes);
      return getSelection()?.toString() ?? '';
    });
    await chooseMenu(browser, page, { menuItemId: 'enrich', selectionText });
    await batchDone('Selection');
    const last = await ask(own, 'batch.last', {});
    const rows = await ask(own, 'batch.rows', { id: last?.id ?? '', words: '' });
    expect(rows.keys).toContain('url|https://cdn-sync.badhost.example/u/load.bin');
  });

  it('says so when a selection holds no indicator', async () => {
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await chooseMenu(browser, page, { menuItemId: 'enrich', selectionText: 'good morning' });
    await until('the panel', async () => (await ask(own, 'panel.view', {})).show === 'nothing', 10);
  });

  it('enriches pasted text as a batch, and asks only what is not known yet', async () => {
    const before = world.lookups().filter(({ path }) => path.includes(c2)).length;
    const popup = await openPopup(browser, page);
    await popup.getByRole('button', { name: 'Paste IOCs' }).click();
    await popup
      .getByRole('textbox', { name: 'IOCs or text' })
      .fill(`${c2}\n192[.]0[.]2[.]201 update.vendor.example`);
    await popup.getByRole('button', { name: 'Enrich', exact: true }).click();
    await batchDone('Pasted');
    expect(world.lookups().filter(({ path }) => path.includes(c2)).length).toBe(before);
    const id = (await ask(own, 'batch.last', {}))?.id ?? '';
    // The list is told of what changed ten times a second: right after the last answer it may be as it was before.
    const levels = async () => {
      const { standings } = await ask(own, 'batch.rows', { id, words: '' });
      return [...standings].map((digit) => standingOf(digit).level).toSorted();
    };
    await until('the levels', async () => !(await levels()).includes(null));
    expect(await levels()).toEqual(['benign', 'benign', 'malicious']);
  });

  it('re-runs a known Enrichment and opens no second ticket for it', async () => {
    await ask(own, 'enrich', { iocs: [{ kind: 'ipv4', value: c2 }], trigger: 'card', again: true });
    await until('the second run', async () => {
      const report = await ask(own, 'report.get', { key: `ipv4|${c2}` });
      return report !== null && report.enrichment.runs > 1 && report.enrichment.state === 'closed';
    });
    expect(world.requestTracker.tickets.filter(({ fields }) => fields.get('IOC')?.includes(c2))).toHaveLength(
      1,
    );
  });
});
