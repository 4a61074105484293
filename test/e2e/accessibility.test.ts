import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { axeViolations } from './axe-violations';
import { type Chromium, launchChromium } from './chromium';
import { configure } from './configure';
import { until } from './wait-until';

const bad = { kind: 'ipv4' as const, value: '203.0.113.77' };

/** Every screen with something on it, and the address that shows it. */
const screens = {
  'the popup': { path: 'popup.html', holds: 'Open side panel' },
  'the history': { path: 'sidepanel.html', holds: 'Choose a file' },
  'a report': {
    path: `sidepanel.html#report=${encodeURIComponent('ipv4|203.0.113.77')}`,
    holds: 'Open all',
  },
  'a draft': {
    path: `sidepanel.html#draft=${encodeURIComponent('domain|files.partner.example')}`,
    holds: 'File Investigation',
  },
  'a ticket': {
    path: `sidepanel.html#draft=${encodeURIComponent('ipv4|203.0.113.77')}`,
    holds: 'What happens now',
  },
  'the options': { path: 'options.html', holds: 'Settings of VirusTotal' },
} as const;

/** The screen, once what the background told it is there. */
async function show(browser: Chromium | undefined, { path, holds }: (typeof screens)[keyof typeof screens]) {
  const page = await browser?.open(path);
  if (page === undefined) throw new Error('The browser did not start.');
  const either = page.getByRole('button', { name: holds }).or(page.getByRole('heading', { name: holds }));
  await either.first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

let world: World;
let own: Page;
const browsers: { light?: Chromium; dark?: Chromium } = {};

async function start(dark: boolean): Promise<Chromium> {
  const browser = await launchChromium({ dark, size: { width: 420, height: 900 } });
  own = await configure(browser, world);
  await ask(own, 'enrich', {
    iocs: [bad, { kind: 'domain', value: 'files.partner.example' }],
    trigger: 'panel',
  });
  // Its ticket comes by itself.
  await until('the ticket', async () => {
    const report = await ask(own, 'report.get', { key: 'ipv4|203.0.113.77' });
    return report?.enrichment.filing?.state === 'filed';
  });
  await until('the other verdict', async () => {
    const report = await ask(own, 'report.get', { key: 'domain|files.partner.example' });
    return report?.enrichment.state === 'closed';
  });
  return browser;
}

beforeAll(async () => {
  world = await startWorld();
  browsers.light = await start(false);
  browsers.dark = await start(true);
}, 120_000);

afterAll(async () => {
  await Promise.all(Object.values(browsers).map((browser) => browser.close()));
  await world.stop();
});

/** Walks through a page with Tab and tells of every stop that cannot be seen: no ring, or out of sight. */
async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  for (let stops = 0; stops < 200; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return null;
      const ringed = [at, at.closest('.search')].some((element) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element ?? at);
        return outlineStyle === 'solid' && outlineWidth === '2px' && outlineColor !== 'rgba(0, 0, 0, 0)';
      });
      const { top, bottom } = at.getBoundingClientRect();
      return { ringed: ringed && top < innerHeight && bottom > 0, html: at.outerHTML.slice(0, 120) };
    });
    if (stop === null) return unseen;
    if (!stop.ringed) unseen.push(stop.html);
  }
  throw new Error('Tab never came to an end: the keyboard is caught.');
}

it.each(Object.entries(screens))(
  'each stop of the keyboard is seen, and Tab ends, on %s',
  async (_name, screen) => {
    const page = await show(browsers.light, screen);
    expect(await unseenStops(page)).toEqual([]);
    await page.close();
  },
);

describe.each(['light', 'dark'] as const)('axe in %s', (theme) => {
  it.each(Object.entries(screens))('finds nothing on %s', async (_name, screen) => {
    const page = await show(browsers[theme], screen);
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});
