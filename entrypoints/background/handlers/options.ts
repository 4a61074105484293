import browser from 'webextension-polyfill';
import { z } from 'zod';
import { fail, ok } from '../../../lib/core/failure';
import { isLocal, type Provider, type Tracker } from '../../../lib/core/plugin';
import type { Engine } from '../../../lib/engine';
import type { OptionsState, PluginState } from '../../../lib/messages';
import { originPattern } from '../../../lib/core/origin-pattern';
import { clearSettings } from '../../../lib/settings-db';
import { keepSecret, secretsOf } from '../../../lib/vault';
import { changeConfiguration, configuration, configurationChanged } from '../configuration';
import { exportConfiguration, importConfiguration } from '../configuration-document';
import { type InUse, secretFields, sourcesInUse, trackersInUse } from '../plugins';
import type { Handlers } from '../router';
import { importList } from '../import-list';
import { follow } from '../sites';
import { testPlugin } from '../test-plugin';
import { noSuchPlugin } from '../no-such-plugin';

type OptionsHandlers = Pick<
  Handlers,
  | 'options.get'
  | 'plugin.set'
  | 'plugin.ondemand'
  | 'secret.set'
  | 'plugin.test'
  | 'plugin.weight'
  | 'investigations.set'
  | 'opsec.set'
  | 'verdict.set'
  | 'list.import'
  | 'list.remove'
  | 'configuration.export'
  | 'configuration.import'
  | 'data.delete'
>;

const isGranted = (origins: readonly string[]): Promise<boolean> =>
  origins.length === 0
    ? Promise.resolve(true)
    : browser.permissions.contains({ origins: [...origins] }).catch(() => false);

async function pluginState(
  { plugin, on, settings, onDemand }: InUse<Provider> | InUse<Tracker>,
  budgets: Awaited<ReturnType<Engine['budgets']>>,
  weights: Readonly<Record<string, number>>,
  files: Awaited<ReturnType<Engine['files']>>,
): Promise<PluginState> {
  const secret = new Set(secretFields(plugin.settings));
  const origins = plugin.origins(settings);
  return {
    id: plugin.id,
    name: plugin.name,
    homepage: plugin.homepage,
    shape: 'kinds' in plugin ? 'source' : 'tracker',
    on,
    granted: await isGranted(origins),
    origins,
    kinds: 'kinds' in plugin ? plugin.kinds : [],
    discloses: 'discloses' in plugin ? plugin.discloses : null,
    ...(plugin.terms === undefined ? {} : { terms: plugin.terms }),
    form: z.toJSONSchema(plugin.settings, { io: 'input' }),
    settings: Object.fromEntries(Object.entries(settings).filter(([field]) => !secret.has(field))),
    secretsSet: Object.keys(await secretsOf(plugin.id)),
    missing: plugin.missing(settings),
    budget: budgets.find(({ provider }) => provider === plugin.id) ?? null,
    ...('weight' in plugin ? { weight: { own: plugin.weight, set: weights[plugin.id] ?? null } } : {}),
    ...('kinds' in plugin && !isLocal(plugin) ? { onDemand } : {}),
    managed: false,
    files: files.filter(({ provider }) => provider === plugin.id),
  };
}

async function optionsState(engine: Engine): Promise<OptionsState> {
  const now = await configuration();
  const [budgets, files] = await Promise.all([engine.budgets(), engine.files()]);
  const inUse = [...(await sourcesInUse()), ...(await trackersInUse())];
  return {
    plugins: await Promise.all(inUse.map((each) => pluginState(each, budgets, now.verdict.weights, files))),
    sites: await Promise.all(
      now.sites.map(async (site) => ({
        ...site,
        granted: await isGranted([originPattern(site.origin) ?? site.origin]),
      })),
    ),
    investigations: now.investigations,
    opsec: now.opsec,
    verdict: now.verdict,
    autoPerDay: now.autoPerDay,
    paused: now.paused,
    lists: await engine.lists(),
    enrichments: await engine.enrichments(),
  };
}

/** What the options page asks. */
export function optionsHandlers(engine: Engine): OptionsHandlers {
  return {
    'options.get': async () => ok(await optionsState(engine)),

    'plugin.set': async ({ id, on, settings }) => {
      const all = [...(await sourcesInUse()), ...(await trackersInUse())];
      const found = all.find(({ plugin }) => plugin.id === id);
      if (found === undefined) return noSuchPlugin(id);
      const given = settings ?? {};
      const secret = secretFields(found.plugin.settings);
      if (secret.some((field) => field in given)) return fail('rejected', 'Keys are set on their own.');
      const parsed = found.plugin.settings.safeParse({ ...found.settings, ...given });
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return fail('rejected', `${issue?.path.join('.')}: ${issue?.message}`);
      }
      const section = 'kinds' in found.plugin ? 'sources' : 'trackers';
      await changeConfiguration((now) => ({
        ...now,
        [section]: {
          ...now[section],
          [id]: { ...now[section][id], ...given, ...(on === undefined ? {} : { on }) },
        },
      }));
      return ok({});
    },

    'plugin.ondemand': async ({ id, onDemand }) => {
      const source = (await sourcesInUse()).find(({ plugin }) => plugin.id === id);
      if (source === undefined || isLocal(source.plugin)) return noSuchPlugin(id);
      await changeConfiguration((now) => ({
        ...now,
        sources: { ...now.sources, [id]: { ...now.sources[id], onDemand } },
      }));
      return ok({});
    },

    'secret.set': async ({ id, field, value }) => {
      await keepSecret(id, field, value.trim());
      configurationChanged();
      return ok({});
    },

    'plugin.test': ({ id }) => testPlugin(engine, id),

    'plugin.weight': async ({ id, weight }) => {
      if (!(await sourcesInUse()).some(({ plugin }) => plugin.id === id)) return noSuchPlugin(id);
      await changeConfiguration((now) => {
        const { [id]: _, ...others } = now.verdict.weights;
        const weights = weight === null ? others : { ...others, [id]: weight };
        return { ...now, verdict: { ...now.verdict, weights } };
      });
      return ok({});
    },

    'investigations.set': async (change) => {
      await changeConfiguration((now) => ({
        ...now,
        investigations: { ...now.investigations, ...change },
      }));
      return ok({});
    },

    'opsec.set': async ({ autoPerDay, ...change }) => {
      await changeConfiguration((now) => ({
        ...now,
        opsec: { ...now.opsec, ...change } as typeof now.opsec,
        ...(autoPerDay === undefined ? {} : { autoPerDay }),
      }));
      return ok({});
    },

    'verdict.set': async (change) => {
      await changeConfiguration((now) => ({ ...now, verdict: { ...now.verdict, ...change } }));
      return ok({});
    },

    'list.import': ({ parts, ...list }) => importList(engine, list, parts),

    'list.remove': async ({ name }) => {
      await engine.removeList(name);
      return ok({});
    },

    'configuration.export': async () => ok(await exportConfiguration()),

    'configuration.import': async ({ text }) => {
      const result = await importConfiguration(text);
      if (result.ok) await follow();
      return result;
    },

    'data.delete': async () => {
      await engine.deleteAll();
      await clearSettings();
      await browser.storage.session.clear();
      configurationChanged();
      const { origins } = await browser.permissions.getAll();
      if (origins !== undefined && origins.length > 0) await browser.permissions.remove({ origins });
      await follow();
      return ok({});
    },
  };
}
