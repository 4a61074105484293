import {
  configurationSchema,
  type Configuration,
  loadConfiguration,
  saveConfiguration,
} from '../../lib/settings';
import { oneAtATime } from './one-at-a-time';

let current: Promise<Configuration> | undefined;
const listeners = new Set<() => void>();

/** The configuration in force, read once a worker start. */
export const configuration = (): Promise<Configuration> => (current ??= loadConfiguration());

/** Two changes never lose each other's work. */
const inTurn = oneAtATime();

export const changeConfiguration = (change: (now: Configuration) => Configuration): Promise<Configuration> =>
  inTurn(async () => {
    const changed = configurationSchema.parse(change(await configuration()));
    await saveConfiguration(changed);
    current = Promise.resolve(changed);
    for (const listener of listeners) listener();
    return changed;
  });

/** Called after every change of the configuration or of a key. */
export const onConfigurationChange = (listener: () => void): void => void listeners.add(listener);

/** After a key changed or everything was deleted: the next reader starts afresh. */
export function configurationChanged(): void {
  current = undefined;
  for (const listener of listeners) listener();
}
