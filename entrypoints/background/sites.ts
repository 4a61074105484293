import browser from 'webextension-polyfill';
import type { Mode, PageState } from '../../lib/messages';
import { rowHints } from '../../lib/consoles';
import { covers, originPattern } from '../../lib/core/origin-pattern';
import type { Configuration } from '../../lib/settings';
import { changeConfiguration, configuration } from './configuration';
import { everySource } from './every-source';
import { oneAtATime } from './one-at-a-time';
import { tabs, tell } from './tabs';

const everyFrame = { allFrames: true, matchOriginAsFallback: true } as const;
/** What runs in each frame of a site that is switched on. */
const scripts = [
  { id: 'lines', js: ['lines.js'], runAt: 'document_start', ...everyFrame },
  { id: 'page', js: ['page.js'], runAt: 'document_idle', ...everyFrame },
] as const;
const ids = scripts.map(({ id }) => id);

/** Sites that are switched on and granted, as patterns; empty while everything is paused. */
async function activePatterns(): Promise<string[]> {
  const { sites, paused } = await configuration();
  if (paused) return [];
  const patterns = new Set(sites.filter(({ on }) => on).flatMap(patternsOf));
  const granted = await Promise.all(
    [...patterns].map(async (pattern) =>
      (await browser.permissions.contains({ origins: [pattern] })) ? [pattern] : [],
    ),
  );
  return granted.flat();
}

type Site = Configuration['sites'][number];

/** Everything the browser is asked for on behalf of a site: itself, and the frames that belong to its pages. */
const patternsOf = ({ origin, frames }: Site): string[] => [originPattern(origin) ?? [], frames].flat();

const inTurn = oneAtATime();

/** Makes the registered scripts match the site list. Runs at every worker start: registrations may be lost. */
export const reconcileSites = (): Promise<void> =>
  inTurn(async () => {
    const matches = await activePatterns();
    const existing = await browser.scripting.getRegisteredContentScripts({ ids });
    const known = new Set(existing.map(({ id }) => id));
    if (matches.length === 0) {
      if (known.size > 0) await browser.scripting.unregisterContentScripts({ ids: [...known] });
      return;
    }
    const wanted = scripts.map((script) => ({ ...script, js: [...script.js], matches }));
    const news = wanted.filter(({ id }) => !known.has(id));
    await browser.scripting.updateContentScripts(wanted.filter(({ id }) => known.has(id)));
    if (news.length > 0) await browser.scripting.registerContentScripts(news);
  });

/** Starts the scripts in tabs that are already open on this origin. It is idempotent. */
export async function injectInto(origin: string): Promise<void> {
  const pattern = originPattern(origin);
  if (pattern === null) return;
  const open = await browser.tabs.query({ url: pattern });
  await Promise.allSettled(
    open.flatMap(({ id }) =>
      id === undefined
        ? []
        : [
            browser.scripting.executeScript({
              target: { tabId: id, allFrames: true },
              files: scripts.flatMap(({ js }) => js),
            }),
          ],
    ),
  );
}

/** Puts what is shown over the page beside the page script of one frame. Rejects where the browser does not let us. */
export async function injectFront(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: ['front.js'], injectImmediately: true });
}

/**
 * Whether a frame of this origin is read now, and how. A frame without an origin of its own (`srcdoc`) goes by its tab, and
 * so does one that belongs to the tab's site. Asked with every message of a page, so nothing else is read for it.
 */
export async function siteState(
  origin: string,
  tabOrigin: string,
): Promise<Pick<PageState, 'on' | 'mode' | 'formFields'>> {
  const { sites, paused } = await configuration();
  const site = siteOf(sites, origin, tabOrigin);
  return {
    on: !paused && site?.on === true && (await isGranted(origin === '' ? tabOrigin : origin)),
    mode: site?.mode ?? 'known',
    formFields: site?.formFields ?? false,
  };
}

/** All that the script of a frame is told when it says that it is there. */
export async function pageState(origin: string, tabOrigin: string): Promise<PageState> {
  const { customSources } = await configuration();
  return {
    ...(await siteState(origin, tabOrigin)),
    sources: everySource(customSources).map(({ plugin: { id, name } }) => ({ id, name })),
    hints: rowHints,
  };
}

/** A script that runs in a page goes on when the browser takes the grant back: then it is told to stop. */
async function isGranted(origin: string): Promise<boolean> {
  const pattern = originPattern(origin);
  return pattern !== null && browser.permissions.contains({ origins: [pattern] });
}

function siteOf(sites: readonly Site[], origin: string, tabOrigin: string): Site | undefined {
  const around = sites.find((site) => site.origin === tabOrigin);
  if (origin === '') return around;
  const own = sites.find((site) => site.origin === origin);
  return own ?? (around?.frames.some((pattern) => covers(pattern, origin)) === true ? around : undefined);
}

/** Tells every open page of every site what it may do now. */
export async function tellPages(): Promise<void> {
  const { sites, paused } = await configuration();
  const open = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  await Promise.allSettled(
    open.map(async ({ id, url }) => {
      if (id === undefined || url === undefined) return;
      const site = sites.find(({ origin }) => origin === new URL(url).origin);
      if (site !== undefined && site.on && !paused) await injectInto(site.origin);
      tell(id, { push: 'rejoin' });
    }),
  );
  // A frame of a site may stand in a tab of another, which a search by address leaves out.
  const asked = new Set(open.map(({ id }) => id));
  for (const id of tabs.ids) if (!asked.has(id)) tell(id, { push: 'rejoin' });
}

export interface SiteChange {
  readonly on?: boolean;
  readonly mode?: Mode;
  /** Added to those it has. */
  readonly frames?: readonly string[];
  readonly formFields?: boolean;
}

/** Switches a site on or off, keeps what is not named, and makes scripts and open pages follow. */
export async function setSite(origin: string, { frames = [], ...change }: SiteChange): Promise<void> {
  await changeConfiguration((now) => {
    const before = now.sites.find((site) => site.origin === origin) ?? {
      origin,
      on: true,
      mode: 'hover' as const,
      frames: [],
      formFields: false,
    };
    const rest = now.sites.filter((site) => site.origin !== origin);
    return {
      ...now,
      sites: [...rest, { ...before, ...change, frames: [...new Set([...before.frames, ...frames])] }].sort(
        (a, b) => (a.origin < b.origin ? -1 : 1),
      ),
    };
  });
  await follow();
}

/** Forgets a site, and gives back the grants that no other site needs. */
export async function removeSite(origin: string): Promise<void> {
  const site = (await configuration()).sites.find((each) => each.origin === origin);
  const { sites } = await changeConfiguration((now) => ({
    ...now,
    sites: now.sites.filter((each) => each.origin !== origin),
  }));
  await follow();
  const needed = new Set(sites.flatMap(patternsOf));
  const origins = site === undefined ? [] : patternsOf(site).filter((pattern) => !needed.has(pattern));
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

/** After the sites, their grants or the pause changed. */
export async function follow(): Promise<void> {
  await reconcileSites();
  await tellPages();
}
