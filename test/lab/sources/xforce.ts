import { indicators } from '../indicators';
import type { LabSource } from '../source';

const [key, password] = ['a9'.repeat(18), 'b8'.repeat(18)];
const authorization = `Basic ${Buffer.from(`${key}:${password}`).toString('base64')}`;
const scores = { malicious: 8.6, suspicious: 4.3, unknown: 1, benign: 1 } as const;
const risks = { malicious: 'high', suspicious: 'medium', unknown: 'low', benign: 'low' } as const;
const missing = { status: 404, body: { error: 'Not found.' } };

/** X-Force Exchange (api.xforce.ibmcloud.com/doc): Basic login with key and password, one address for each kind of thing. */
export default {
  id: 'xforce',
  settings: (baseUrl) => ({ baseUrl, key, password }),
  limited: (seconds) => ({
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { error: 'Rate limit exceeded.' },
  }),

  answer({ method, url, headers }) {
    const [, place, encoded] = /^\/(ipr|url|malware)\/([^/]+)$/.exec(url.pathname) ?? [];
    if (place === undefined || encoded === undefined) return { status: 404, body: '<h1>Not Found</h1>' };
    if (method !== 'GET') return { status: 405, body: { error: 'Method not allowed.' } };
    if (headers['authorization'] !== authorization)
      return { status: 401, body: { error: 'Not authorized.' } };
    const wanted = decodeURIComponent(encoded);
    const known = indicators.find(({ value }) => value === wanted);
    if (place === 'ipr') {
      if (!/^[\d.]+$|^[0-9a-f:]+$/.test(wanted))
        return { status: 400, body: { error: 'Invalid IP address.' } };
      const score = scores[known?.level ?? 'unknown'];
      return { status: 200, body: { ip: wanted, score, cats: {}, reason: 'Regional Internet Registry' } };
    }
    if (!known?.level) return missing;
    if (place === 'url') {
      const score = known.level === 'unknown' ? null : scores[known.level];
      return { status: 200, body: { result: { url: wanted, score, cats: {} }, tags: [] } };
    }
    return known.level === 'unknown'
      ? missing
      : {
          status: 200,
          body: { malware: { type: known.kind, risk: risks[known.level], family: [] }, tags: [] },
        };
  },
} satisfies LabSource;
