import { indicators } from '../indicators';
import type { LabSource } from '../source';

const key = 'd7'.repeat(32);
const risks = { malicious: 'high', suspicious: 'medium', unknown: 'low', benign: 'none' } as const;

/** Pulsedive's `GET /api/info.php` (pulsedive.com/api): the key in the query, errors in `error`, a wrong key repeated there. */
export default {
  id: 'pulsedive',
  settings: (baseUrl) => ({ baseUrl, key }),
  limited: (seconds) => ({
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { error: 'Rate limit exceeded.' },
  }),

  answer({ method, url }) {
    if (url.pathname !== '/api/info.php') return { status: 404, body: '<h1>Not Found</h1>' };
    if (method !== 'GET') return { status: 405, body: { error: 'Method not allowed.' } };
    const given = url.searchParams.get('key');
    if (given !== key) return { status: 401, body: { error: `Invalid API key ${given}.` } };
    const wanted = url.searchParams.get('indicator') ?? '';
    if (wanted === '') return { status: 400, body: { error: 'No indicator given.' } };
    const known = indicators.find(({ value }) => value === wanted);
    if (!known?.level) return { status: 404, body: { error: 'Indicator not found.' } };
    const risk = risks[known.level];
    return {
      status: 200,
      body: {
        iid: 7,
        type: known.kind.startsWith('ip') ? 'ip' : known.kind,
        indicator: wanted,
        risk,
        risk_recommended: risk,
        retired: 0,
        stamp_added: '2026-10-02 18:11:58',
        stamp_seen: '2026-11-20 08:00:00',
        riskfactors: [],
        threats: [],
        feeds: [],
      },
    };
  },
} satisfies LabSource;
