import browser from 'webextension-polyfill';
import { ok } from '../../../lib/core/failure';
import type { Engine } from '../../../lib/engine';
import { covers, originPattern } from '../../../lib/core/origin-pattern';
import { changeConfiguration, configuration } from '../configuration';
import { consoleOf } from '../console-of';
import { uniqueIocs } from '../menus';
import { panelView, setPanelView } from '../panel';
import { originOf, type Handlers } from '../router';
import { follow, removeSite, setSite } from '../sites';
import { dropSilentFrames, tabs } from '../tabs';
import { wantSite } from '../wants';

type OwnHandlers = Pick<
  Handlers,
  | 'tab.state'
  | 'tab.rows'
  | 'site.want'
  | 'site.set'
  | 'site.remove'
  | 'pause'
  | 'batch.preview'
  | 'batch.start'
  | 'batch.get'
  | 'batch.last'
  | 'batch.rows'
  | 'listed'
  | 'batch.cancel'
  | 'history'
  | 'budgets'
  | 'source.submit'
  | 'scratch.get'
  | 'scratch.set'
  | 'panel.view'
>;

/** What the popup and the panel ask. */
export function ownHandlers(engine: Engine): OwnHandlers {
  return {
    'tab.state': async ({ tabId }) => {
      const tab = await browser.tabs.get(tabId);
      const origin = originOf(tab.url);
      const { sites, paused } = await configuration();
      const pattern = originPattern(tab.url ?? '');
      const site = sites.find((each) => each.origin === origin);
      const granted = pattern !== null && (await browser.permissions.contains({ origins: [pattern] }));
      await dropSilentFrames(tabId);
      return ok({
        origin: pattern === null ? null : origin,
        site:
          pattern === null
            ? null
            : {
                on: site?.on === true,
                granted,
                mode: site?.mode ?? 'hover',
                formFields: site?.formFields ?? false,
              },
        console: pattern === null ? null : await consoleOf(tab, site?.frames ?? []),
        paused,
        found: tabs.iocsOf(tabId).length,
        otherOrigins: await otherOrigins(tabId, sites, site?.frames ?? []),
      });
    },
    'tab.rows': async ({ tabId, words }) =>
      ok(await engine.shortRows(`tab ${tabId}`, tabs.iocsOf(tabId), words)),
    'site.want': async ({ origin, frames = [] }) => {
      await wantSite(origin, frames);
      return ok({});
    },
    'site.set': async ({ origin, ...change }) => {
      await setSite(origin, change);
      return ok({});
    },
    'site.remove': async ({ origin }) => {
      await removeSite(origin);
      return ok({});
    },
    pause: async ({ paused }) => {
      await changeConfiguration((now) => ({ ...now, paused }));
      await follow();
      return ok({});
    },
    'batch.preview': async ({ text }) => {
      const iocs = uniqueIocs(text);
      return ok(iocs.length === 0 ? null : await engine.preview(iocs));
    },
    'batch.start': async ({ text, title }) => {
      const iocs = uniqueIocs(text);
      if (iocs.length === 0) return ok(null);
      const batch = await engine.startBatch(iocs, title);
      await setPanelView({ show: 'batch', id: batch.id });
      return ok(batch);
    },
    'source.submit': ({ ioc, provider, submit }) => engine.submit(ioc, provider, submit),
    'batch.get': async ({ id }) => ok(await engine.batch(id)),
    'batch.last': async () => ok(await engine.lastBatch()),
    'batch.rows': async ({ id, words }) => ok(await engine.batchRows(id, words)),
    listed: async ({ iocs }) => ok(await engine.listed(iocs)),
    'batch.cancel': async ({ id }) => {
      await engine.cancelBatch(id);
      return ok({});
    },
    history: async ({ before, limit }) => ok(await engine.history(before, limit)),
    budgets: async () => ok(await engine.budgets()),
    'scratch.get': async ({ name }) => ok(await engine.scratch(name)),
    'scratch.set': async ({ name, text }) => {
      await engine.setScratch(name, text);
      return ok({});
    },
    'panel.view': async () => ok(await panelView()),
  };
}

/** Frames of this tab whose origin is not switched on. Empty where the browser does not let us look. */
async function otherOrigins(
  tabId: number,
  sites: readonly { origin: string; on: boolean }[],
  frames: readonly string[],
): Promise<string[]> {
  const on = new Set(sites.filter((site) => site.on).map((site) => site.origin));
  const isOther = (origin: string): boolean =>
    origin !== '' && !on.has(origin) && !frames.some((pattern) => covers(pattern, origin));
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId },
      func: () => [...document.querySelectorAll('iframe')].map((frame) => frame.src),
    });
    const urls = results.flatMap((each) => (Array.isArray(each.result) ? (each.result as string[]) : []));
    return [...new Set(urls.map(originOf).filter(isOther))];
  } catch {
    // No grant for this tab: then there is nothing to offer either.
    return [];
  }
}
