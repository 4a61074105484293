import { find } from '../indicators';
import type { LabSource } from '../source';

const key = 'f6'.repeat(30);

/** Hybrid Analysis v2 (hybrid-analysis.com/docs/api/v2): `GET /search/hash`, header `api-key`, 404 for no report. */
export default {
  id: 'hybrid-analysis',
  settings: (baseUrl) => ({ key, baseUrl }),
  limited: (seconds) => ({
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { message: 'Exceeded maximum API requests per minute(5). Please try again later.' },
  }),

  answer({ method, url, headers }) {
    if (url.pathname !== '/api/v2/search/hash') return { status: 404, body: '<html></html>' };
    if (headers['api-key'] !== key) return { status: 403, body: { message: 'This API key is not valid' } };
    if (method !== 'GET') return { status: 405, body: { message: 'Method not allowed' } };
    const hash = url.searchParams.get('hash') ?? '';
    const kind = { 32: 'md5', 40: 'sha1', 64: 'sha256' }[hash.length];
    if (!kind) return { status: 400, body: { message: 'Failed to validate sent data' } };
    if (find(kind, hash)?.level !== 'malicious') return { status: 404, body: { message: 'Not found' } };
    return { status: 200, body: { sha256s: [], reports: [{ verdict: 'malicious', state: 'SUCCESS' }] } };
  },
} satisfies LabSource;
