import { find } from '../indicators';
import type { Reply } from '../reply';
import type { LabSource } from '../source';

const key = 'd4'.repeat(16);
const error = (status: number, words: string): Reply => ({ status, body: { error: words } });

/** Shodan's host lookup (developer.shodan.io/api): `GET /shodan/host/ADDRESS?key=KEY`, 404 for what was never scanned. */
export default {
  id: 'shodan',
  settings: (baseUrl) => ({ baseUrl, key }),
  limited: (seconds) => ({
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { error: 'Request rate limit reached (1/ second). Please slow down.' },
  }),

  answer({ method, url }) {
    const value = /^\/shodan\/host\/([^/]+)$/.exec(url.pathname)?.[1];
    if (value === undefined) return { status: 404, body: '<html>Not Found</html>' };
    if (method !== 'GET') return error(405, 'Method not allowed');
    if (url.searchParams.get('key') !== key) return error(401, 'Invalid API key');
    if (!/^\d{1,3}(\.\d{1,3}){3}$|^[0-9a-f:]+$/.test(value)) return error(400, 'Invalid IP');
    const exposed = (find('ipv4', value) ?? find('ipv6', value))?.exposed;
    if (!exposed) return error(404, 'No information available for that IP.');
    const { ports, tags = [], vulns = [], hostnames = [] } = exposed;
    const owner = { org: 'Example Hosting', isp: 'Example Hosting', asn: 'AS64500', os: null };
    const body = { ip_str: value, ports, tags, hostnames, ...owner, country_name: 'Netherlands' };
    const banners =
      url.searchParams.get('minify') === 'true' ? {} : { data: ports.map((port) => ({ port })) };
    return {
      status: 200,
      body: { ...body, ...banners, vulns, last_update: '2026-11-20T10:11:12.000000' },
    };
  },
} satisfies LabSource;
