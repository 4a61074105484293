import { severities } from '../indicators';
import type { LabSource } from '../source';

/** FIRST's EPSS (api.first.org/epss): `GET /data/v1/epss?cve=A,B`, no key; what has no score is left out. */
export default {
  id: 'epss',
  settings: (baseUrl) => ({ baseUrl }),
  limited: (seconds) => ({ status: 429, headers: { 'Retry-After': String(seconds) }, body: {} }),

  answer({ method, url }) {
    if (method !== 'GET' || url.pathname !== '/data/v1/epss') return { status: 404, body: 'Not Found' };
    const asked = (url.searchParams.get('cve') ?? '').split(',');
    if (!asked.every((cve) => /^CVE-\d{4}-\d{4,}$/.test(cve)) || url.search.length > 2000) {
      return { status: 400, body: { status: 'ERROR', 'status-code': 400 } };
    }
    const data = asked.flatMap((cve) => {
      const known = severities[cve];
      return known
        ? [{ cve, epss: known.epss.toFixed(9), percentile: '0.990000000', date: '2026-11-24' }]
        : [];
    });
    return {
      status: 200,
      body: { status: 'OK', 'status-code': 200, version: '1.0', total: data.length, data },
    };
  },
} satisfies LabSource;
