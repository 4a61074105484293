import type { Page } from 'playwright-core';
import type { Listed, Mode } from '../../lib/messages';
import { iocOfKey } from '../../lib/ui/ioc-of-key';
import type { Configuration } from '../../lib/settings';
import { config, grants, secrets } from '../lab/config';
import type { World } from '../lab/world';
import { ask, type AnyPage } from './ask';
import type { Chromium } from './chromium';
import { grant } from './grants';

/**
 * Sets the extension up for the lab as a person would: grants the lab's servers, imports its configuration with these
 * changes, types the keys. Answers a page of the extension to ask from. Sites are not granted.
 */
export async function configure(
  browser: Chromium,
  world: World,
  changes: Partial<Configuration> = {},
): Promise<Page> {
  for (const pattern of grants) await grant(browser, pattern);
  const page = await browser.open('manifest.json');
  await ask(page, 'configuration.import', { text: JSON.stringify({ ...config(world), ...changes }) });
  for (const [id, fields] of Object.entries(secrets(world))) {
    for (const [field, value] of Object.entries(fields)) await ask(page, 'secret.set', { id, field, value });
  }
  return page;
}

/** Switches a site on, the browser's grant included. */
export async function siteOn(
  browser: Chromium,
  own: Page,
  origin: string,
  mode: Mode = 'hover',
): Promise<void> {
  const { protocol, hostname } = new URL(origin);
  await grant(browser, `${protocol}//${hostname}/*`);
  await ask(own, 'site.set', { origin, on: true, mode });
}

/** The browser's number for the tab of a page whose site is granted. */
export const tabOf = (own: AnyPage, page: AnyPage): Promise<number> =>
  (own as Page).evaluate(
    async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? -1,
    page.url(),
  );

/** Rows that one message may ask for. */
const most = 5000;

/** What the extension found on this tab. */
export async function foundOn(own: AnyPage, page: AnyPage): Promise<readonly Listed[]> {
  const { keys } = await ask(own, 'tab.rows', { tabId: await tabOf(own, page), words: '' });
  const iocs = keys.flatMap((key) => iocOfKey(key) ?? []);
  const parts = Array.from({ length: Math.ceil(iocs.length / most) }, (_, at) =>
    iocs.slice(at * most, (at + 1) * most),
  );
  return (await Promise.all(parts.map((iocs) => ask(own, 'listed', { iocs })))).flat();
}
