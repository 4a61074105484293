import { expect, test } from 'vitest';
import type { Ioc } from '../../lib/ioc';
import type { AskedProvider, LookupContext, Reading, Shape } from '../../lib/core/plugin';
import { send } from '../../lib/core/send';
import type { Reply } from '../loopback';
import { serve } from '../serve';
import type { ProviderCase } from './case';

const now = Date.UTC(2026, 10, 24, 2, 0, 0);
function contextFor(provider: AskedProvider, settings: Record<string, unknown>): LookupContext<Shape> {
  const complete = provider.settings.parse(settings);
  const files = provider.files?.(complete) ?? [];
  return {
    settings: complete,
    now,
    files: Object.fromEntries(files.map(({ name, snapshot }) => [name, snapshot])),
  };
}

/** Asks as the engine does: one request, sent for real, its answer read by the provider. */
async function ask(
  provider: AskedProvider,
  ioc: Ioc,
  settings: Record<string, unknown>,
  timeout = 20_000,
): Promise<Reading> {
  const context = contextFor(provider, settings);
  const request = provider.request(ioc, context);
  if ('is' in request) return request;
  const result = await send(fetch, { ...request, timeout, maxBytes: 200_000 });
  return result.ok ? provider.read(result.value, ioc, context) : { is: 'failure', failure: result.failure };
}

async function askTogether(
  provider: AskedProvider,
  iocs: readonly Ioc[],
  settings: Record<string, unknown>,
): Promise<readonly Reading[]> {
  const context = contextFor(provider, settings);
  const request = provider.batch?.request(iocs, context) ?? expect.fail('asks one at a time');
  const result = await send(fetch, request);
  return result.ok ? (provider.batch?.read(result.value, iocs, context) ?? []) : expect.fail('not sent');
}

const codeOf = (reading: Reading): string => (reading.is === 'failure' ? reading.failure.code : reading.is);
const sent = (body: unknown): string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);

