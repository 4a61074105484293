import { expect, test } from 'vitest';
import type { HttpRequest } from '../../lib/core/http';
import { send } from '../../lib/core/send';
import { listen } from '../loopback';
import { serve } from '../serve';

const code = async (request: HttpRequest): Promise<string> => {
  const result = await send(fetch, request);
  return result.ok ? `status ${result.value.status}` : result.failure.code;
};

test('an answer arrives with its status, its headers and its parsed body', async () => {
  const { url } = await serve({ status: 404, headers: { 'X-Said': 'so' }, body: '{"a":"ü"}' });
  const result = await send(fetch, { url });
  expect(result.ok && [result.value.status, result.value.headers.get('x-said'), result.value.json()]).toEqual(
    [404, 'so', { ok: true, value: { a: 'ü' } }],
  );
});

test('a key is not carried along to where a redirect points', async () => {
  const other = await serve({ body: '{}' });
  const { url } = await serve({ status: 302, headers: { Location: `${other.url}/taken` } });
  expect(await code({ url, headers: { 'x-apikey': 'k' } })).toBe('redirected');
  expect(await code({ url, headers: { 'x-apikey': 'k' }, follow: true })).toBe('redirected');
  expect(await code({ url, method: 'POST', body: '{}', follow: true })).toBe('redirected');
  expect(other.asked).toEqual([]);
});

test('a question without a key follows a redirect when it says so', async () => {
  const other = await serve({ body: '{}' });
  const { url } = await serve({ status: 302, headers: { Location: other.url } });
  expect(await code({ url, follow: true, headers: { Accept: 'application/json' } })).toBe('status 200');
  expect(await code({ url })).toBe('redirected');
});

test('a browser hides a refused redirect behind status 0, which is a redirect too', async () => {
  const hidden = { type: 'opaqueredirect', status: 0, body: null } as Response;
  const result = await send(() => Promise.resolve(hidden), { url: 'https://host.example/' });
  expect(!result.ok && result.failure.code).toBe('redirected');
});

test('"not modified" is an answer, not a redirect', async () => {
  const { url } = await serve({ status: 304, headers: { ETag: '"a"' } });
  expect(await code({ url, headers: { 'If-None-Match': '"a"' } })).toBe('status 304');
});

test('a silent server ends in a time-out, also in the middle of a body', async () => {
  const { url } = await serve({ silent: true });
  expect(await code({ url, timeout: 50 })).toBe('timeout');
  const endless = new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(3)) }));
  const stalled: typeof fetch = (_, init) => {
    const reader = endless.body?.getReader();
    init?.signal?.addEventListener('abort', () => void reader?.cancel());
    const body = new ReadableStream({
      async pull(stream) {
        const part = await reader?.read();
        if (part?.value) stream.enqueue(part.value);
        else stream.error(new DOMException('aborted', 'AbortError'));
      },
    });
    return Promise.resolve(new Response(body));
  };
  const result = await send(stalled, { url, timeout: 50 });
  expect(!result.ok && result.failure.code).toBe('timeout');
});

test('a body above the limit is left, and costs no more than the limit', async () => {
  const { url } = await serve({ body: 'x'.repeat(5000) });
  expect(await code({ url, maxBytes: 4999 })).toBe('too-large');
  expect(await code({ url, maxBytes: 5000 })).toBe('status 200');
});

test('a cut body is no answer', async () => {
  const { url } = await serve({ body: JSON.stringify({ long: 'x'.repeat(1000) }), cut: true });
  expect(await code({ url })).toBe('bad-answer');
});

test.each([
  ['<html><title>Log in</title>', 'a web page instead of data'],
  ['', 'an empty answer'],
  ['{"half": ', 'not JSON'],
])('%j is named for what it is when it is read as JSON', async (body, words) => {
  const { url } = await serve({ body });
  const result = await send(fetch, { url });
  const read = result.ok ? result.value.json() : result;
  expect(!read.ok && read.failure.code).toBe('bad-answer');
  expect(!read.ok && read.failure.message).toContain(words);
});

test('nobody listening, an unknown host and an address that is none are failures, not errors', async () => {
  const gone = await listen(() => ({}));
  await gone.stop();
  expect(await code({ url: gone.url })).toBe('offline');
  expect(await code({ url: 'http://no-such-host.invalid/' })).toBe('offline');
  expect(await code({ url: 'not a url' })).toBe('not-configured');
});

test('no failure shows a key, in the address or in a header', async () => {
  const { url } = await serve({ status: 302, headers: { Location: '/' } });
  const gone = await listen(() => ({}));
  await gone.stop();
  const results = await Promise.all([
    send(fetch, { url: `${url}/?key=SECRET-1` }),
    send(fetch, { url: `${gone.url}/SECRET-1?key=SECRET-1` }),
    send(fetch, { url: 'http:// SECRET-1' }),
    send(fetch, { url, headers: { Authorization: 'SECRET-1\nX: y' } }),
    send(fetch, { url, headers: { Authorization: 'SECRET-1 ключ' } }),
  ]);
  expect(results.every((result) => !result.ok)).toBe(true);
  expect(JSON.stringify(results)).not.toContain('SECRET-1');
});

test('cookies, referrer and cache stay out of it', async () => {
  let seen: RequestInit = {};
  await send(
    (_, init) => {
      seen = init ?? {};
      return Promise.resolve(new Response('{}'));
    },
    { url: 'https://host.example/' },
  );
  expect(seen).toMatchObject({ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
});
