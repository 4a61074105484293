import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { keyOf } from '../../lib/core/enrichment';
import { createEngine, type Engine } from '../../lib/engine';
import { onConfigurationChange } from './configuration';
import { engineDeps } from './engine-deps';
import { onCommand } from './commands';
import { customHandlers } from './handlers/custom';
import { draftHandlers } from './handlers/drafts';
import { optionsHandlers } from './handlers/options';
import { ownHandlers } from './handlers/own';
import { pageHandlers, tellTabs } from './handlers/pages';
import { reconcileHeaderRules } from './header-rules';
import { createMenu, onMenuClick } from './menus';
import { push } from './panel';
import { route } from './router';
import { follow, reconcileSites } from './sites';
import { forgetTab } from './tabs';
import { waiting } from './waiting';
import { grantArrived } from './wants';

/** Every listener is added synchronously: a worker that is woken by an event hears only those. */
export default defineBackground({
  type: 'module',
  main() {
    const engine = createEngine(engineDeps);

    route({
      ...pageHandlers(engine),
      ...ownHandlers(engine),
      ...draftHandlers(engine),
      ...optionsHandlers(engine),
      ...customHandlers(engine),
    });
    onMenuClick({
      async one(ioc) {
        await engine.enrich([ioc], 'selection');
        return keyOf(ioc);
      },
      many: async (iocs, title) => (await engine.startBatch(iocs, title)).id,
    });
    onCommand();
    browser.alarms.onAlarm.addListener(({ name }) => void engine.onAlarm(name));
    browser.permissions.onAdded.addListener(() => void afterGrants(engine));
    browser.permissions.onRemoved.addListener(() => void afterGrants(engine));
    browser.tabs.onRemoved.addListener((tabId) => {
      forgetTab(tabId);
      void engine.leave(waiting.tabClosed(tabId));
    });
    // Heard so that the worker starts with the browser: what was left is then taken up at once.
    browser.runtime.onInstalled.addListener(() => undefined);
    browser.runtime.onStartup.addListener(() => undefined);

    engine.onChange((keys) => {
      push({ push: 'changed', keys });
      void tellTabs(engine, keys);
    });
    onConfigurationChange(() => {
      void engine.reconsider();
      void reconcileHeaderRules();
      push({ push: 'changed', keys: [] });
    });

    void start(engine);
  },
});

/** Alarms, registered scripts, rules and open runs are put right at every worker start: any of them may be lost. */
async function start(engine: Engine): Promise<void> {
  await Promise.all([engine.resume(), reconcileSites(), reconcileHeaderRules(), createMenu()]);
  await follow();
}

async function afterGrants(engine: Engine): Promise<void> {
  await grantArrived();
  await follow();
  await engine.reconsider();
  push({ push: 'changed', keys: [] });
}
