import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startWorld, type World } from '../lab/world';
import { type Chromium, launchChromium } from './chromium';
import { ask } from './ask';
import { configure, siteOn } from './configure';
import { card, hover, lined } from './console-page';
import { until } from './wait-until';

let world: World;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium()]);
  own = await configure(browser, world);
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

/** The document and every open shadow root as text, without the one host element; and how many of those there are. */
const serialise = (page: Page) =>
  page.evaluate(() => {
    const parts: string[] = [];
    const read = (root: Element | ShadowRoot) => {
      parts.push(root instanceof Element ? root.outerHTML : root.innerHTML);
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) read(element.shadowRoot);
    };
    read(document.documentElement);
    const hosts = [...document.querySelectorAll('aside[data-sightline]')];
    const html = parts.join('\n').replaceAll(/<aside data-sightline=""><\/aside>/g, '');
    return { html, hosts: hosts.length, inBody: hosts.filter((host) => document.body.contains(host)).length };
  });

describe('the page’s own DOM', () => {
  for (const name of ['siem', 'flood', 'shadow'] as const) {
    it(`is the same before and after on the ${name} page, but for one host element outside body`, async () => {
      const origin = world.consoles.origin(name);
      await ask(own, 'site.set', { origin, on: false });
      const page = await browser.context.newPage();
      await page.goto(origin);
      const before = await serialise(page);
      await siteOn(browser, own, origin);
      await page.reload();
      await lined(page, 'sl-none');
      await page.bringToFront();
      await hover(page, name === 'flood' ? '198.51.100.2' : '203.0.113.77');
      await card(page, 'Enrich now');
      await wait(1000);
      const after = await serialise(page);
      expect(before.hosts).toBe(0);
      expect(after).toEqual({ html: before.html, hosts: 1, inBody: 0 });
      await page.close();
    });
  }

  it('marks text in nested open shadow roots and in a closed one', async () => {
    await siteOn(browser, own, world.consoles.origin('shadow'));
    const page = await browser.context.newPage();
    await page.goto(world.consoles.origin('shadow'));
    const marked = () =>
      page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
    const expected = world.consoles.expected('shadow').length;
    await until('all of them', async () => (await marked()) >= expected, 10);
    await wait(500);
    expect(await marked()).toBe(expected);
    await page.close();
  });
});

describe('a React page under seeded updates', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 100_000);

  /** Lets the page come to rest. */
  async function run(): Promise<{ text: string; errors: string[] }> {
    const page = await browser.context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${world.consoles.origin('react')}/?seed=${seed}`);
    await page.waitForSelector('html[data-done]', { timeout: 60_000 });
    const text = await page.evaluate(() => document.body.innerText);
    await page.close();
    return { text, errors };
  }

  it(`ends with the same text as without the extension, and no error (seed ${seed})`, async () => {
    await ask(own, 'site.set', { origin: world.consoles.origin('react'), on: false });
    const without = await run();
    await siteOn(browser, own, world.consoles.origin('react'));
    const page = await browser.context.newPage();
    await page.goto(`${world.consoles.origin('react')}/?seed=${seed}`);
    await lined(page, 'sl-none');
    await page.close();
    expect(await run()).toEqual({ text: without.text, errors: [] });
    expect(without.errors).toEqual([]);
  });
});
