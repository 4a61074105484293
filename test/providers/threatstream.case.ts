import type { ProviderCase } from './case';

const address = { kind: 'ipv4', value: '203.0.113.4' } as const;
const domain = { kind: 'domain', value: 'badhost.test' } as const;
const url = { kind: 'url', value: 'http://badhost.test/a"b\\c?x=(1)' } as const;

const record = (value: string, confidence: unknown, severity: string | null, more: object = {}) => ({
  value,
  type: 'ip',
  itype: 'c2_ip',
  status: 'active',
  confidence,
  source: 'Example Feed',
  meta: { severity, maltype: null },
  tags: null,
  asn: '',
  tlp: null,
  modified_ts: '2026-11-20T08:00:00.000Z',
  ...more,
});
const found = (...objects: unknown[]) => ({
  objects,
  meta: { total_count: objects.length, offset: 0, limit: 100, took: 3, next: null },
});

const path = (filter: string, count = 1) =>
  `/api/v2/intelligence/?q=${encodeURIComponent(`(${filter})`).replaceAll("'", '%27')}&limit=${100 * count}`;
const asOf = Date.UTC(2026, 10, 20, 8);

export default {
  key: 'SECRET-TS-KEY',
  carries: ['Authorization', 'apikey analyst@corp.test:SECRET-TS-KEY'],
  settings: (baseUrl) => ({ user: 'analyst@corp.test', key: 'SECRET-TS-KEY', baseUrl }),
  needs: 'Needs a user name and a key.',
  examples: [
    {
      name: 'a sure and severe record, beside an expired one',
      ioc: address,
      body: found(
        record('203.0.113.4', 100, 'very-high', { status: 'inactive' }),
        record('203.0.113.4', 66, 'medium'),
      ),
      reads: {
        level: 'malicious',
        summary: 'c2_ip, 66 % confidence, severity medium, 2 records',
        asOf,
      },
    },
    {
      name: 'sure, but of low severity',
      ioc: address,
      body: found(record('203.0.113.4', 100, 'low')),
      reads: { level: 'suspicious', summary: 'c2_ip, 100 % confidence, severity low' },
    },
    {
      name: 'severe, but unsure',
      ioc: address,
      body: found(record('203.0.113.4', 65, 'very-high')),
      reads: { level: 'suspicious', summary: 'c2_ip, 65 % confidence, severity very-high' },
    },
    {
      name: 'hardly any confidence',
      ioc: address,
      body: found(record('203.0.113.4', 25, 'high')),
      reads: { level: 'unknown', summary: 'c2_ip, 25 % confidence, severity high' },
    },
    {
      name: 'a severity that nobody told',
      ioc: address,
      body: found(record('203.0.113.4', 90, null, { meta: null })),
      reads: { level: 'suspicious', summary: 'c2_ip, 90 % confidence' },
    },
    {
      name: 'a VPN accuses nobody, however sure the feed is',
      ioc: address,
      body: found(record('203.0.113.4', 99, 'high', { itype: 'anon_vpn' })),
      reads: { level: 'unknown', summary: 'anon_vpn, 99 % confidence, severity high' },
    },
    {
      name: 'expired',
      ioc: address,
      body: found(record('203.0.113.4', 100, 'high', { status: 'inactive' })),
      reads: { level: 'unknown', summary: 'Expired, no longer active' },
    },
    {
      name: 'marked as a false positive',
      ioc: domain,
      body: found(record('BADHOST.test', 100, 'high', { status: 'falsepos' })),
      reads: { level: 'unknown', summary: 'Marked as false positive' },
    },
    {
      name: 'one record withdrawn, another not',
      ioc: domain,
      body: found(
        record('badhost.test', 100, 'high', { status: 'falsepos' }),
        record('badhost.test', 70, 'high', { itype: 'phish_domain' }),
      ),
      reads: {
        level: 'malicious',
        summary: 'phish_domain, 70 % confidence, severity high, 2 records, 1 marked as false positive',
      },
    },
    { name: 'another value', ioc: domain, body: found(record('notbadhost.test', 90, 'high')), reads: 'none' },
    { name: 'no record', ioc: domain, body: found(), reads: 'none' },
    {
      name: 'records of others that fill the answer',
      ioc: domain,
      body: { objects: [record('notbadhost.test', 90, 'high')], meta: { total_count: 180 } },
      reads: 'failure',
    },
    {
      name: 'a confidence that is no number',
      ioc: domain,
      body: found(record('badhost.test', '90', 'high')),
      reads: 'failure',
    },
    { name: 'an error with status 200', ioc: domain, body: { error: 'no' }, reads: 'failure' },
    { name: 'a 404 of some other server', ioc: domain, status: 404, body: { objects: [] }, reads: 'failure' },
  ],
  paths: [
    [address, path('value="203.0.113.4"')],
    [{ kind: 'ipv6', value: '2001:db8::4' }, path('value="2001:db8::4"')],
    [{ kind: 'domain', value: 'bücher.test' }, path('value="xn--bcher-kva.test"')],
    [url, path(String.raw`value="http://badhost.test/a\"b\\c?x=(1)"`)],
    [
      { kind: 'url', value: 'https://bücher.test/ä?q=ü' },
      path('value="https://xn--bcher-kva.test/%C3%A4?q=%C3%BC"'),
    ],
    [{ kind: 'email', value: "o'neill@badhost.test" }, path(`value="o'neill@badhost.test"`)],
    [
      { kind: 'md5', value: 'b0c1f3f7a3d64c1f9b7e2a5580d1c9e4' },
      path('value="b0c1f3f7a3d64c1f9b7e2a5580d1c9e4"'),
    ],
  ],
  batched: [
    {
      iocs: [address, domain, { kind: 'ipv4', value: '203.0.113.5' }],
      asked: { path: path('value="203.0.113.4" OR value="badhost.test" OR value="203.0.113.5"', 3) },
      body: found(record('203.0.113.5', 80, 'high'), record('badhost.test', 40, 'high')),
      reads: ['none', 'suspicious', 'malicious'],
    },
    {
      iocs: [address, domain],
      asked: { path: path('value="203.0.113.4" OR value="badhost.test"', 2) },
      body: { objects: [record('203.0.113.4', 80, 'high')], meta: { total_count: 300 } },
      reads: ['malicious', 'too-large'],
    },
  ],
  recorded: [
    {
      file: 'threatstream/ip_active_confidence_100.json',
      ioc: { kind: 'ipv4', value: '49.234.23.243' },
      reads: 'suspicious',
    },
    {
      file: 'threatstream/ip_inactive.json',
      ioc: { kind: 'ipv4', value: '78.78.78.67' },
      reads: 'unknown',
    },
    {
      file: 'threatstream/multi_batch.json',
      ioc: { kind: 'ipv4', value: '192.0.2.100' },
      reads: 'malicious',
    },
    {
      file: 'threatstream/multi_batch.json',
      ioc: { kind: 'domain', value: 'phishing-example.malicious.com' },
      reads: 'malicious',
    },
    // This one has expired.
    {
      file: 'threatstream/multi_batch.json',
      ioc: { kind: 'md5', value: '5d41402abc4b2a76b9719d911017c592' },
      reads: 'unknown',
    },
    { file: 'threatstream/not_found.json', ioc: domain, reads: 'none' },
    { file: 'threatstream/bad_key.txt', status: 401, ioc: domain, reads: 'refused' },
    { file: 'threatstream/bad_request.json', status: 400, ioc: domain, reads: 'rejected' },
    { file: 'threatstream/rate_limited.json', status: 429, ioc: domain, reads: 'limited' },
  ],
} satisfies ProviderCase;
