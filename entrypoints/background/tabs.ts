import browser from 'webextension-polyfill';
import { keyOf } from '../../lib/core/enrichment';
import type { Ioc } from '../../lib/ioc';
import type { PagePush } from '../../lib/messages';

/** By tab, by frame, by key. Memory only: after a worker start the pages are asked to rejoin. */
const tabs = new Map<number, Map<number, Map<string, Ioc>>>();

export function found(tabId: number, frameId: number, added: readonly Ioc[], removed: readonly Ioc[]): void {
  const frames = tabs.get(tabId) ?? new Map<number, Map<string, Ioc>>();
  const frame = frames.get(frameId) ?? new Map<string, Ioc>();
  for (const ioc of removed) frame.delete(keyOf(ioc));
  for (const ioc of added) frame.set(keyOf(ioc), ioc);
  frames.set(frameId, frame);
  tabs.set(tabId, frames);
}

/** A frame started anew (navigation, reload): what it showed before is gone. */
export function startFrame(tabId: number, frameId: number): void {
  if (frameId === 0) tabs.delete(tabId);
  else tabs.get(tabId)?.delete(frameId);
}

export const forgetTab = (tabId: number): void => void tabs.delete(tabId);

/** Every indicator of a tab, over its frames, each once. */
export function iocsOf(tabId: number): readonly Ioc[] {
  const all = new Map<string, Ioc>();
  for (const frame of tabs.get(tabId)?.values() ?? []) for (const [key, ioc] of frame) all.set(key, ioc);
  return [...all.values()];
}

/** Tabs that show at least one of these, with the ones they show. No keys: tabs that show any, with all of theirs. */
export function tabsShowing(keys: readonly string[]): { tabId: number; keys: string[] }[] {
  return [...tabs]
    .map(([tabId, frames]) => ({
      tabId,
      keys:
        keys.length === 0
          ? iocsOf(tabId).map(keyOf)
          : keys.filter((key) => [...frames.values()].some((frame) => frame.has(key))),
    }))
    .filter((tab) => tab.keys.length > 0);
}

/** A tab without a page script has no receiver; that is no error. */
export function tell(tabId: number, message: PagePush): void {
  browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

/** The toolbar icon counts what is malicious on the tab. */
export async function showCount(tabId: number, malicious: number): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: malicious === 0 ? '' : String(malicious) });
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#ac1a3c' });
    await browser.action.setTitle({
      tabId,
      title: malicious === 0 ? 'Sightline' : `Sightline: ${malicious} malicious on this tab`,
    });
  } catch {
    // The tab was closed meanwhile.
    forgetTab(tabId);
  }
}
