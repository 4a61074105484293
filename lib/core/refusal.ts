import type { Failure } from './failure';
import type { HttpAnswer } from './http';
import { retryAfter } from './retry-after';

/** Wait assumed where a 429 does not say how long: the window of every per-minute limit we know. */
const assumedWait = 60_000;
/** A body that is a web page: no API answers so, a firewall or a proxy on the way does. */
const isPage = ({ text }: HttpAnswer): boolean => /^\s*</.test(text);
/** A longer wait than this is no rate limit any more but a spent quota: a run closes instead of waiting for it. */
const longestWait = 15 * 60_000;

interface Ways {
  readonly keyless?: boolean;
  readonly no404?: boolean;
  readonly login?: boolean;
}

/**
 * What a status means before the body is looked at: a 401, a 429 or a 5xx may carry HTML or nothing. Null for 2xx, and
 * for 404 and 422, which mean something else to each system. `refused` stands until the settings change, so a system
 * that has no key never gets it: registries answer 403 to one question too many. With `no404` the system itself never
 * answers 404, so it comes from another server.
 *
 * A 403 that is a web page says nothing about the key: a firewall stopped the request, on the way or in front of the
 * system, and may let the next one pass. Only where `login` is told can a page be the system's own way to refuse.
 */
export function refusal(
  answer: HttpAnswer,
  who: string,
  now: number,
  { keyless = false, no404 = false, login = false }: Ways = {},
): Failure | null {
  const { status } = answer;
  if (status === 429) return limited(answer, who, now);
  if (no404 && status === 404) return elsewhere(answer, who);
  if (status === 403 && !login && isPage(answer)) {
    const message = `${who}: a web page instead of an answer (403), as a firewall or a proxy sends it. Try again later, or look at what stands between.`;
    return { code: 'server', status, message };
  }
  if (keyless && (status === 401 || status === 403)) {
    return {
      code: 'rejected',
      status,
      message: `${who} does not answer this question (${status}). Try again later.`,
    };
  }
  if (status === 401)
    return { code: 'refused', status, message: `${who} refused the key (401). Check the key.` };
  if (status === 403) {
    return { code: 'refused', status, message: `${who} refused access (403). Check the key and its rights.` };
  }
  if (status === 407) {
    return {
      code: 'refused',
      status,
      message: 'The proxy asks for a login (407). Log in to the proxy, then try again.',
    };
  }
  if (status >= 500) {
    const retryAt = retryAfter(answer.headers.get('Retry-After'), now);
    const message = `${who}: server error ${status}. Try again later.`;
    return retryAt === undefined
      ? { code: 'server', status, message }
      : { code: 'server', status, message, retryAt };
  }
  if (status < 400 || status === 404 || status === 422) return null;
  return {
    code: 'rejected',
    status,
    message: `${who} could not use the question (${status}). Check the settings.`,
  };
}

/** A 404 where the source's own "not found" would be something else: the address leads to another server. */
export const elsewhere = ({ status }: HttpAnswer, who: string): Failure => ({
  code: 'missing',
  status,
  message: `Nothing like ${who} answers at this address (${status}). Check the address.`,
});

function limited(answer: HttpAnswer, who: string, now: number): Failure {
  const retryAt = retryAfter(answer.headers.get('Retry-After'), now) ?? now + assumedWait;
  return retryAt - now > longestWait
    ? {
        code: 'quota',
        status: 429,
        message: `${who}: the quota is spent (429). It is asked again when it is back.`,
        retryAt,
      }
    : {
        code: 'limited',
        status: 429,
        message: `${who}: too many questions (429). It is asked again by itself.`,
        retryAt,
      };
}
