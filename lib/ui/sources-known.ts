import { useEffect, useState } from 'preact/hooks';
import type { OptionsState, PluginState } from '../messages';
import { send } from './send';

/** The sources in the order of the options page: the order of the ticks. */
const sourcesOf = (options: OptionsState | undefined): readonly PluginState[] =>
  options?.plugins.filter(({ shape }) => shape === 'source') ?? [];

/** Names of the sources for a page that does not show the options. Empty until they were read. */
export function useSources(): readonly PluginState[] {
  const [sources, setSources] = useState<readonly PluginState[]>([]);
  useEffect(() => {
    void send('options.get', {}).then((read) => {
      if (read.ok) setSources(sourcesOf(read.value));
    });
  }, []);
  return sources;
}
