import browser from 'webextension-polyfill';
import { type Failure, fail, ok, type Result } from '../core/failure';
import { originPattern } from '../core/origin-pattern';
import { send } from './send';

/**
 * Switches a site on. Must run in the click itself: the wish goes out first and is not waited for, because the
 * browser's prompt may close a popup, and an `await` before it would lose the gesture. The background carries
 * the wish out when the grant arrives.
 * @param frames match patterns of frames that belong to its pages; asked for together with the site
 */
export async function wantSite(
  origin: string,
  tabId: number | null,
  frames: readonly string[] = [],
): Promise<Result<boolean>> {
  const pattern = originPattern(origin);
  if (pattern === null) return fail('rejected', 'Extensions may not run on this page.');
  const wish = send('site.want', { origin, tabId, frames });
  const granted = await askBrowser([pattern, ...frames]);
  if (!granted.ok) return granted;
  if (!granted.value) return { ok: false, failure: denied(frames.length > 0) };
  const wished = await wish;
  if (!wished.ok) return wished;
  const set = await send('site.set', { origin, on: true, frames });
  return set.ok ? ok(true) : set;
}

/** Asks the browser for origins; straight from a click. False where the person said no. */
export async function askBrowser(origins: readonly string[]): Promise<Result<boolean>> {
  if (origins.length === 0) return ok(true);
  try {
    return ok(await browser.permissions.request({ origins: [...origins] }));
  } catch (error) {
    return { ok: false, failure: refused(error) };
  }
}

const denied = (more: boolean): Failure => ({
  code: 'denied',
  message: more
    ? 'The browser was not allowed to read this console, so nothing is marked. Press the button again and choose Allow; the switch above asks for this site alone, without its frames.'
    : 'The browser was not allowed to read this site, so nothing is marked. Turn it on again and choose Allow. If no question appears, an administrator has blocked it.',
});

const refused = (error: unknown): Failure => ({
  code: 'denied',
  message: `The browser did not ask for permission (${error instanceof Error ? error.message : 'no reason given'}). Click once more.`,
});
