import type { HeaderRule } from '../../lib/core/plugin';
import { trackersInUse } from './plugins';

const toRule = (rule: HeaderRule, index: number): chrome.declarativeNetRequest.Rule => ({
  id: index + 1,
  priority: 1,
  action: {
    type: 'modifyHeaders',
    requestHeaders: [
      ...rule.remove.map((header) => ({ header, operation: 'remove' as const })),
      ...Object.entries(rule.set).map(([header, value]) => ({ header, operation: 'set' as const, value })),
    ],
  },
  condition: {
    requestDomains: [rule.domain],
    requestMethods: [...rule.methods],
    resourceTypes: ['xmlhttprequest'],
    // Requests of the extension itself only: the analyst's own tabs keep their headers.
    tabIds: [-1],
  },
});

/** Applies the header rules of the trackers that are on. Session rules: set again at every worker start. */
export async function reconcileHeaderRules(): Promise<void> {
  const rules = (await trackersInUse())
    .filter(({ on }) => on)
    .flatMap(({ plugin, settings }) => plugin.headerRules?.(settings) ?? []);
  const old = await chrome.declarativeNetRequest.getSessionRules();
  await chrome.declarativeNetRequest.updateSessionRules({
    removeRuleIds: old.map(({ id }) => id),
    addRules: rules.map(toRule),
  });
}
