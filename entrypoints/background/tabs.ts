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

/**
 * A frame started anew (navigation, reload): what it showed before is gone. With the top frame goes every frame in it;
 * those that were quicker than the top one are asked to tell again.
 */
export function startFrame(tabId: number, frameId: number): void {
  if (frameId !== 0) {
    tabs.get(tabId)?.delete(frameId);
    return;
  }
  const frames = framesOf(tabId);
  tabs.delete(tabId);
  for (const frame of frames) if (frame !== 0) tell(tabId, { push: 'rejoin' }, frame);
}

const framesOf = (tabId: number): readonly number[] => [...(tabs.get(tabId)?.keys() ?? [])];

/** Milliseconds a frame has to show that it is there; a busy one is believed to be. */
const patience = 200;

/** Lets go of frames whose page went away: a page that is not switched on says nothing when it takes their place. */
export async function dropSilentFrames(tabId: number): Promise<void> {
  const nothing: PagePush = { push: 'marks', marks: [] };
  await Promise.all(
    framesOf(tabId).map(async (frameId) => {
      const late = new Promise((resolve) => {
        setTimeout(resolve, patience);
      });
      try {
        await Promise.race([browser.tabs.sendMessage(tabId, nothing, { frameId }), late]);
      } catch {
        tabs.get(tabId)?.delete(frameId);
      }
    }),
  );
}

export const forgetTab = (tabId: number): void => void tabs.delete(tabId);

/** Every indicator of a tab, over its frames, each once. */
export function iocsOf(tabId: number): readonly Ioc[] {
  const all = new Map<string, Ioc>();
  for (const frame of tabs.get(tabId)?.values() ?? []) for (const [key, ioc] of frame) all.set(key, ioc);
  return [...all.values()];
}

/** How many of these a tab shows. */
export function shownOf(tabId: number, keys: Iterable<string>): number {
  const frames = [...(tabs.get(tabId)?.values() ?? [])];
  let shown = 0;
  for (const key of keys) if (frames.some((frame) => frame.has(key))) shown += 1;
  return shown;
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
export function tell(tabId: number, message: PagePush, frameId?: number): void {
  const options = frameId === undefined ? {} : { frameId };
  browser.tabs.sendMessage(tabId, message, options).catch(() => undefined);
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