/** Everything that a source must do, whatever it is asked about. */
export function keepsTheContract(provider: AskedProvider, one: ProviderCase): void {
  const { settings, examples, paths, key, carries, differs = {}, batched = [] } = one;
  const needs = one.needs === undefined ? (key ? 'Needs a key.' : null) : one.needs;
  /** The path as it arrived, without the key. */
  const keyless = (path = '') => (key && carries === 'query' ? path.replaceAll(key, '') : path);
  const ioc = paths[0]?.[0] ?? provider.sample;

  test.each(examples)('$name', async ({ ioc, status = 200, body, reads }) => {
    const server = await serve({
      status,
      body: sent(body),
      headers: { 'Content-Type': 'application/json' },
    });
    const reading = await ask(provider, ioc, settings(server.url));
    expect(server.asked).toHaveLength(1);
    expect(JSON.stringify(reading)).not.toContain(key ?? 'no key to leak');
    if (typeof reads === 'string') expect(reads === 'failure' ? reading.is : codeOf(reading)).toBe(reads);
    else expect(reading).toMatchObject({ is: 'answer', answer: reads });
  });

  const asks = paths.map(([ioc, path, { method = 'GET', body = '' } = {}]) => ({ ioc, path, method, body }));
  test.each(asks)('$ioc.value is asked as documented', async ({ ioc, path, method, body }) => {
    const server = await serve({ body: '{}' });
    await ask(provider, ioc, settings(`${server.url}/proxied`));
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]?.method).toBe(method);
    expect(keyless(server.asked[0]?.path)).toBe(`/proxied${path}`);
    if (typeof body === 'string') expect(server.asked[0]?.body).toBe(body);
    else expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual(body);
  });

  test.each<[string, Reply, string]>([
    ['a refused key', { status: 401, body: '{"message":"no"}' }, 'refused'],
    ['no right', { status: 403, body: '{"message":"no"}' }, 'refused'],
    ["a firewall's page", { status: 403, body: '\n<!doctype html><title>Blocked</title>' }, 'server'],
    ['a limit in seconds', { status: 429, headers: { 'Retry-After': '120' } }, 'limited'],
    ['a limit without a time, in HTML', { status: 429, body: '<title>429</title>' }, 'limited'],
    ['a limit of a day', { status: 429, headers: { 'Retry-After': '40000' } }, 'quota'],
    ['a server error in HTML', { status: 502, body: '<html>Bad gateway</html>' }, 'server'],
    ['a bad request', { status: 400, body: '{}' }, 'rejected'],
    ['a login page with status 200', { body: '<!doctype html><title>Log in</title>' }, 'bad-answer'],
    ['an empty body', { body: '' }, 'bad-answer'],
    ['JSON null', { body: 'null' }, 'bad-answer'],
    ['a list', { body: '[1,2]' }, 'bad-answer'],
    ['half a body', { body: JSON.stringify({ data: 'x'.repeat(500) }), cut: true }, 'bad-answer'],
    ['a body without end', { body: 'x'.repeat(200_001) }, 'too-large'],
    ['deep nesting', { body: `{"data":${'['.repeat(50_000)}${']'.repeat(50_000)}}` }, 'bad-answer'],
    ['silence', { silent: true }, 'timeout'],
  ])('%s is a failure with its own code, and shows no key', async (name, reply, code) => {
    const server = await serve(reply);
    const reading = await ask(provider, ioc, settings(server.url), reply.silent ? 50 : undefined);
    // A refusal stands until the key changes; where there is no key it must pass by itself.
    expect(codeOf(reading)).toBe(differs[name] ?? (code === 'refused' && !key ? 'rejected' : code));
    expect(JSON.stringify(reading)).not.toContain(key ?? 'no key to leak');
    if (reading.is !== 'failure') return;
    expect(reading.failure.message).toMatch(/^[A-Z0-9].+\. .+\.$|, then .+\.$/);
  });

  test('a limit with a date is known to the second', async () => {
    const server = await serve({ status: 429, headers: { 'Retry-After': 'Tue, 24 Nov 2026 02:10:00 GMT' } });
    const reading = await ask(provider, ioc, settings(server.url));
    expect(reading).toMatchObject({ is: 'failure', failure: { code: 'limited', retryAt: now + 600_000 } });
  });

  test('a redirect to another origin takes no key along', async () => {
    const other = await serve({ body: '{}' });
    const server = await serve({ status: 307, headers: { Location: other.url } });
    const reading = await ask(provider, ioc, settings(server.url));
    if (key === undefined && other.asked.length > 0) expect(provider.id).toBe('rdap');
    else expect([codeOf(reading), other.asked]).toEqual(['redirected', []]);
  });

  test('the key travels only as documented, and links for people hold none', async () => {
    const server = await serve({ body: '{}' });
    await ask(provider, ioc, settings(server.url));
    const { path, headers = {} } = server.asked[0] ?? {};
    if (key && carries === 'query') expect(path).toContain(key);
    else expect(path).not.toContain(key ?? 'no key to leak');
    if (Array.isArray(carries)) expect(headers[carries[0].toLowerCase()]).toBe(carries[1]);
    else if (key && !carries) expect(Object.values(headers)).toContain(key);
    const complete = provider.settings.parse(settings(server.url));
    for (const [ioc] of paths) {
      const link = new URL(provider.link(ioc, complete));
      // The team's own instance is linked to where it is; all else has a page of its own.
      if (link.origin !== server.url) expect(link.protocol).toBe('https:');
      expect(link.href).not.toContain(key ?? 'no key to leak');
    }
  });

  test.each(batched)('$iocs.length in one request are told apart', async ({ iocs, asked, body, reads }) => {
    const server = await serve({ body: sent(body) });
    const readings = await askTogether(provider, iocs, settings(server.url));
    const one = server.asked[0];
    expect(server.asked).toHaveLength(1);
    expect([one?.method, keyless(one?.path)]).toEqual([asked.method ?? 'GET', asked.path]);
    if (asked.body !== undefined) expect(JSON.parse(one?.body ?? '')).toEqual(asked.body);
    expect(
      readings.map((reading) => (reading.is === 'answer' ? reading.answer.level : codeOf(reading))),
    ).toEqual(reads);
  });

  test.runIf(provider.batch)('one bad answer fails everything that was asked together', async () => {
    const iocs = batched[0]?.iocs ?? expect.fail('no case of several in one request');
    for (const body of ['', 'null', '[1,2]', '<html></html>', '{"data":[[]]}']) {
      const readings = await askTogether(provider, iocs, settings((await serve({ body })).url));
      expect(readings.map(({ is }) => is)).toEqual(iocs.map(() => 'failure'));
    }
  });

  test('untouched settings are complete, and say what is missing', () => {
    const fresh = provider.settings.parse({});
    expect(provider.missing(fresh)).toBe(needs);
    expect(provider.missing(provider.settings.parse(settings('https://proxy.test')))).toBeNull();
    expect(provider.missing(provider.settings.parse(settings('http://proxy.test')))).toContain('plain http');
    expect(
      provider.missing({ ...provider.settings.parse(settings('http://proxy.test')), plainHttp: true }),
    ).toBeNull();
    expect(provider.settings.safeParse(settings('https://u:p@proxy.test')).success).toBe(false);
    expect(provider.origins(provider.settings.parse(settings('https://proxy.test:8443/x')))).toEqual([
      'https://proxy.test/*',
    ]);
  });
}
