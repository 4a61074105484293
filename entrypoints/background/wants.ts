import browser from 'webextension-polyfill';
import { z } from 'zod';
import { originPattern } from '../../lib/core/origin-pattern';
import { setSite } from './sites';

const storeKey = 'wanted-sites';

const wishes = z.array(z.strictObject({ origin: z.string(), frames: z.array(z.string()) }));
type Wish = z.infer<typeof wishes>[number];

/**
 * A site the analyst asked for, with the frames that belong to it. The popup may close at the browser's prompt, so the
 * wish is kept here and carried out when the grant arrives.
 */
export async function wantSite(origin: string, frames: readonly string[]): Promise<void> {
  if (originPattern(origin) === null) return;
  const wish = { origin, frames: [...frames] };
  if (await isGranted(wish)) await grantedNow(wish);
  else await keep([...(await wanted()).filter((each) => each.origin !== origin), wish]);
}

/** Called when the browser granted something: switches on what was wished for and may now run. */
export async function grantArrived(): Promise<void> {
  const left: Wish[] = [];
  for (const wish of await wanted()) {
    if (await isGranted(wish)) await grantedNow(wish);
    else left.push(wish);
  }
  await keep(left);
}

const grantedNow = ({ origin, frames }: Wish): Promise<void> => setSite(origin, { on: true, frames });

const isGranted = ({ origin, frames }: Wish): Promise<boolean> =>
  browser.permissions.contains({ origins: [originPattern(origin) ?? origin, ...frames] });

const keep = (list: readonly Wish[]): Promise<void> => browser.storage.session.set({ [storeKey]: list });

async function wanted(): Promise<readonly Wish[]> {
  const stored: unknown = (await browser.storage.session.get(storeKey))[storeKey];
  return wishes.safeParse(stored).data ?? [];
}
