import { find } from '../indicators';
import type { Reply } from '../reply';
import type { LabSource } from '../source';

const key = '0196d976-07f6-7aae-8a57-aa019145f31c';
const error = (status: number, message: string, headers = {}): Reply => ({
  status,
  headers,
  body: { message, description: '', status },
});

/** Field and value of each term of a query that is nothing but quoted terms joined by OR; null for any other. */
function termsOf(query: string): [field: string, value: string][] | null {
  const term = String.raw`[a-z.]+:"(?:[^"\\]|\\["\\])*"`;
  if (!new RegExp(`^${term}(?: OR ${term})*$`).test(query)) return null;
  return [...query.matchAll(/([a-z.]+):"((?:[^"\\]|\\["\\])*)"/g)].map(([, field = '', text = '']) => [
    field,
    text.replaceAll(/\\(["\\])/g, '$1'),
  ]);
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  'page.ip': ['ipv4', 'ipv6'],
  'page.domain': ['domain'],
  'task.domain': ['domain'],
  'page.url': ['url'],
  'task.url': ['url'],
  hash: ['sha256'],
};

/** urlscan.io's search (docs.urlscan.io): `GET /api/v1/search/?q=QUERY`, header `API-Key`; nothing can be submitted here. */
export default {
  id: 'urlscan',
  settings: (baseUrl) => ({ baseUrl, key }),
  limited: (seconds) =>
    error(429, `Rate limit for 'search' exceeded, limit is 100 per hour. Reset in ${seconds} seconds.`, {
      'X-Rate-Limit-Action': 'search',
      'X-Rate-Limit-Remaining': '0',
      'X-Rate-Limit-Reset-After': String(seconds),
    }),

  answer({ method, url, headers }) {
    if (url.pathname !== '/api/v1/search/') return error(404, 'Not found');
    if (method !== 'GET') return error(405, 'Method not allowed');
    if (headers['api-key'] !== key) return error(401, 'API key supplied but not found in database!');
    const terms = termsOf(url.searchParams.get('q') ?? '');
    if (terms === null || terms.some(([field]) => kinds[field] === undefined)) {
      return error(400, 'Could not parse the query');
    }
    const one = terms
      .flatMap(([field, value]) => (kinds[field] ?? []).map((kind) => find(kind, value)))
      .find((known) => known !== undefined && known.level !== null);
    if (!one) return { status: 200, body: { results: [], total: 0, took: 2, has_more: false } };
    const address = one.kind === 'url' ? one.value : 'https://lab.example/';
    const result = {
      _id: '0196d976-07f6-7aae-8a57-aa019145f31c',
      task: { url: address, time: '2026-11-20T08:00:00.000Z', visibility: 'public' },
      page: { url: address, domain: 'lab.example', ip: '203.0.113.77', status: '200' },
      verdicts: { malicious: one.level === 'malicious', score: 0 },
    };
    return { status: 200, body: { results: [result], total: 1, took: 2, has_more: false } };
  },
} satisfies LabSource;
