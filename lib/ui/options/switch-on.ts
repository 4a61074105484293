import { fail, ok, type Result } from '../../core/failure';
import type { PluginState } from '../../messages';
import { send } from '../send';
import { askBrowser } from '../want-site';
import { hostsOf } from './plugin-words';

/**
 * Switches plug-ins on after the browser asked for their origins, all in one prompt. Call it straight from a
 * click: an `await` before it loses the gesture.
 */
export async function switchOn(plugins: readonly PluginState[]): Promise<Result<null>> {
  const origins = plugins.flatMap((plugin) => plugin.origins);
  const granted = await askBrowser(origins);
  if (!granted.ok) return granted;
  if (!granted.value) {
    const hosts = hostsOf(origins).join(', ');
    return fail(
      'denied',
      `The browser was told not to allow ${hosts}, so nothing changed. Switch it on to be asked again.`,
    );
  }
  for (const plugin of plugins) {
    const set = await send('plugin.set', { id: plugin.id, on: true });
    if (!set.ok) return set;
  }
  return ok(null);
}
