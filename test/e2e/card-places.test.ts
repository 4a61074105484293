import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report, Step } from '../../lib/core/enrichment';
import type { Level } from '../../lib/core/verdict';
import { type Pages, servePages } from '../page/serve-pages';
import type { Shown } from '../ui/card-page';
import { cardPage } from './card-page';
import { type Chromium, launchChromium } from './chromium';

const ioc = { kind: 'ipv4', value: '203.0.113.77' } as const;
const key = 'ipv4|203.0.113.77';
const names = ['VirusTotal', 'AbuseIPDB', 'InternetDB'];
const providers = names.map((name) => ({ id: name, name }));

const step = (provider: string, level: Level | null): Step => ({
  provider,
  attempts: 1,
  outcome: { state: 'answered', answer: { level, summary: '17 of 94 engines' }, at: 1, origin: 'asked' },
});
const failed = (provider: string): Step => ({
  provider,
  attempts: 1,
  outcome: { state: 'failed', failure: { code: 'refused', message: 'Key refused (401).' }, at: 1 },
});
const running = (provider: string): Step => ({
  provider,
  attempts: 1,
  outcome: { state: 'running', since: 1 },
});

function shown(level: Level | null, steps: readonly Step[], filing?: Report['enrichment']['filing']): Shown {
  const open = steps.some(({ outcome }) => outcome.state === 'running');
  const report: Report = {
    enrichment: {
      key,
      ioc,
      state: open ? 'open' : 'closed',
      openedAt: 1,
      runAt: 1,
      runs: 1,
      level,
      ...(filing === undefined ? {} : { filing }),
    },
    runs: [
      {
        id: 1,
        enrichment: key,
        trigger: 'card',
        startedAt: 1,
        steps,
        ...(open
          ? {}
          : { closedAt: 2, verdict: { level, summary: 'Why it is so.', reasons: [], dissent: '' } }),
      },
    ],
  };
  return { report, ioc, running: open, providers };
}

const states: Readonly<Record<string, Shown>> = {
  'not asked yet': { report: null, ioc, running: false, providers },
  'being asked': { report: null, ioc, running: true, providers },
  'no answer yet': shown(null, names.map(running)),
  malicious: shown(
    'malicious',
    names.map((name) => step(name, 'malicious')),
  ),
  benign: shown(
    'benign',
    names.map((name) => step(name, 'benign')),
  ),
  'nobody could answer': shown(null, names.map(failed)),
  filed: shown(
    'malicious',
    names.map((name) => step(name, 'malicious')),
    {
      state: 'filed',
      tracker: 'jira',
      at: 1,
      ref: { key: 'SEC-1188', url: 'https://jira.example/SEC-1188' },
    } as never,
  ),
};

let browser: Chromium;
let pages: Pages;
let page: Page;

beforeAll(async () => {
  [browser, pages] = await Promise.all([
    launchChromium(),
    cardPage().then((site) => servePages({ card: site })),
  ]);
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(pages.origin('card'));
  return () => page.close();
});

async function show(name: string): Promise<void> {
  await page.evaluate((shown) => globalThis.show?.(shown as Shown), states[name]);
}

interface Action {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** The actions of the card, as they stand in it. */
const actions = (): Promise<Action[]> =>
  page.evaluate(() => {
    const foot = document.querySelector('aside')?.shadowRoot?.querySelector('.card-foot');
    return [...(foot?.querySelectorAll('a, button') ?? [])].map((one) => {
      const { left, right, top } = one.getBoundingClientRect();
      const words = one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '';
      return { words, left, right, top: top - (foot?.getBoundingClientRect().top ?? 0) };
    });
  });

const pressed = () => page.evaluate(() => globalThis.pressed);

const middle = async (words: string): Promise<{ x: number; y: number }> =>
  page.evaluate((words) => {
    const all = document.querySelector('aside')?.shadowRoot?.querySelectorAll('a, button') ?? [];
    const box = [...all].find((one) => one.textContent?.includes(words))?.getBoundingClientRect();
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: -1, y: -1 };
  }, words);

