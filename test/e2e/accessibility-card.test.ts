import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ioc } from '../../lib/ioc';
import { startWorld, type World } from '../lab/world';
import { type Pages, servePages } from '../page/serve-pages';
import type { Shown } from '../ui/card-page';
import { ask } from './ask';
import { axeViolations } from './axe-violations';
import { cardPage } from './card-page';
import { type Chromium, launchChromium } from './chromium';
import { configure } from './configure';
import { enriched } from './enriched';

const ip = (value: string): Ioc => ({ kind: 'ipv4', value });

/** What the lab's sources say of each. */
const answered = {
  malicious: ip('203.0.113.77'),
  suspicious: ip('198.51.100.61'),
  unknown: ip('192.0.2.145'),
  benign: ip('198.51.100.20'),
  'no record': { kind: 'domain', value: 'cdn.assets.example' },
  withheld: ip('10.20.4.31'),
  failed: ip('192.0.2.201'),
} as const satisfies Record<string, Ioc>;

const names = [...Object.keys(answered), 'not asked yet', 'running'];

let world: World;
let pages: Pages;
let browser: Chromium;
const cards: Record<string, Shown> = {};

beforeAll(async () => {
  [world, browser, pages] = await Promise.all([
    startWorld(),
    launchChromium(),
    cardPage().then((site) => servePages({ card: site })),
  ]);
  const own = await configure(browser, world);
  const { virustotal, internetdb, rdap } = world;
  for (const [name, ioc] of Object.entries(answered)) {
    if (name === 'failed')
      for (const piece of [virustotal, internetdb, rdap]) piece.fail({ how: 'status', status: 500 });
    await enriched(own, ioc);
  }
  const { plugins } = await ask(own, 'options.get', {});
  const providers = plugins.map(({ id, name }) => ({ id, name }));
  for (const [name, ioc] of Object.entries(answered)) {
    const report = await ask(own, 'report.get', { key: `${ioc.kind}|${ioc.value}` });
    cards[name] = { report, ioc, running: false, providers };
  }
  cards['not asked yet'] = { report: null, ioc: ip('192.0.2.7'), running: false, providers };
  cards['running'] = { report: null, ioc: ip('192.0.2.7'), running: true, providers };
});

afterAll(() => Promise.all([browser.close(), pages.stop(), world.stop()]));

describe.each(['light', 'dark'] as const)('axe in %s', (colorScheme) => {
  it.each(names)('finds nothing in the card and the badges: %s', async (name) => {
    const page = await browser.context.newPage();
    // Half faded in, nothing has its contrast.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(pages.origin('card'));
    await page.evaluate((shown) => globalThis.show?.(shown as Shown), cards[name]);
    expect(await axeViolations(page)).toEqual([]);
    const seen = await page.evaluate(() => {
      const root = document.querySelector('aside')?.shadowRoot;
      return root?.querySelector('.card')?.getBoundingClientRect().height ?? 0;
    });
    expect(seen).toBeGreaterThan(100);
    if (process.env['PICTURES'])
      await page.screenshot({
        path: `${process.env['PICTURES']}/card-${name}-${colorScheme}.png`.replaceAll(' ', '-'),
      });
    await page.close();
  });
});
