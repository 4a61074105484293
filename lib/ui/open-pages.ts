import browser from 'webextension-polyfill';

/** Opens the side panel. Call it straight from a click: after an `await` both browsers refuse. */
export async function openPanel(windowId: number | undefined): Promise<void> {
  try {
    // Known at build time, so that Firefox's build does not even name what Firefox lacks.
    if (!import.meta.env.FIREFOX && windowId !== undefined) await chrome.sidePanel.open({ windowId });
    else await browser.sidebarAction.open();
  } catch {
    // No panel in this browser: the same page opens as a tab.
    await browser.tabs.create({ url: browser.runtime.getURL('sidepanel.html') });
  }
}

/** Opens the options, at one of their sections where one is named. */
export async function openOptions(section = ''): Promise<void> {
  if (section === '') return browser.runtime.openOptionsPage();
  await browser.tabs.create({ url: browser.runtime.getURL(`options.html#${section}`) });
}
