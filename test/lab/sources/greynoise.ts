import { find } from '../indicators';
import type { LabSource } from '../source';

const key = 'c3'.repeat(32);

/** GreyNoise's Community API (docs.greynoise.io): `GET /v3/community/IPV4`, header `key`; not seen is a 404 with a body. */
export default {
  id: 'greynoise',
  settings: (baseUrl) => ({ baseUrl, key }),
  limited: (seconds) => ({
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { plan: 'community', 'rate-limit': '50-lookups/week', message: 'You have hit your rate limit.' },
  }),

  answer({ method, url, headers }) {
    const ip = /^\/v3\/community\/([^/]+)$/.exec(url.pathname)?.[1];
    if (ip === undefined) return { status: 404, body: { message: 'not found' } };
    if (method !== 'GET') return { status: 405, body: { message: 'method not allowed' } };
    if (headers['key'] !== key) return { status: 401, body: '"forbidden"' };
    if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(ip)) {
      return { status: 400, body: { ip, message: 'Request is not a valid routable IPv4 address' } };
    }
    const level = find('ipv4', ip)?.level ?? null;
    if (level === null) {
      const message = 'IP not observed scanning the internet.';
      return { status: 404, body: { ip, noise: false, riot: false, message } };
    }
    const riot = level === 'benign';
    const told = { classification: riot ? 'benign' : level, name: riot ? 'Example Cloud' : 'unknown' };
    return {
      status: 200,
      body: { ip, noise: !riot, riot, ...told, last_seen: '2026-11-20', message: 'Success' },
    };
  },
} satisfies LabSource;
