import { fail, type Result } from './failure';
import type { HttpAnswer, HttpRequest } from './http';
import { readBody } from './read-body';

const defaultTimeout = 15_000;
const defaultMaxBytes = 2 * 1024 * 1024;

/**
 * Sends one request and never throws. Keys are safe: no cookies, no referrer, no cache, no redirect (custom key headers
 * would follow it to another origin), and no failure names more of the address than its host.
 */
export async function send(
  fetch: typeof globalThis.fetch,
  request: HttpRequest,
): Promise<Result<HttpAnswer>> {
  if (!URL.canParse(request.url)) {
    return fail('not-configured', 'The address is not a URL. Check it in the options.');
  }
  const host = new URL(request.url).host;
  const headers = headersOf(request);
  if (!headers) {
    return fail(
      'not-configured',
      `The key for ${host} holds a character that cannot be sent. Check the key.`,
    );
  }
  const timeout = request.timeout ?? defaultTimeout;
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(request.url, {
      method: request.method ?? 'GET',
      headers,
      body: request.body ?? null,
      signal,
      redirect: mayFollow(request) ? 'follow' : 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    // A browser hides a redirect it was told not to follow behind status 0; Node shows it.
    // 304 is no redirect: the copy that the question names is still the newest (RFC 9110, 15.4.5).
    const { status } = response;
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304)) {
      await response.body?.cancel();
      return fail(
        'redirected',
        `${host} sent the request elsewhere, and a key is never carried along. Check the address and the key.`,
      );
    }
    return await readBody(response, host, request.maxBytes ?? defaultMaxBytes, signal);
  } catch {
    if (signal.aborted) return timedOut(host, timeout);
    return fail('offline', `${host} could not be reached. Check the connection and the address.`);
  }
}

/** The failure of a request that took too long. */
const timedOut = (host: string, timeout: number) =>
  fail('timeout', `${host} did not answer within ${timeout / 1000} s. Try again later.`);

const mayFollow = ({ follow, method = 'GET', headers = {} }: HttpRequest): boolean =>
  follow === true &&
  method === 'GET' &&
  Object.keys(headers).every((name) => name.toLowerCase() === 'accept');

/** Null where a value cannot be a header. The browser's own error would quote the value, a key. */
function headersOf(request: HttpRequest): Headers | null {
  try {
    return new Headers(request.headers);
  } catch {
    return null;
  }
}
