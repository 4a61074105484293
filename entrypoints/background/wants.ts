import browser from 'webextension-polyfill';
import { originPattern } from '../../lib/core/origin-pattern';
import { setSite } from './sites';

const storeKey = 'wanted-sites';

/**
 * A site the analyst asked for. The popup may close at the browser's prompt, so the wish is kept here and
 * carried out when the grant arrives.
 */
export async function wantSite(origin: string): Promise<void> {
  const pattern = originPattern(origin);
  if (pattern === null) return;
  if (await browser.permissions.contains({ origins: [pattern] })) return setSite(origin, { on: true });
  await browser.storage.session.set({ [storeKey]: [...(await wanted()), origin] });
}

async function wanted(): Promise<string[]> {
  const stored: unknown = (await browser.storage.session.get(storeKey))[storeKey];
  return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : [];
}

/** Called when the browser granted something: switches on what was wished for and may now run. */
export async function grantArrived(): Promise<void> {
  const left: string[] = [];
  for (const origin of new Set(await wanted())) {
    const pattern = originPattern(origin);
    if (pattern !== null && (await browser.permissions.contains({ origins: [pattern] }))) {
      await setSite(origin, { on: true });
    } else left.push(origin);
  }
  await browser.storage.session.set({ [storeKey]: left });
}
