import type { Provider, Shape, Tracker } from '../../lib/core/plugin';
import type { Tlp } from '../../lib/core/tlp';
import { everySource } from './every-source';
import { trackers } from '../../lib/registry';
import type { Configuration } from '../../lib/settings';
import { secretsOf } from '../../lib/vault';
import { configuration } from './configuration';

/** A plug-in as it is configured now. */
export interface InUse<P extends Provider | Tracker> {
  readonly plugin: P;
  readonly on: boolean;
  /** Parsed by the plug-in's schema, secrets included: for the background alone. */
  readonly settings: Record<string, unknown>;
  /** Changes with the settings and the keys, tells nothing about them. */
  readonly version: string;
  readonly maxTlp: Tlp;
  /** Asked only where a person names it. */
  readonly onDemand: boolean;
}

type Entry = Configuration['sources'][string];

/** A plug-in with its settings. `described`: what else decides its answers. */
export async function inUse<P extends Provider | Tracker>(
  plugin: P,
  entry: Entry,
  on: boolean,
  described = '',
): Promise<InUse<P>> {
  const { on: _on, maxTlp, onDemand, ...own } = entry;
  const given = { ...own, ...(await secretsOf(plugin.id)) };
  const parsed = plugin.settings.safeParse(given);
  // A stored setting that no longer fits must not take the others down: the defaults stand in.
  const settings: Record<string, unknown> = parsed.success ? parsed.data : plugin.settings.parse({});
  return {
    plugin,
    on,
    settings,
    version: await fingerprint(JSON.stringify(settings) + described),
    onDemand: onDemand ?? ('scarce' in plugin && plugin.scarce === true),
    maxTlp: maxTlp ?? ('maxTlp' in plugin ? plugin.maxTlp : 'red'),
  };
}

async function fingerprint(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest, 0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Every source, in the order of the options page, which is the order of the ticks. */
export async function sourcesInUse(): Promise<readonly InUse<Provider>[]> {
  const { sources, customSources } = await configuration();
  return Promise.all(
    everySource(customSources).map(({ plugin, described }) => {
      const entry = sources[plugin.id] ?? {};
      return inUse(plugin, entry, entry.on ?? plugin.onByDefault, described);
    }),
  );
}

export async function trackersInUse(): Promise<readonly InUse<Tracker>[]> {
  const { trackers: entries } = await configuration();
  return Promise.all(
    trackers.map((plugin) => inUse(plugin, entries[plugin.id] ?? {}, entries[plugin.id]?.on ?? false)),
  );
}

/** The tracker that Investigations go to, or null when none is chosen and set up. */
export async function trackerInUse(): Promise<InUse<Tracker> | null> {
  const { investigations } = await configuration();
  const all = await trackersInUse();
  return all.find(({ plugin, on }) => on && plugin.id === investigations.tracker) ?? null;
}

export const secretFields = (shape: Shape): string[] =>
  Object.entries(shape.shape)
    .filter(([, field]) => field.meta?.()?.['secret'] === true)
    .map(([name]) => name);
