import { describe, expect, test } from 'vitest';
import {
  type AskedProvider,
  isLocal,
  type LookupContext,
  type Reading,
  type Shape,
} from '../../lib/core/plugin';
import { send } from '../../lib/core/send';
import type { Submit } from '../../lib/core/submit';
import { providers } from '../../lib/registry';
import type { Reply } from '../loopback';
import { serve } from '../serve';
import { cases } from './cases';
import type { SubmitCase } from './submit-case';

const now = Date.UTC(2026, 10, 24, 2, 0, 0);
const ways = providers
  .filter((provider): provider is AskedProvider => !isLocal(provider))
  .flatMap((provider) =>
    (provider.submits ?? []).map((submit) => ({ name: `${provider.id} ${submit.id}`, provider, submit })),
  );

const caseOf = (provider: AskedProvider, { id }: Submit): SubmitCase =>
  cases[provider.id]?.submits?.find(({ submit }) => submit === id) ?? expect.fail(`no case for ${id}`);
const keyOf = (provider: AskedProvider): string => cases[provider.id]?.key ?? expect.fail('no key');
const sent = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** What must fail, whether a submission is answered so or the question for its result. */
const failures: readonly (readonly [string, Reply, string])[] = [
  ['a refused key', { status: 401, body: '{"message":"no"}' }, 'refused'],
  ['no right', { status: 403, body: '{"message":"no"}' }, 'refused'],
  ['a limit in seconds', { status: 429, headers: { 'Retry-After': '120' } }, 'limited'],
  [
    'a limit with a date',
    { status: 429, headers: { 'Retry-After': 'Tue, 24 Nov 2026 02:10:00 GMT' } },
    'limited',
  ],
  ['a server error in HTML', { status: 502, body: '<html>Bad gateway</html>' }, 'server'],
  ['a login page with status 200', { body: '<!doctype html><title>Log in</title>' }, 'bad-answer'],
  ['an empty body', { body: '' }, 'bad-answer'],
  ['JSON null', { body: 'null' }, 'bad-answer'],
  ['half a body', { body: JSON.stringify({ data: 'x'.repeat(500) }), cut: true }, 'bad-answer'],
  ['a body without end', { body: 'x'.repeat(200_001) }, 'too-large'],
  ['silence', { silent: true }, 'timeout'],
];

describe.each(ways)('$name', ({ provider, submit }) => {
  const one = caseOf(provider, submit);
  const key = keyOf(provider);
  const [first] = one.asks;
  const ioc = first?.ioc ?? provider.sample;
  const contextFor = (url: string): LookupContext<Shape> => ({
    settings: provider.settings.parse(cases[provider.id]?.settings(url)),
    now,
    files: {},
  });

  const start = async (about: typeof ioc, url: string, timeout?: number) => {
    const context = contextFor(url);
    const request = { ...submit.request(about, context), maxBytes: 200_000, ...(timeout && { timeout }) };
    const answer = await send(fetch, request);
    return answer.ok ? submit.started(answer.value, about, context) : answer;
  };
  const poll = async (url: string, timeout?: number): Promise<Reading | null> => {
    const context = contextFor(url);
    const request = { ...submit.poll(one.job, context), maxBytes: 200_000, ...(timeout && { timeout }) };
    const answer = await send(fetch, request);
    return answer.ok
      ? submit.result(answer.value, ioc, one.job, context)
      : { is: 'failure', failure: answer.failure };
  };

  test.each(one.asks)('$ioc.value is submitted as documented', async ({ ioc, path, body }) => {
    const server = await serve({ body: '{}' });
    await start(ioc, `${server.url}/proxied`);
    const [asked] = server.asked;
    expect([asked?.method, asked?.path]).toEqual(['POST', `/proxied${path}`]);
    expect(JSON.parse(asked?.body ?? '')).toEqual(body);
    expect(Object.values(asked?.headers ?? {})).toContain(key);
    expect(asked?.headers['content-type']).toBe('application/json');
  });

  test('its result is asked for as documented', async () => {
    const server = await serve({ body: '{}' });
    await poll(`${server.url}/proxied`);
    const [asked] = server.asked;
    expect([asked?.method, asked?.path]).toEqual(['GET', `/proxied${one.pollPath}`]);
    expect(Object.values(asked?.headers ?? {})).toContain(key);
  });

  test.each(one.started)('$name', async ({ status = 200, body, reads }) => {
    const told = await start(ioc, (await serve({ status, body: sent(body) })).url);
    if ('code' in reads) {
      expect(told).toMatchObject({ ok: false, failure: { code: reads.code } });
      expect(told.ok ? '' : told.failure.message).toMatch(reads.message);
    } else expect(told).toEqual({ ok: true, value: reads });
    expect(JSON.stringify(told)).not.toContain(key);
  });

  test.each(one.results)('$name', async ({ status = 200, body, reads }) => {
    const reading = await poll((await serve({ status, body: sent(body) })).url);
    if (reads === 'pending') expect(reading).toBeNull();
    else if (typeof reads === 'string') expect(reading).toMatchObject({ failure: { code: reads } });
    else expect(reading).toMatchObject({ is: 'answer', answer: reads });
  });

  test.each(failures)('%s is a failure with its own code, and shows no key', async (_name, reply, code) => {
    const server = await serve(reply);
    const timeout = reply.silent ? 50 : undefined;
    const [told, reading] = [await start(ioc, server.url, timeout), await poll(server.url, timeout)];
    expect(told).toMatchObject({ ok: false, failure: { code } });
    expect(reading).toMatchObject({ is: 'failure', failure: { code } });
    expect(JSON.stringify([told, reading])).not.toContain(key);
  });

  test('without a key nothing can be submitted, and who sees it is said', () => {
    expect(submit.missing({ ...contextFor('https://proxy.test').settings, key: '' })).toMatch(/key/);
    expect(submit.missing(contextFor('https://proxy.test').settings)).toBeNull();
    expect(submit.label).toMatch(/^visible to /);
    if (submit.maxTlp === 'clear') expect(submit.discloses.class).toBe('public');
  });
});
