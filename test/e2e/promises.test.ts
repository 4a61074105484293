import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure, foundOn, siteOn } from './configure';
import { enriched } from './enriched';
import { card, hover, lined } from './console-page';
import { grant, revoke } from './grants';
import { until } from './wait-until';

let world: World;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium()]);
  own = await configure(browser, world);
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

/** Opens a console in a mode and lets the page script see all of it. */
async function visit(name: 'flood' | 'siem', mode: 'known' | 'hover' | 'auto'): Promise<Page> {
  await siteOn(browser, own, world.consoles.origin(name), mode);
  const page = await browser.context.newPage();
  await page.goto(world.consoles.origin(name));
  await lined(page, 'sl-none');
  return page;
}

describe('what a page may cause', () => {
  for (const mode of ['known', 'hover'] as const) {
    it(`a page that prints 500 addresses sends no request in mode "${mode}"`, async () => {
      const page = await visit('flood', mode);
      await until('500 found', async () => (await foundOn(own, page)).length === 500, 20);
      await page.mouse.wheel(0, 4000);
      await wait(2000);
      expect(world.lookups()).toEqual([]);
      await page.close();
    });
  }

  it('in mode "known" a hover shows what is known and asks nobody', async () => {
    const page = await visit('flood', 'known');
    await hover(page, '198.51.100.2');
    await card(page, '198.51.100.2');
    await wait(1500);
    expect(world.lookups()).toEqual([]);
    await page.close();
  });

  it('events that a page makes up open no card and send no lookup', async () => {
    const page = await visit('siem', 'hover');
    await page.evaluate(() => {
      const cell = [...document.querySelectorAll('td')].find((td) => td.textContent === '203.0.113.77');
      const { x, y } = cell?.getBoundingClientRect() ?? { x: 0, y: 0 };
      for (const type of [
        'pointerover',
        'mouseover',
        'mousemove',
        'pointermove',
        'mousedown',
        'mouseup',
        'click',
      ]) {
        const event = { bubbles: true, composed: true, clientX: x + 20, clientY: y + 8 };
        cell?.dispatchEvent(
          type.startsWith('p') ? new PointerEvent(type, event) : new MouseEvent(type, event),
        );
      }
    });
    await wait(1500);
    expect(world.lookups()).toEqual([]);
    await page.close();
  });

  it('in mode "auto" what is on screen is asked, up to the daily ceiling', async () => {
    await ask(own, 'opsec.set', { autoPerDay: 5 });
    const page = await visit('flood', 'auto');
    await until('the ceiling', async () => (await ask(own, 'options.get', {})).enrichments >= 5);
    await page.mouse.wheel(0, 3000);
    await wait(2000);
    expect((await ask(own, 'options.get', {})).enrichments).toBe(5);
    await page.close();
  });
});

describe('a revoked permission', () => {
  beforeEach(() => grant(browser, 'http://127.0.0.1/*'));

  it('keeps every request from the lab, and says so in the report', async () => {
    await revoke(browser, 'http://127.0.0.1/*');
    const before = world.lookups().length;
    const ioc = { kind: 'domain', value: 'invoice-portal.example' } as const;
    await enriched(own, ioc);
    const report = await ask(own, 'report.get', { key: 'domain|invoice-portal.example' });
    expect(world.lookups().length).toBe(before);
    expect(report?.enrichment.level).toBeNull();
    expect(report?.runs[0]?.steps.map(({ outcome }) => outcome.state)).not.toContain('answered');
  });
});
