import type { ProviderCase } from './case';

const ioc = { kind: 'ipv4', value: '203.0.113.7' } as const;
const google = { kind: 'ipv4', value: '8.8.8.8' } as const;

const data = (abuseConfidenceScore: unknown, totalReports: unknown, more: object = {}) => ({
  data: { ipAddress: '203.0.113.7', isWhitelisted: false, abuseConfidenceScore, totalReports, ...more },
});

export default {
  key: 'SECRET-ABUSE-KEY',
  settings: (baseUrl) => ({ key: 'SECRET-ABUSE-KEY', baseUrl }),
  carries: ['Key', 'SECRET-ABUSE-KEY'],
  examples: [
    {
      name: 'reported by many',
      ioc,
      body: data(96, 41, { numDistinctUsers: 12, isTor: true, lastReportedAt: '2026-11-20T08:00:00+00:00' }),
      reads: {
        level: 'malicious',
        summary: '96 % confidence of abuse, 41 reports in 90 days',
        asOf: Date.UTC(2026, 10, 20, 8),
      },
    },
    {
      name: 'reported by some',
      ioc,
      body: data(25, 3),
      reads: { level: 'suspicious', summary: '25 % confidence of abuse, 3 reports in 90 days' },
    },
    {
      name: 'one report is no judgement',
      ioc,
      body: data(4, 1, { isWhitelisted: null, hostnames: 'none', isp: null }),
      reads: { level: 'unknown', summary: '4 % confidence of abuse, 1 report in 90 days' },
    },
    {
      name: 'whitelisted, though reported',
      ioc,
      body: data(31, 9, { isWhitelisted: true }),
      reads: { level: 'benign', summary: 'Whitelisted; 31 % confidence of abuse, 9 reports in 90 days' },
    },
    { name: 'never reported', ioc, body: data(0, 0, { lastReportedAt: null }), reads: 'none' },
    { name: 'an address it cannot read', ioc, status: 422, body: { errors: [] }, reads: 'failure' },
    { name: 'a 404 of some other server', ioc, status: 404, body: {}, reads: 'failure' },
    { name: 'an error with status 200', ioc, body: { errors: [{ status: 401 }] }, reads: 'failure' },
    { name: 'a score that is no number', ioc, body: data('96', 41), reads: 'failure' },
    { name: 'a score beyond 100', ioc, body: data(900, 41), reads: 'failure' },
  ],
  paths: [
    [ioc, '/api/v2/check?ipAddress=203.0.113.7&maxAgeInDays=90'],
    [{ kind: 'ipv6', value: '2001:db8::7' }, '/api/v2/check?ipAddress=2001%3Adb8%3A%3A7&maxAgeInDays=90'],
  ],
  // check_block.json answers a question about a network, which is not asked.
  recorded: [
    { file: 'abuseipdb/check_score_100.json', ioc: google, reads: 'malicious' },
    { file: 'abuseipdb/check_clean.json', ioc: google, reads: 'benign' },
    { file: 'abuseipdb/invalid_ip.json', status: 422, ioc: google, reads: 'rejected' },
    { file: 'abuseipdb/bad_key.json', status: 401, ioc: google, reads: 'refused' },
    { file: 'abuseipdb/rate_limited.json', status: 429, ioc: google, reads: 'limited' },
  ],
} satisfies ProviderCase;
