import { indicators } from '../indicators';
import type { Reply } from '../reply';
import type { LabSource } from '../source';

const key = 'a7'.repeat(32);
const detail = (status: number, words: string, headers = {}): Reply => ({
  status,
  headers,
  body: { detail: words },
});

/** What each type takes, as far as the real one is known to refuse anything else. */
const types: Readonly<Record<string, RegExp>> = {
  IPv4: /^\d{1,3}(\.\d{1,3}){3}$/,
  IPv6: /^[0-9a-f:]+$/,
  domain: /^[a-z0-9-]+\.[a-z0-9-]+$/,
  hostname: /^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/,
  url: /^https?:\/\/[^\s]+$/,
  file: /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/,
  cve: /^CVE-\d{4}-\d{4,}$/,
};
const counts = { malicious: 14, suspicious: 3, unknown: 1, benign: 2 } as const;

/** AlienVault OTX (otx.alienvault.com/api): `GET /api/v1/indicators/TYPE/VALUE/general`, header `X-OTX-API-KEY`. */
export default {
  id: 'otx',
  settings: (baseUrl) => ({ baseUrl, key }),
  limited: (seconds) =>
    detail(429, `Request was throttled. Expected available in ${seconds} seconds.`, {
      'Retry-After': String(seconds),
    }),

  answer({ method, url, headers }) {
    const [, type = '', raw = ''] =
      /^\/api\/v1\/indicators\/(\w+)\/([^/]+)\/general$/.exec(url.pathname) ?? [];
    const form = types[type];
    if (!form) return detail(404, 'endpoint not found');
    if (method !== 'GET') return detail(405, 'Method not allowed.');
    if (headers['x-otx-api-key'] !== key) return detail(403, 'Invalid API key');
    const value = decodeURIComponent(raw);
    if (!form.test(value)) return detail(400, `malformed ${type}`);
    const level = indicators.find((known) => known.value === value)?.level ?? null;
    const pulse = {
      name: 'Lab pulse',
      modified: '2026-11-20T08:00:00.000000',
      author: { username: 'lab' },
      tags: ['lab'],
    };
    const validation = level === 'benign' ? [{ source: 'majestic', name: 'Whitelisted domain' }] : [];
    const count = level === null ? 0 : counts[level];
    const pulse_info = { count, pulses: count > 0 ? [pulse] : [], references: [] };
    return {
      status: 200,
      body: { indicator: value, base_indicator: {}, pulse_info, validation, false_positive: [] },
    };
  },
} satisfies LabSource;
