import browser, { type Tabs } from 'webextension-polyfill';
import { consoles } from '../../lib/consoles';
import { recognise, signElements } from '../../lib/consoles/recognise';
import type { ConsoleState } from '../../lib/messages';

const elements = signElements(consoles);

/** Which of our selectors match something in the page of a tab; none where the browser does not let us look. */
async function elementsIn(tabId: number): Promise<ReadonlySet<string>> {
  try {
    const [looked] = await browser.scripting.executeScript({
      target: { tabId },
      args: [elements],
      func: (selectors: string[]) =>
        selectors.filter((selector) => document.querySelector(selector) !== null),
    });
    return new Set(Array.isArray(looked?.result) ? (looked.result as string[]) : []);
  } catch {
    return new Set();
  }
}

/**
 * The console that a tab shows. Looked at only when a popup opens over it: that click grants `activeTab`, without which
 * neither address nor title of a site that is not switched on is told.
 * @param read patterns of frames that are read already
 */
export async function consoleOf(tab: Tabs.Tab, read: readonly string[]): Promise<ConsoleState | null> {
  if (tab.id === undefined || tab.url === undefined) return null;
  const look = { url: tab.url, title: tab.title ?? '', elements: await elementsIn(tab.id) };
  const found = recognise(consoles, look);
  if (found === null) return null;
  const { name, frames, formFields } = found.console;
  const missing = await Promise.all(
    frames.map(async (pattern) =>
      read.includes(pattern) && (await browser.permissions.contains({ origins: [pattern] })) ? [] : [pattern],
    ),
  );
  return { name, by: found.by, frames: missing.flat(), formFields };
}
