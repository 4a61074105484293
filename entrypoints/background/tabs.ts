import browser from 'webextension-polyfill';
import type { PagePush } from '../../lib/messages';
import { type FrameSet, TabSets } from './tab-sets';

/** Memory only: after a worker start the pages are asked to rejoin. */
export const tabs = new TabSets();

/** What the icon says of each tab, as far as we know: a busy page has news ten times a second. */
const counted = new Map<number, number>();

/** A document says that it is there: what its frame showed before is gone. */
export function startFrame(tabId: number, frameId: number, document: string): void {
  // The browser clears the icon with every new page, of which a frame may be all that is read.
  counted.delete(tabId);
  // Frames inside that were quicker than the top one tell again.
  for (const inner of tabs.start(tabId, frameId, document)) tell(tabId, { push: 'rejoin' }, inner);
}

/** Milliseconds a frame has to show that it is there; a busy one is believed to be. */
const patience = 200;

/** Lets go of frames whose page went away: a page that is not switched on says nothing when it takes their place. */
export async function dropSilentFrames(tabId: number): Promise<void> {
  await Promise.all(
    tabs.framesOf(tabId).map(([frameId, set]) => {
      const late = new Promise<void>((resolve) => {
        setTimeout(resolve, patience);
      });
      return Promise.race([dropIfSilent(tabId, frameId, set), late]);
    }),
  );
}

async function dropIfSilent(tabId: number, frameId: number, set: FrameSet): Promise<void> {
  const nothing: PagePush = { push: 'marks', marks: [] };
  try {
    await browser.tabs.sendMessage(tabId, nothing, { frameId });
  } catch {
    tabs.drop(tabId, frameId, set);
  }
}

/** A tab without a page script has no receiver; that is no error, but then it shows nothing either. */
export function tell(tabId: number, message: PagePush, frameId?: number): void {
  const before = tabs.framesOf(tabId).filter(([id]) => frameId === undefined || id === frameId);
  browser.tabs.sendMessage(tabId, message, frameId === undefined ? {} : { frameId }).catch(() => {
    for (const [id, set] of before) tabs.drop(tabId, id, set);
    if (before.length > 0 && tabs.framesOf(tabId).length === 0) return showCount(tabId, 0);
    return undefined;
  });
}

/** The toolbar icon counts what is malicious on the tab. */
export async function showCount(tabId: number, malicious: number): Promise<void> {
  if (counted.get(tabId) === malicious) return;
  counted.set(tabId, malicious);
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

export function forgetTab(tabId: number): void {
  tabs.forget(tabId);
  counted.delete(tabId);
}
