import { find } from '../indicators';
import type { Reply } from '../reply';
import type { LabSource } from '../source';

const key = 'b2'.repeat(40);
const scores = { malicious: 97, suspicious: 38, unknown: 6, benign: 0 } as const;

const error = (status: number, detail: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  body: { errors: [{ detail, status }] },
});

/** AbuseIPDB v2 (docs.abuseipdb.com): `GET /api/v2/check`, header `Key`; errors are web pages unless JSON is accepted. */
export default {
  id: 'abuseipdb',
  settings: (baseUrl) => ({ baseUrl, key }),
  limited: (seconds) =>
    error(429, 'Daily rate limit of 1000 requests exceeded for this endpoint. See headers for details.', {
      'Retry-After': String(seconds),
      'X-RateLimit-Limit': '1000',
      'X-RateLimit-Remaining': '0',
    }),

  answer({ method, url, headers }) {
    if (headers['accept'] !== 'application/json') return { status: 400, body: '<h1>Bad Request</h1>' };
    if (url.pathname !== '/api/v2/check') return error(404, 'Not Found');
    if (method !== 'GET') return error(405, 'The method is not supported for this route.');
    if (headers['key'] !== key) return error(401, 'Authentication failed. Your API key is incorrect.');
    const ip = url.searchParams.get('ipAddress') ?? '';
    const age = Number(url.searchParams.get('maxAgeInDays') ?? 30);
    if (!/^[\d.]+$|^[0-9a-f:]+$/.test(ip)) return error(422, 'The ip address must be a valid address.');
    if (!(age >= 1 && age <= 365)) return error(422, 'The max age in days must be between 1 and 365.');
    const level = (find('ipv4', ip) ?? find('ipv6', ip))?.level ?? null;
    const score = level === null ? 0 : scores[level];
    const reports = { totalReports: score, numDistinctUsers: Math.ceil(score / 4) };
    const body = {
      ipAddress: ip,
      isWhitelisted: level === 'benign',
      abuseConfidenceScore: score,
      ...reports,
    };
    return {
      status: 200,
      headers: { 'X-RateLimit-Limit': '1000', 'X-RateLimit-Remaining': '871' },
      body: { data: { ...body, isTor: false, lastReportedAt: null, hostnames: [], countryCode: 'NL' } },
    };
  },
} satisfies LabSource;
