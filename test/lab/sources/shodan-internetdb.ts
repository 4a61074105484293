import { find } from '../indicators';
import type { LabSource } from '../source';

/** Shodan's InternetDB (internetdb.shodan.io): `GET /ADDRESS`, no key, 404 for what was never scanned. */
export default {
  id: 'shodan-internetdb',
  settings: (baseUrl) => ({ baseUrl }),
  limited: (seconds) => ({
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { detail: 'Rate limit exceeded' },
  }),

  answer({ method, url }) {
    const value = decodeURIComponent(url.pathname.slice(1));
    if (method !== 'GET') return { status: 405, body: { detail: 'Method Not Allowed' } };
    if (!/^\d{1,3}(\.\d{1,3}){3}$|^[0-9a-f:]+$/.test(value)) {
      return {
        status: 422,
        body: { detail: [{ loc: ['path', 'ip'], msg: 'value is not a valid IPv4 or IPv6 address' }] },
      };
    }
    const exposed = (find('ipv4', value) ?? find('ipv6', value))?.exposed;
    if (!exposed) return { status: 404, body: { detail: 'No information available' } };
    const { ports, tags = [], vulns = [], hostnames = [] } = exposed;
    return { status: 200, body: { ip: value, ports, cpes: [], hostnames, tags, vulns } };
  },
} satisfies LabSource;
