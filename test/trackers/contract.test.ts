import { describe, expect, test } from 'vitest';
import type { Draft } from '../../lib/core/draft';
import { send } from '../../lib/core/send';
import { trackers } from '../../lib/registry';
import { listen, type Reply } from '../loopback';
import { serve } from '../serve';

const secret = 'SECRET-TRACKER-TOKEN';
const settingsOf: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  'request-tracker': [{ token: secret }],
  jira: [
    { edition: 'cloud', email: 'a@soc.example', token: secret, project: 'SOC' },
    { edition: 'data-center', token: secret, project: 'SOC' },
  ],
};

const ref = { key: '#1', id: '1', url: 'https://tracker.test/1' };
const draft: Draft = {
  externalId: 'sightline-0123456789abcdef',
  title: 'Malicious domain badhost[.]test',
  body: '## Why\n\n- `badhost[.]test`\n',
  priority: 'high',
  tlp: 'green',
  iocs: [{ kind: 'domain', value: 'badhost.test' }],
};

const html = { 'Content-Type': 'text/html' };
const faults: readonly (readonly [string, Reply, string])[] = [
  ['a wrong token', { status: 401, body: '{"message":"Unauthorized"}' }, 'refused'],
  ['no right', { status: 403, body: 'Forbidden' }, 'refused'],
  ['a redirect to the login page', { status: 302, headers: { Location: '/login' } }, 'refused'],
  [
    'a login page with status 200',
    { headers: html, body: '<!doctype html><title>Login</title>' },
    'bad-answer',
  ],
  ['something that is gone', { status: 404, body: '{"message":"Not Found"}' }, 'missing'],
  ['a limit', { status: 429, headers: { 'Retry-After': '30' } }, 'limited'],
  ['a server error in HTML', { status: 500, headers: html, body: '<h1>Error</h1>' }, 'server'],
  ['half an answer', { body: JSON.stringify({ id: '1', text: 'x'.repeat(900) }), cut: true }, 'bad-answer'],
  ['an empty answer', { body: '' }, 'bad-answer'],
  ['JSON null', { body: 'null' }, 'bad-answer'],
  ['an answer about nothing', { body: '"yes"' }, 'bad-answer'],
  ['a body without end', { body: 'x'.repeat(60_000) }, 'too-large'],
  ['silence', { silent: true }, 'timeout'],
];

describe.each(
  trackers.flatMap((tracker) =>
    (settingsOf[tracker.id] ?? []).map((settings) => ({ tracker, settings, id: tracker.id })),
  ),
)('$id $settings.edition', ({ tracker, settings }) => {
  function contextOf(baseUrl: string, timeout?: number) {
    const ask = (request: Parameters<typeof send>[1]) =>
      send(fetch, { ...request, timeout: timeout ?? 20_000, maxBytes: 50_000 });
    return { settings: tracker.settings.parse({ ...settings, baseUrl }), ask };
  }

  const methods = {
    test: (url: string, timeout?: number) => tracker.test(contextOf(url, timeout)),
    find: (url: string, timeout?: number) => tracker.find(draft.externalId, contextOf(url, timeout)),
    create: (url: string, timeout?: number) => tracker.create(draft, contextOf(url, timeout)),
    read: (url: string, timeout?: number) => tracker.read(ref, contextOf(url, timeout)),
    comment: (url: string, timeout?: number) =>
      tracker.comment(ref, 'later **run**', contextOf(url, timeout)),
  };

  test.each(faults)('%s is a failure of every method, and shows no token', async (_, reply, code) => {
    const server = await serve(reply);
    for (const [name, method] of Object.entries(methods)) {
      const result = await method(server.url, reply.silent ? 50 : undefined);
      expect([name, result.ok ? 'ok' : result.failure.code]).toEqual([name, code]);
      expect(JSON.stringify(result)).not.toContain(secret);
      expect(!result.ok && result.failure.message).toMatch(/^[A-Z0-9].+[.] .+[.]$/);
    }
  });

  test('nobody at the address is a failure too', async () => {
    const gone = await listen(() => ({}));
    await gone.stop();
    for (const method of Object.values(methods)) {
      expect(await method(gone.url)).toMatchObject({ ok: false, failure: { code: 'offline' } });
    }
  });

  test('the token travels in the Authorization header alone, and the path of the address is kept', async () => {
    const server = await serve({ body: '{}' });
    for (const method of Object.values(methods)) await method(`${server.url}/proxied/`);
    expect(server.asked.length).toBeGreaterThanOrEqual(5);
    for (const { path, body, headers } of server.asked) {
      expect(path).toMatch(/^\/proxied\/[^/]/);
      expect(path + body).not.toContain(secret);
      expect(headers.authorization).toBeTruthy();
    }
  });

  test('only a create and a comment change anything', async () => {
    const server = await serve({ body: '{}' });
    await methods.find(server.url);
    await methods.read(server.url);
    expect(server.asked.map(({ method }) => method).every((method) => method === 'GET')).toBe(true);
  });

  test('untouched settings are complete, and say what is missing', () => {
    expect(tracker.missing(tracker.settings.parse({}))).toMatch(/^Needs /);
    const ready = tracker.settings.parse({ ...settings, baseUrl: 'https://tracker.test:8443/x' });
    expect(tracker.missing(ready)).toBeNull();
    expect(tracker.origins(ready)).toEqual(['https://tracker.test/*']);
  });
});
