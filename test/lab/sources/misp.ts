import { find, indicators } from '../indicators';
import type { LabSource } from '../source';

const key = 'c3'.repeat(20);

const forbidden = {
  status: 403,
  body: {
    name: 'Authentication failed. Please make sure you pass the API key of an API enabled user along in the Authorization header.',
    url: '/attributes/restSearch',
  },
};

/** MISP's `POST /attributes/restSearch` (misp-project.org/openapi): values are a list, an unknown one is no error. */
export default {
  id: 'misp',
  settings: (baseUrl) => ({ key, baseUrl }),
  limited: (seconds) => ({
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { name: 'Rate limit exceeded.', message: 'Rate limit exceeded.' },
  }),

  answer({ method, url, headers, body }) {
    if (url.pathname !== '/attributes/restSearch') return { status: 404, body: '<html>Not Found</html>' };
    if (headers['authorization'] !== key) return forbidden;
    if (method !== 'POST' || !headers['accept']?.includes('json'))
      return { status: 405, body: '<html></html>' };
    if (!headers['content-type']?.includes('json')) return { status: 400, body: { name: 'Invalid JSON' } };
    const { value, returnFormat } = JSON.parse(body) as { value?: unknown; returnFormat?: string };
    if (!Array.isArray(value) || returnFormat !== 'json')
      return { status: 400, body: { name: 'Bad request' } };
    const Attribute = value.flatMap((wanted: string) => {
      const one = indicators.find((known) => known.value === wanted);
      const known = one && find(one.kind, one.value);
      if (known?.level !== 'malicious' && known?.level !== 'suspicious') return [];
      const Event = { id: '7', info: 'Lab campaign', orgc_id: '1' };
      const to_ids = known.level === 'malicious';
      return [
        { id: '1', event_id: '7', type: 'other', to_ids, timestamp: '1731929600', value: wanted, Event },
      ];
    });
    return { status: 200, body: { response: { Attribute } } };
  },
} satisfies LabSource;
