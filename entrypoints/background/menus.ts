import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { find, type Ioc } from '../../lib/ioc';
import { openPanel, show } from './panel';

const menuId = 'enrich';

/** One static entry, made anew at every worker start: creating it twice would be an error. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: menuId,
    title: 'Enrich with Sightline',
    contexts: ['selection', 'link'],
  });
}

/**
 * What was right-clicked. The selection is read in its frame, with newlines kept (`activeTab`, no host grant);
 * `selectionText` has lost them and Firefox cuts it at 16,384 characters.
 */
async function clickedText(info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<string> {
  if (tab?.id !== undefined && info.selectionText !== undefined) {
    try {
      const [result] = await browser.scripting.executeScript({
        target: { tabId: tab.id, frameIds: [info.frameId ?? 0] },
        func: () => getSelection()?.toString() ?? '',
      });
      if (typeof result?.result === 'string' && result.result !== '') return result.result;
    } catch {
      // The frame cannot be scripted (a PDF viewer, the store): the browser's own copy has to do.
    }
  }
  return info.selectionText ?? info.linkUrl ?? '';
}

export function uniqueIocs(text: string): Ioc[] {
  const seen = new Map(find(text).map(({ kind, value }) => [`${kind}|${value}`, { kind, value }]));
  return [...seen.values()];
}

interface Enriching {
  one(ioc: Ioc): Promise<string>;
  many(iocs: readonly Ioc[], title: string): Promise<string>;
}

/** One indicator opens its report, several a batch; that there was none is said in the panel. */
export function onMenuClick(enrich: Enriching): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== menuId) return;
    const opening = openPanel('menu', tab?.windowId);
    void (async () => {
      const text = await clickedText(info, tab);
      const iocs = uniqueIocs(text);
      const [first] = iocs;
      if (first === undefined) return show({ show: 'nothing', text: text.slice(0, 500) }, opening);
      if (iocs.length === 1) return show({ show: 'report', key: await enrich.one(first) }, opening);
      const title = `Selection on ${tab?.url === undefined ? 'a page' : new URL(tab.url).host}`;
      return show({ show: 'batch', id: await enrich.many(iocs, title) }, opening);
    })();
  });
}
