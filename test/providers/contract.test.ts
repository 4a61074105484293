import { afterEach, describe, expect, test } from 'vitest';
import type { Ioc } from '../../lib/ioc';
import {
  isLocal,
  type AskedProvider,
  type LookupContext,
  type Provider,
  type Reading,
  type Shape,
} from '../../lib/core/plugin';
import { send } from '../../lib/core/send';
import { providers } from '../../lib/registry';
import { listen, type Loopback, type Reply } from '../loopback';
import { cases } from './cases';

const now = Date.UTC(2026, 10, 24, 2, 0, 0);
const isAsked = (provider: Provider): provider is AskedProvider => !isLocal(provider);
const servers: Loopback[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function serve(reply: Reply): Promise<Loopback> {
  const server = await listen(() => reply);
  servers.push(server);
  return server;
}

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

const codeOf = (reading: Reading): string => (reading.is === 'failure' ? reading.failure.code : reading.is);
const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

test('every source that is asked has its cases', () => {
  const asked = providers.filter(isAsked).map(({ id }) => id);
  expect(Object.keys(cases).sort()).toEqual([...asked].sort());
});

describe.each(providers.filter(isAsked))('$id', (provider) => {
  const { settings, examples, paths, key } = cases[provider.id] ?? expect.fail('no cases');
  const ioc = paths[0]?.[0] ?? provider.sample;

  test.each(examples)('$name', async ({ ioc, status = 200, body, reads }) => {
    const server = await serve({
      status,
      body: textOf(body),
      headers: { 'Content-Type': 'application/json' },
    });
    const reading = await ask(provider, ioc, settings(server.url));
    expect(server.asked).toHaveLength(1);
    if (typeof reads === 'string') expect(reading.is).toBe(reads);
    else expect(reading).toMatchObject({ is: 'answer', answer: reads });
  });

  test.each(paths)('$value is asked at the documented path', async (ioc, path) => {
    const server = await serve({ body: '{}' });
    await ask(provider, ioc, settings(`${server.url}/proxied`));
    expect(server.asked).toMatchObject([{ method: 'GET', path: `/proxied${path}` }]);
  });

  test.each<[string, Reply, string]>([
    ['a refused key', { status: 401, body: '{"message":"no"}' }, 'refused'],
    ['no right', { status: 403, body: '<html>Forbidden</html>' }, 'refused'],
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
  ])('%s is a failure with its own code, and shows no key', async (_, reply, code) => {
    const server = await serve(reply);
    const reading = await ask(provider, ioc, settings(server.url), reply.silent ? 50 : undefined);
    // A refusal stands until the key changes; where there is no key it must pass by itself.
    expect(codeOf(reading)).toBe(code === 'refused' && !key ? 'rejected' : code);
    expect(JSON.stringify(reading)).not.toContain(key ?? 'no key to leak');
    expect(reading.is === 'failure' && reading.failure.message).toMatch(/^[A-Z0-9].+\. .+\.$|, then .+\.$/);
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

  test('the key travels in a header alone, and links for people hold none', async () => {
    const server = await serve({ body: '{}' });
    await ask(provider, ioc, settings(server.url));
    expect(server.asked[0]?.path).not.toContain(key ?? 'no key to leak');
    if (key) expect(Object.values(server.asked[0]?.headers ?? {})).toContain(key);
    const complete = provider.settings.parse(settings(server.url));
    for (const [ioc] of paths) {
      const link = new URL(provider.link(ioc, complete));
      expect(link.protocol).toBe('https:');
      expect(link.href).not.toContain(key ?? 'no key to leak');
    }
  });

  test('untouched settings are complete, and say what is missing', () => {
    const fresh = provider.settings.parse({});
    expect(provider.missing(fresh)).toBe(key ? 'Needs a key.' : null);
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
});
