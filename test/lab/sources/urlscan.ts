import { randomUUID } from 'node:crypto';
import { find } from '../indicators';
import type { Asked, Reply } from '../reply';
import type { LabSource } from '../source';

const key = '5c1b3f5e-2f0a-4a3c-9d57-6be1f0c2a9d4';
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

/** Questions for a result before it is there. */
const unfinished = 1;
const scans = new Map<string, { readonly url: string; readonly visibility: string; asked: number }>();

/** `POST /api/v1/scan/`: JSON with a URL and who may see it. */
function submitted(headers: Asked['headers'], body: string): Reply {
  if (!headers['content-type']?.startsWith('application/json')) return error(415, 'Send JSON');
  const { url, visibility, ...more } = JSON.parse(body) as { url?: string; visibility?: string };
  if (!url || !URL.canParse(url)) return error(400, 'Missing URL properties');
  if (Object.keys(more).length > 0) return error(400, `Not asked for: ${Object.keys(more).join(', ')}`);
  if (!['public', 'unlisted', 'private'].includes(visibility ?? '')) return error(400, 'Whose is it to see?');
  const uuid = randomUUID();
  scans.set(uuid, { url, visibility: visibility ?? '', asked: 0 });
  const at = `https://urlscan.io/result/${uuid}/`;
  return { status: 200, body: { message: 'Submission successful', uuid, result: at, visibility, url } };
}

/** `GET /api/v1/result/UUID/`: 404 until the scan has ended. */
function resultOf(uuid: string): Reply {
  const scan = scans.get(uuid);
  if (scan === undefined || ++scan.asked <= unfinished) return error(404, 'Scan is not finished yet');
  const malicious = find('url', scan.url)?.level === 'malicious';
  const overall = { malicious, score: malicious ? 100 : 0, categories: malicious ? ['phishing'] : [] };
  const task = { uuid, url: scan.url, time: '2026-11-24T08:00:00.000Z', visibility: scan.visibility };
  const page = { url: scan.url, domain: 'lab.example', ip: '203.0.113.77', status: 200 };
  return { status: 200, body: { task, page, verdicts: { overall } } };
}

/** urlscan.io (docs.urlscan.io): `GET /api/v1/search/?q=QUERY`, scans and their results; header `API-Key`. */
export default {
  id: 'urlscan',
  settings: (baseUrl) => ({ baseUrl, key }),
  limited: (seconds) =>
    error(429, `Rate limit for 'search' exceeded, limit is 100 per hour. Reset in ${seconds} seconds.`, {
      'X-Rate-Limit-Action': 'search',
      'X-Rate-Limit-Remaining': '0',
      'X-Rate-Limit-Reset-After': String(seconds),
    }),

  answer({ method, url, headers, body }) {
    const uuid = /^\/api\/v1\/result\/([\w-]+)\/$/.exec(url.pathname)?.[1];
    const scanning = url.pathname === '/api/v1/scan/';
    if (uuid !== undefined || scanning) {
      if (method !== (scanning ? 'POST' : 'GET')) return error(405, 'Method not allowed');
      if (headers['api-key'] !== key) return error(401, 'API key supplied but not found in database!');
      return scanning ? submitted(headers, body) : resultOf(uuid ?? '');
    }
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