describe('the actions of the card', () => {
  it('keep their places, whatever becomes known while it is open; one that comes stands after the others', async () => {
    let before: readonly Action[] = [];
    for (const name of Object.keys(states)) {
      await show(name);
      const now = await actions();
      for (const { words, left, top } of before) {
        const same = now.find((one) => one.words === words);
        if (same !== undefined) expect([name, words, same.left, same.top]).toEqual([name, words, left, top]);
      }
      before = now;
      if (process.env['PICTURES']) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const clip = { x: 0, y: 0, width: 480, height: 300 };
          const file = `${process.env['PICTURES']}/places-${name}-${colorScheme}.png`.replaceAll(' ', '-');
          await page.screenshot({ path: file, clip });
        }
      }
    }
  });

  it.each(['system-ui', 'DejaVu Sans'])(
    'stand apart in one order, in one line, in narrow and wide letters: %s',
    async (font) => {
      const order = async (name: string) => {
        await show(name);
        await page.evaluate((font) => {
          const card = document.querySelector('aside')?.shadowRoot?.querySelector<HTMLElement>('.card');
          card?.style.setProperty('--sl-sans', `'${font}', ${font}`);
        }, font);
        const all = await actions();
        for (const [at, { words, left }] of all.entries()) {
          const before = all[at - 1];
          // The two halves of the last one are one.
          if (before === undefined || words === 'More ways to copy') continue;
          expect(left - before.right, `${name}: ${before.words} | ${words}`).toBeGreaterThanOrEqual(7.9);
        }
        expect([name, all.filter(({ top }) => Math.abs(top - (all[0]?.top ?? 0)) > 4)]).toEqual([name, []]);
        return all.map(({ words }) => words);
      };
      const copy = ['Copy defanged', 'More ways to copy'];
      expect(await order('not asked yet')).toEqual(['Enrich now', ...copy]);
      expect(await order('no answer yet')).toEqual(['Enrich now', 'Open report', ...copy]);
      expect(await order('malicious')).toEqual(['Enrich now', 'Open report', 'File Investigation', ...copy]);
      expect(await order('benign')).toEqual(['Enrich now', 'Open report', 'File Investigation', ...copy]);
      expect(await order('nobody could answer')).toEqual(['Try again', 'Open report', ...copy]);
      expect(await order('filed')).toEqual(['Enrich now', 'Open report', 'Open ticket SEC-1188', ...copy]);
    },
  );

  it('keep the focus, and do nothing while it is being asked', async () => {
    await show('not asked yet');
    await page.evaluate(() => {
      document.querySelector('aside')?.shadowRoot?.querySelector<HTMLElement>('.enrich')?.focus();
    });
    await page.keyboard.press('Enter');
    for (const name of ['being asked', 'no answer yet']) {
      await show(name);
      await page.keyboard.press('Enter');
    }
    expect(await pressed()).toEqual(['enrich']);
    await show('malicious');
    await page.keyboard.press('Enter');
    expect(await pressed()).toEqual(['enrich', 'enrich']);
  });
});

describe('a press of the pointer', () => {
  // A busy machine may take longer from one step to the next than a hand: here the page's time goes on when it is told to.
  beforeEach(async () => {
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
  });

  it('on what has come just now does not count, and counts a moment later', async () => {
    await show('malicious');
    const place = await middle('File Investigation');
    await show('no answer yet');
    await page.mouse.move(place.x, place.y);
    await show('malicious');
    await page.mouse.click(place.x, place.y);
    expect(await pressed()).toEqual([]);
    await page.clock.runFor(450);
    await page.mouse.click(place.x, place.y);
    expect(await pressed()).toEqual(['file']);
  });

  it('does not count on a card that has opened just now, perhaps under the pointer', async () => {
    await show('malicious');
    const place = await middle('File Investigation');
    await page.mouse.click(place.x, place.y);
    expect(await pressed()).toEqual([]);
  });

  it('counts at once on what has been there', async () => {
    await show('no answer yet');
    await page.clock.runFor(450);
    const place = await middle('Open report');
    await show('malicious');
    await page.mouse.click(place.x, place.y);
    expect(await pressed()).toEqual(['report']);
  });
});
