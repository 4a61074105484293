import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Chromium } from './chromium';

/**
 * Clicks the toolbar icon over `tab` and returns the popup. Like a person's click, and unlike `action.openPopup()`, this
 * grants `activeTab`: the popup may know the address of a page that is not switched on.
 */
export async function openPopup(browser: Chromium, tab: Page): Promise<Page> {
  await tab.bringToFront();
  const session = await browser.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser has no session of its own.');
  const filter = [{ type: 'tab', exclude: false }];
  const { targetInfos } = await session.send('Target.getTargets', { filter });
  const target = targetInfos.find(({ url }) => url === tab.url());
  if (!target) throw new Error(`No tab shows ${tab.url()}.`);
  await session.send('Extensions.triggerAction', { id: browser.id, targetId: target.targetId });
  await session.detach();
  return surface(browser, 'popup.html');
}

/** The side panel, once it is open. */
export const sidePanel = (browser: Chromium): Promise<Page> => surface(browser, 'sidepanel.html');

/**
 * Clicks the extension's entry in the context menu of `tab`. Such a click is no user gesture to the browser, so a side
 * panel that is not open stays closed: open it first.
 */
export async function chooseMenu(
  browser: Chromium,
  tab: Page,
  info: { readonly menuItemId: string; readonly selectionText?: string; readonly linkUrl?: string },
): Promise<void> {
  await tab.bringToFront();
  const worker = await browser.worker();
  await worker.evaluate(
    async ([url, info]) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const click = { editable: false, frameId: 0, pageUrl: url, ...info };
      (chrome.contextMenus.onClicked as unknown as Dispatching).dispatch(click, tab);
    },
    [tab.url(), info] as const,
  );
}

/** Events of the extension API can be dispatched from within. */
interface Dispatching {
  dispatch(...args: unknown[]): void;
}

/** Popups and panels show themselves only to a client that connects once they are there. */
async function surface(browser: Chromium, path: string): Promise<Page> {
  const url = `chrome-extension://${browser.id}/${path}`;
  for (let tries = 0; tries < 40; tries += 1) {
    const observer = await browser.observe();
    const page = observer
      .contexts()
      .flatMap((context) => context.pages())
      .find((page) => page.url().startsWith(url));
    if (page) {
      await page.waitForLoadState();
      return page;
    }
    await observer.close();
    await wait(100);
  }
  throw new Error(`${path} did not open.`);
}
