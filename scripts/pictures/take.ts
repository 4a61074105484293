import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ask } from '../../test/e2e/ask';
import { type Chromium, launchChromium } from '../../test/e2e/chromium';
import { configure, siteOn, tabOf } from '../../test/e2e/configure';
import { card, hover, lined } from '../../test/e2e/console-page';
import { until } from '../../test/e2e/wait-until';
import { config } from '../../test/lab/config';
import { type RunningSource, startSource } from '../../test/lab/source';
import abuseipdb from '../../test/lab/sources/abuseipdb';
import threatfox from '../../test/lab/sources/threatfox';
import { startWorld, type World } from '../../test/lab/world';
import { servePages } from '../../test/page/serve-pages';
import { cardClip, surface, ticketPage } from '../surfaces';
import { jira } from './jira';
import { kibana } from './kibana';
import { sentinel, sentinelBlade } from './sentinel';
import { splunk } from './splunk';

const folder = 'docs/pictures';
const c2 = '203.0.113.77';
const themes = ['light', 'dark'] as const;

const sites = {
  splunk: { '/': splunk },
  kibana: { '/': kibana },
  sentinel: { '/': sentinel, '/blade': sentinelBlade },
  jira: { '/': jira },
};

/** Where the pointer goes on each console; the second is the frame it is in. */
const spots: Readonly<Record<keyof typeof sites, readonly [selector: string, frame?: string]>> = {
  splunk: ['.raw-event >> nth=0 >> text="113"'],
  kibana: [`text="${c2}"`],
  sentinel: [`text="${c2}"`, 'iframe'],
  jira: ['.code-block .hl'],
};

/** Every picture of the documentation, light and dark. */
export async function photograph(): Promise<void> {
  const world = await startWorld();
  const sources = await Promise.all([startSource(abuseipdb), startSource(threatfox)]);
  const pages = await servePages(sites);
  const browser = await launchChromium({ size: { width: 1000, height: 730 } });
  try {
    const own = await setUp(browser, world, sources);
    await everythingAsked(own, world);
    for (const name of Object.keys(sites) as (keyof typeof sites)[]) {
      await siteOn(browser, own, pages.origin(name), 'known');
      await consolePicture(browser, pages.origin(name), name);
    }
    await surfaces(browser, own, world);
  } finally {
    await browser.close();
    await Promise.all([world.stop(), pages.stop(), ...sources.map((source) => source.stop())]);
  }
}

/** The lab's configuration with two sources more. Nothing is filed by itself: the report shows the button. */
async function setUp(browser: Chromium, world: World, sources: readonly RunningSource[]): Promise<Page> {
  const base = config(world);
  const more = sources.map(({ name, settings: { baseUrl } }) => [name, { on: true, baseUrl }]);
  const own = await configure(browser, world, {
    sources: { ...base.sources, ...Object.fromEntries(more) },
    investigations: { tracker: 'request-tracker', automatic: false, perHour: 10 },
  });
  for (const { name, settings } of sources)
    await ask(own, 'secret.set', { id: name, field: 'key', value: String(settings['key']) });
  return own;
}

/** Everything on the consoles, so that each line has its level. */
async function everythingAsked(own: Page, { consoles }: World): Promise<void> {
  const shown = consoles.expected('siem').map(({ value }) => value);
  const texts = Object.values(sites).flatMap((site) => Object.values(site));
  const text = [...texts, ...shown].join('\n').replaceAll(/<\/?span[^>]*>/g, '');
  await ask(own, 'batch.start', { text, title: 'The consoles' });
  await until(
    'the batch',
    async () => {
      const last = await ask(own, 'batch.last', {});
      return last !== null && last.running + last.waiting === 0;
    },
    120,
  );
}

/** A console with the card of its worst indicator open. */
async function consolePicture(browser: Chromium, origin: string, name: keyof typeof sites): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(origin);
  const [selector, frame] = spots[name];
  const inside = frame === undefined ? page : page.frameLocator(frame);
  await inside.locator(selector).first().hover();
  if (frame === undefined) await card(page, 'Malicious');
  await inBoth(page, name);
  await page.close();
}

/** The pages of the extension, the lab's console, and the ticket it files. */
async function surfaces(browser: Chromium, own: Page, world: World): Promise<void> {
  const site = world.consoles.origin('siem');
  await siteOn(browser, own, site);
  const page = await browser.context.newPage();
  await page.goto(site);
  await page.setViewportSize({ width: 1280, height: 700 });
  await lined(page, 'sl-mal');
  await page.mouse.move(2, 2);
  await wait(800);
  await page.screenshot({ path: `${folder}/page.png` });
  await hover(page, c2, 1);
  await inBoth(page, 'card', await cardClip(page, 16, 52));
  await page.keyboard.press('Escape');

  const report = `sidepanel.html#report=${encodeURIComponent(`ipv4|${c2}`)}`;
  await picture(browser, `popup.html?tab=${await tabOf(own, page)}`, 'popup', { width: 400, height: 600 });
  await picture(browser, report, 'report', { width: 420, height: 820 });
  const options = await surface(browser, 'options.html', { width: 1100, height: 720 }, 'Warning lists');
  await options.screenshot({ path: `${folder}/options.png` });
  await options.close();
  await page.close();

  await ask(own, 'investigation.file', { key: `ipv4|${c2}` });
  await until('the ticket', async () => world.requestTracker.tickets.length > 0);
  const ticket = await ticketPage(browser, world, world.requestTracker.tickets.at(-1)?.id ?? 1);
  await ticket.setViewportSize({ width: 900, height: 760 });
  await ticket.screenshot({ path: `${folder}/ticket.png` });
}

/** A page of the extension in both themes. */
async function picture(
  browser: Chromium,
  path: string,
  name: string,
  size: { width: number; height: number },
): Promise<void> {
  const page = await surface(browser, path, size, c2);
  await page.waitForLoadState('networkidle');
  await inBoth(page, name);
  await page.close();
}

async function inBoth(
  page: Page,
  name: string,
  clip?: { x: number; y: number; width: number; height: number },
): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await wait(600);
    await page.screenshot({
      path: `${folder}/${name}-${colorScheme}.png`,
      ...(clip === undefined ? {} : { clip }),
    });
  }
  console.log(name);
}
