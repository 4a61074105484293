import { keyOf } from '../../../lib/core/enrichment';
import { fail, ok } from '../../../lib/core/failure';
import type { Row, Seen } from '../../../lib/core/seen';
import type { Gathered, Mark } from '../../../lib/messages';
import { type Ioc, kinds } from '../../../lib/ioc';
import type { Engine } from '../../../lib/engine';
import { openPanel, show } from '../panel';
import { placeOf, waiting } from '../waiting';
import type { Handlers, Sender } from '../router';
import { injectFront, pageState, siteState } from '../sites';
import { showCount, startFrame, tabs, tell } from '../tabs';

type PageHandlers = Pick<
  Handlers,
  | 'page.hello'
  | 'page.front'
  | 'page.found'
  | 'page.visible'
  | 'page.card'
  | 'page.left'
  | 'page.pointer'
  | 'report.get'
  | 'enrich'
  | 'source.ask'
  | 'report.open'
  | 'draft.open'
  | 'hide'
>;

/** Keys whose last known level is malicious; what the toolbar icon counts. */
const malicious = new Set<string>();

function remember(marks: readonly Mark[]): void {
  for (const { key, level, hidden } of marks) {
    if (level === 'malicious' && !hidden) malicious.add(key);
    else malicious.delete(key);
  }
}

const count = (tabId: number): Promise<void> => showCount(tabId, tabs.shownOf(tabId, malicious));

/** The page's own word for its address is not taken: the browser knows it. */
const seenBy = ({ place }: Sender, row: Row): Seen => ({ ...row, page: place });

const iocsOf = (gathered: Gathered): readonly Ioc[] =>
  kinds.flatMap((kind) => gathered[kind]?.split('\n').map((value) => ({ kind, value })) ?? []);

const stateOf = (sender: Sender) => siteState(sender.origin, sender.tabOrigin);

/** What page scripts ask. On detection only the cache and local lists answer: text on a page spends nothing. */
export function pageHandlers(engine: Engine): PageHandlers {
  return {
    'page.hello': async (_request, sender) => {
      // What a document sent just before it was left must not take the place of the one that followed.
      if (sender.tabId !== undefined && sender.active) {
        startFrame(sender.tabId, sender.frameId, sender.document);
        await engine.leave(waiting.arrived(placeOf(sender)));
        await count(sender.tabId);
      }
      return ok(await pageState(sender.origin, sender.tabOrigin));
    },

    'page.front': async (_request, sender) => {
      const { tabId, frameId } = sender;
      if (tabId === undefined || !(await stateOf(sender)).on)
        return fail('rejected', 'Pages may not ask this.');
      await injectFront(tabId, frameId);
      return ok({});
    },

    'page.found': async (request, sender) => {
      if (sender.tabId === undefined) return ok([]);
      const set = tabs.frame(sender.tabId, sender.frameId, sender.document);
      if (set === null) {
        // The background started since this frame said that it is there, or another document is there by now.
        if (sender.active) tell(sender.tabId, { push: 'rejoin' }, sender.frameId);
        return fail('rejected', 'This page has not said that it is there.');
      }
      if (!(await stateOf(sender)).on) return ok([]);
      const added = iocsOf(request.added);
      set.change(added, iocsOf(request.removed));
      const marks = await engine.known(added);
      remember(marks);
      await count(sender.tabId);
      return ok(marks.filter(({ level, running, hidden }) => level !== null || running || hidden));
    },

    'page.visible': async ({ iocs }, sender) => {
      const { on, mode } = await stateOf(sender);
      if (!on || mode !== 'auto') return ok({});
      const keys = iocs.map(keyOf);
      waiting.screen(placeOf(sender), keys);
      await engine.enrich(iocs, 'auto');
      return ok({});
    },

    'page.card': async ({ ioc, row }, sender) => {
      await engine.leave(waiting.card(placeOf(sender), keyOf(ioc)));
      const { on, mode } = await stateOf(sender);
      const seen = seenBy(sender, row);
      if (on && mode !== 'known') {
        await engine.enrich([ioc], 'hover', false, seen);
        // The card may have closed while the run was being opened.
        await engine.leave(waiting.unwanted([keyOf(ioc)]));
      } else if (on) await engine.see(keyOf(ioc), seen);
      return ok(await engine.report(keyOf(ioc)));
    },

    'page.left': async ({ what }, sender) => {
      const place = placeOf(sender);
      await engine.leave(what === 'card' ? waiting.cardClosed(place) : waiting.left(place));
      return ok({});
    },

    'page.pointer': async (told, sender) => {
      if (sender.tabId !== undefined) tell(sender.tabId, { push: 'pointer', ...told });
      return ok({});
    },

    'report.get': async ({ key }, sender) => {
      if (!sender.page) await engine.look(key);
      return ok(await engine.report(key));
    },

    enrich: async ({ iocs, trigger, again, row }, sender) => {
      if (sender.page && (trigger !== 'card' || iocs.length > 1 || !(await stateOf(sender)).on)) {
        return fail('rejected', 'Pages may not ask this.');
      }
      await engine.enrich(iocs, trigger, again === true, row && seenBy(sender, row));
      return ok({});
    },

    'source.ask': async ({ ioc, provider }, sender) => {
      if (sender.page && !(await stateOf(sender)).on) return fail('rejected', 'Pages may not ask this.');
      return ok(await engine.askAlso(ioc, provider));
    },

    'report.open': (request, sender) => {
      const opening = openPanel(sender.page ? 'page' : 'own', sender.windowId);
      // The card closes when the panel takes the focus.
      void engine.look(request.key);
      return show({ show: 'report', key: request.key }, opening).then(() => ok({}));
    },

    'draft.open': (request, sender) => {
      const opening = openPanel(sender.page ? 'page' : 'own', sender.windowId);
      void engine.look(request.key);
      return show({ show: 'draft', key: request.key }, opening).then(() => ok({}));
    },

    hide: async ({ key, hidden }) => {
      await engine.hide(key, hidden);
      return ok({});
    },
  };
}

/** Carries news of the engine to the pages that show these indicators. */
export async function tellTabs(engine: Engine, keys: readonly string[]): Promise<void> {
  for (const tab of tabs.tabsShowing(keys)) {
    const shown = new Set(tab.keys);
    const iocs: Ioc[] = tabs.iocsOf(tab.tabId).filter((ioc) => shown.has(keyOf(ioc)));
    const marks = await engine.known(iocs);
    remember(marks);
    tell(tab.tabId, { push: 'marks', marks });
    await count(tab.tabId);
    // The card shows one report at a time; a burst of hundreds is no card's news.
    if (tab.keys.length > 20) continue;
    for (const key of tab.keys) {
      const report = await engine.report(key);
      if (report !== null) tell(tab.tabId, { push: 'report', report });
    }
  }
}
