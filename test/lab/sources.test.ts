import { afterEach, describe, expect, test } from 'vitest';
import { type AskedProvider, isLocal, type Reading } from '../../lib/core/plugin';
import { send } from '../../lib/core/send';
import { providers } from '../../lib/registry';
import { indicators } from './indicators';
import { type LabSource, type RunningSource, startSource } from './source';

const local = new Set(providers.filter(isLocal).map(({ id }) => id));
/** Those that are asked about indicators; whole files are downloaded in `lists.test.ts`. */
const sources = Object.values(
  import.meta.glob<LabSource>('./sources/*.ts', { eager: true, import: 'default' }),
).filter(({ id }) => !local.has(id));
const running: RunningSource[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((source) => source.stop()));
});

async function start(source: LabSource): Promise<RunningSource> {
  const started = await startSource(source);
  running.push(started);
  return started;
}

const pluginOf = (id: string): AskedProvider => {
  const plugin = providers.find((provider) => provider.id === id);
  return plugin === undefined || isLocal(plugin) ? expect.fail(`no plug-in ${id}`) : plugin;
};

async function ask(provider: AskedProvider, given: Record<string, unknown>): Promise<readonly Reading[]> {
  const settings = provider.settings.parse({ plainHttp: true, ...given });
  const context = { settings, now: Date.now(), files: {} };
  const asked = indicators.filter(({ kind }) => provider.kinds.includes(kind));
  return Promise.all(
    asked.map(async ({ kind, value }) => {
      const ioc = { kind, value };
      const request = provider.request(ioc, context);
      if ('is' in request) return request;
      const answer = await send(fetch, request);
      return answer.ok ? provider.read(answer.value, ioc, context) : answer;
    }),
  ).then((all) => all.map((one) => ('is' in one ? one : { is: 'failure', failure: one.failure })));
}

const says = (readings: readonly Reading[]) =>
  new Set(readings.map((one) => (one.is === 'failure' ? one.failure.code : one.is)));

describe.each(sources)('$id of the lab', (source) => {
  const provider = pluginOf(source.id);
  const secrets = Object.entries(source.settings('http://127.0.0.1:1')).filter(([name]) =>
    /key|token|secret|password/i.test(name),
  );

  test('answers every question of its plug-in, and knows some of what it is asked about', async () => {
    const readings = await ask(provider, (await start(source)).settings);
    expect(readings.filter(({ is }) => is === 'failure')).toEqual([]);
    expect([...says(readings)].sort()).toEqual(['answer', 'none']);
  });

  test.runIf(secrets.length > 0)('refuses a wrong key', async () => {
    const { settings } = await start(source);
    const wrong = Object.fromEntries(secrets.map(([name]) => [name, 'wrong']));
    expect([...says(await ask(provider, { ...settings, ...wrong }))]).toEqual(['refused']);
  });

  test('says when the quota is spent', async () => {
    const started = await start(source);
    started.limit([{ requests: 1, per: 60_000 }]);
    const codes = says(await ask(provider, started.settings));
    expect([...codes].filter((code) => code !== 'answer' && code !== 'none')).toEqual(['limited']);
  });

  test('refuses a question at an address that is not documented', async () => {
    const { url } = await start(source);
    expect((await fetch(`${url}/no/such/address`)).status).toBeGreaterThanOrEqual(400);
  });
});
