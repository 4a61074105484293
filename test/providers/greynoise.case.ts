import type { ProviderCase } from './case';

const ioc = { kind: 'ipv4', value: '203.0.113.7' } as const;
const community = (noise: boolean, riot: boolean, classification: unknown, name = 'unknown') => ({
  ip: '203.0.113.7',
  noise,
  riot,
  classification,
  name,
  last_seen: '2026-11-20',
  message: 'Success',
});
const google = { kind: 'ipv4', value: '8.8.8.8' } as const;
const full = { plan: 'full' };

export default {
  key: 'SECRET-GN-KEY',
  settings: (baseUrl) => ({ key: 'SECRET-GN-KEY', baseUrl }),
  carries: ['key', 'SECRET-GN-KEY'],
  needs: null,
  examples: [
    {
      name: 'a scanner with bad intent',
      ioc,
      body: community(true, false, 'malicious'),
      reads: { level: 'malicious', summary: 'Scans the internet, malicious', asOf: Date.UTC(2026, 10, 20) },
    },
    {
      name: 'a scanner that nobody has judged',
      ioc,
      body: community(true, false, 'unknown'),
      reads: { level: 'suspicious', summary: 'Scans the internet, unknown' },
    },
    {
      name: 'a scanner with good intent',
      ioc,
      body: community(true, false, 'benign', 'Example Research'),
      reads: { level: 'benign', summary: 'Scans the internet, benign' },
    },
    {
      name: 'a business service',
      ioc,
      body: community(false, true, 'benign', 'Example DNS'),
      reads: { level: 'benign', summary: 'Business service: Example DNS' },
    },
    {
      name: 'not seen, which may mean targeted',
      ioc,
      status: 404,
      body: { ip: '203.0.113.7', noise: false, riot: false, message: 'IP not observed.' },
      reads: 'none',
    },
    { name: 'a 404 of some other server', ioc, status: 404, body: { message: 'no route' }, reads: 'failure' },
    {
      name: 'an address it does not take',
      ioc,
      status: 400,
      body: { error: 'invalid ip' },
      reads: 'failure',
    },
    { name: 'an error with status 200', ioc, body: { message: 'forbidden' }, reads: 'failure' },
    {
      name: 'details of the wrong kind do not spoil the rest',
      ioc,
      body: { ...community(true, false, 7), last_seen: [] },
      reads: { level: 'suspicious', summary: 'Scans the internet, unknown' },
    },
  ],
  paths: [[ioc, '/v3/community/203.0.113.7']],
  // v3_ip_multi_quick.json answers a request for several addresses, which only a paid plan may ask.
  recorded: [
    { file: 'greynoise/community_malicious.json', ioc: google, reads: 'malicious' },
    { file: 'greynoise/community_riot_benign.json', ioc: google, reads: 'benign' },
    { file: 'greynoise/community_not_found.json', status: 404, ioc: google, reads: 'none' },
    { file: 'greynoise/community_rate_limited.json', status: 429, ioc: google, reads: 'quota' },
    { file: 'greynoise/bad_key.json', status: 401, ioc: google, reads: 'refused' },
    { file: 'greynoise/v3_ip_benign.json', ioc: google, reads: 'benign', settings: full },
    { file: 'greynoise/v3_ip_quick_suspicious.json', ioc: google, reads: 'suspicious', settings: full },
    { file: 'greynoise/v3_ip_not_found.json', ioc: google, reads: 'none', settings: full },
  ],
} satisfies ProviderCase;
