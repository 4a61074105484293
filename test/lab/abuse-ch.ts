import type { Asked, Reply } from './reply';

/** The Auth-Key that the lab's abuse.ch platforms know. */
export const authKey = 'b2'.repeat(24);

export const said = (query_status: string, more: object = {}): Reply => ({
  status: 200,
  body: { query_status, ...more },
});

/** What each abuse.ch API refuses alike: no key, a wrong key, another method, another body than `type`. */
export function refuse({ method, headers }: Asked, type: string): Reply | null {
  const given = headers['auth-key'];
  if (!given) return { status: 401, body: { error: 'Unauthorized' } };
  if (given !== authKey) return { status: 403, body: { query_status: 'unknown_auth_key' } };
  if (method !== 'POST') return said('http_post_expected');
  return headers['content-type']?.startsWith(type) ? null : said('invalid_request');
}

/** There are no documented words for a spent quota. */
export const limited = (seconds: number): Reply => ({
  status: 429,
  headers: { 'Retry-After': String(seconds) },
  body: {},
});

/** The names of a form or of a JSON body, as text. */
export function fieldsOf({ body, headers }: Asked): Readonly<Record<string, string>> {
  if (!headers['content-type']?.includes('json')) return Object.fromEntries(new URLSearchParams(body));
  return JSON.parse(body) as Record<string, string>;
}

/** A date as abuse.ch writes it, some days ago. */
export const daysAgo = (days: number): string =>
  `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
