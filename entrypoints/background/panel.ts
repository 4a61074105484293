import browser from 'webextension-polyfill';
import type { PanelView, Push } from '../../lib/messages';

const storeKey = 'panel-view';

/** Sends to our own open pages. That nobody listens is the usual case, not an error. */
export function push(message: Push): void {
  browser.runtime.sendMessage(message).catch(() => undefined);
}

/** What the panel should show; kept so that a panel which is only now opening finds it. */
export async function panelView(): Promise<PanelView> {
  const stored: unknown = (await browser.storage.session.get(storeKey))[storeKey];
  return isView(stored) ? stored : { show: 'history' };
}

const isView = (stored: unknown): stored is PanelView =>
  typeof stored === 'object' && stored !== null && 'show' in stored;

export async function setPanelView(view: PanelView): Promise<void> {
  await browser.storage.session.set({ [storeKey]: view });
  push({ push: 'view', view });
}

const hashOf = (view: PanelView): string => {
  if (view.show === 'report' || view.show === 'draft') return `#${view.show}=${encodeURIComponent(view.key)}`;
  return view.show === 'batch' ? `#batch=${encodeURIComponent(view.id)}` : '';
};

const openTab = async (view: PanelView): Promise<void> => {
  await setPanelView(view);
  await browser.tabs.create({ url: browser.runtime.getURL(`sidepanel.html${hashOf(view)}`) });
};

/**
 * Opens the panel at once: the browsers allow it only in the same turn as the click, before any `await`.
 * Firefox refuses it for a click inside a page (a card); there the report opens as a tab.
 * @param from `menu` for the extension's own menu, `page` for a click that a page script reported
 */
export function openPanel(from: 'menu' | 'page' | 'own', windowId: number | undefined): Promise<void> {
  // Known at build time, so that Firefox's build does not even name what Firefox lacks.
  if (!import.meta.env.FIREFOX && windowId !== undefined) {
    return chrome.sidePanel.open({ windowId });
  }
  if (from === 'menu' && browser.sidebarAction !== undefined) return browser.sidebarAction.open();
  return Promise.reject(new Error('no panel from here'));
}

/** Shows a view in the panel that was just asked to open, or in a tab when it would not. */
export async function show(view: PanelView, opening: Promise<void>): Promise<void> {
  try {
    await opening;
  } catch {
    // Not an error for the analyst: the same page opens as a tab.
    return openTab(view);
  }
  await setPanelView(view);
}
