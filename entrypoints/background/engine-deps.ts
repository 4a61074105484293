import browser from 'webextension-polyfill';
import { draftFromReport } from '../../lib/core/draft-from-report';
import { isLocal, type Provider } from '../../lib/core/plugin';
import { send } from '../../lib/core/send';
import { type Deps, type SourceInUse, systemClock } from '../../lib/engine';
import { configuration } from './configuration';
import { nameOf } from './every-source';
import { type InUse, sourcesInUse, trackerInUse } from './plugins';

/** What the engine may touch, taken from the browser and the configuration. */
export const engineDeps: Deps = {
  send: (request) => send((input, init) => fetch(input, init), request),
  contains: (pattern) => browser.permissions.contains({ origins: [pattern] }),
  clock: systemClock,
  alarms: {
    create: (name, info) => browser.alarms.create(name, info),
    clear: (name) => browser.alarms.clear(name),
  },
  async sources() {
    const all = await sourcesInUse();
    return all.filter(({ on }) => on).map(asked);
  },
  async tracker() {
    const chosen = await trackerInUse();
    return chosen === null ? null : { tracker: chosen.plugin, settings: chosen.settings };
  },
  draft: (report, externalId) => draftFromReport(report, externalId, { nameOf }),
  async policy() {
    const { opsec, investigations, verdict, autoPerDay } = await configuration();
    return {
      opsec,
      automatic: investigations.automatic && investigations.tracker !== null,
      perHour: investigations.perHour,
      verdict,
      autoPerDay,
    };
  },
};

/** A configured source as the engine takes it. */
export const asked = ({ plugin, settings, version, maxTlp, onDemand }: InUse<Provider>): SourceInUse => ({
  provider: withOwnLimits(plugin, settings),
  settings,
  version,
  maxTlp,
  onDemand,
});

/** A premium key has limits of its own. */
const withOwnLimits = (plugin: Provider, settings: Record<string, unknown>): Provider =>
  isLocal(plugin) || plugin.limitsBy === undefined
    ? plugin
    : { ...plugin, limits: plugin.limitsBy(settings) };
