import { find } from '../indicators';
import type { LabSource } from '../source';

/** crt.sh: `GET /?q=NAME&output=json`, a list, empty for what no log has; HTML without `output=json`. */
export default {
  id: 'crtsh',
  settings: (baseUrl) => ({ baseUrl }),
  limited: (seconds) => ({ status: 429, headers: { 'Retry-After': String(seconds) }, body: '<html></html>' }),

  answer({ method, url }) {
    if (method !== 'GET' || url.pathname !== '/') return { status: 404, body: '<html></html>' };
    const name = url.searchParams.get('q') ?? '';
    if (url.searchParams.get('output') !== 'json') return { status: 200, body: '<html></html>' };
    if (!/^[a-z0-9.-]+$/.test(name)) return { status: 200, body: [] };
    if (!find('domain', name)?.level) return { status: 200, body: [] };
    const row = {
      issuer_ca_id: 1,
      issuer_name: 'C=US, O=Lab Trust, CN=L1',
      common_name: name,
      name_value: name,
    };
    const dates = { not_before: '2026-11-02T00:00:00', not_after: '2027-01-31T00:00:00' };
    return { status: 200, body: [{ ...row, ...dates, id: 1, serial_number: '03c2e1f1a9' }] };
  },
} satisfies LabSource;
