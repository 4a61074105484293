import type { ProviderCase } from './case';

const address = { kind: 'ipv4', value: '203.0.113.4' } as const;
const domain = { kind: 'domain', value: 'badhost.test' } as const;
const cve = { kind: 'cve', value: 'CVE-2021-44228' } as const;
const sha1 = { kind: 'sha1', value: 'a9ffd8047677bc2612cc97596c0c2386817ce80d' } as const;

const pulse = (name: string, username = 'someone', more: object = {}) => ({
  name,
  modified: '2026-11-20T08:00:00.123000',
  created: '2026-11-01T08:00:00.123000',
  adversary: '',
  tags: ['ssh'],
  malware_families: [],
  author: { username },
  ...more,
});
const general = (count: unknown, pulses: unknown, more: object = {}) => ({
  indicator: '203.0.113.4',
  base_indicator: {},
  pulse_info: { count, pulses, references: [], related: {} },
  validation: [],
  false_positive: [],
  ...more,
});
const popular = [{ source: 'majestic', name: 'Whitelisted domain', message: 'Whitelisted domain x' }];
const asOf = Date.UTC(2026, 10, 20, 8, 0, 0, 123);
const path = (type: string, value: string) => `/api/v1/indicators/${type}/${value}/general`;

export default {
  key: 'SECRET-OTX-KEY',
  carries: ['X-OTX-API-KEY', 'SECRET-OTX-KEY'],
  settings: (baseUrl) => ({ key: 'SECRET-OTX-KEY', baseUrl }),
  needs: null,
  examples: [
    {
      name: 'three pulses are suspicious, and no number of them convicts',
      ioc: address,
      body: general(3, [pulse('One'), pulse('Two', 'someone', { adversary: 'Lazarus' })]),
      reads: { level: 'suspicious', summary: '3 pulses', asOf },
    },
    {
      name: 'fifty pulses',
      ioc: address,
      body: general(50, [pulse('One')]),
      reads: { level: 'suspicious', summary: '50 pulses' },
    },
    {
      name: 'a single pulse of AlienVault itself',
      ioc: address,
      body: general(1, [pulse('Campaign', 'AlienVault')]),
      reads: { level: 'suspicious', summary: '1 pulse' },
    },
    {
      name: 'two pulses may be notes',
      ioc: address,
      body: general(2, [pulse('Honeypot'), pulse('Honeypot')]),
      reads: { level: 'unknown', summary: '2 pulses' },
    },
    {
      name: 'a popular domain, in many pulses',
      ioc: domain,
      body: general(31, [pulse('Whatever a sandbox touched')], { validation: popular }),
      reads: { level: 'benign', summary: 'Whitelisted domain (majestic), 31 pulses' },
    },
    {
      name: 'a popular domain in no pulse',
      ioc: domain,
      body: general(0, [], { validation: popular }),
      reads: { level: 'benign', summary: 'Whitelisted domain (majestic), 0 pulses' },
    },
    {
      name: 'a false positive that was accepted',
      ioc: domain,
      body: general(4, [], { false_positive: [{ assessment: 'accepted' }] }),
      reads: { level: 'benign', summary: 'Accepted as a false positive, 4 pulses' },
    },
    {
      name: 'a false positive that somebody only claims',
      ioc: domain,
      body: general(4, [], { false_positive: [{ assessment: 'pending' }] }),
      reads: { level: 'suspicious', summary: '4 pulses' },
    },
    {
      name: 'a vulnerability is not malicious',
      ioc: cve,
      body: general(90, [pulse('Log4Shell')]),
      reads: { level: null, summary: '90 pulses' },
    },
    {
      name: 'details of the wrong kind do not spoil the rest',
      ioc: address,
      body: {
        pulse_info: { count: 5, pulses: {}, related: 7, references: 'x' },
        validation: 'none',
        asn: 64500,
      },
      reads: { level: 'suspicious', summary: '5 pulses' },
    },
    { name: 'no pulse', ioc: domain, body: general(0, []), reads: 'none' },
    { name: 'an unknown hash', ioc: sha1, status: 404, body: { detail: 'Not found.' }, reads: 'none' },
    {
      name: 'an address that OTX does not have',
      ioc: sha1,
      status: 404,
      body: { detail: 'endpoint not found' },
      reads: 'failure',
    },
    { name: 'a 404 of some other server', ioc: sha1, status: 404, body: '<html>', reads: 'failure' },
    { name: 'a count that is no number', ioc: address, body: general('3', []), reads: 'failure' },
    { name: 'an error with status 200', ioc: address, body: { detail: 'no' }, reads: 'failure' },
  ],
  paths: [
    [address, path('IPv4', '203.0.113.4')],
    [{ kind: 'ipv6', value: '2001:db8::4' }, path('IPv6', '2001:db8::4')],
    [domain, path('domain', 'badhost.test')],
    [{ kind: 'domain', value: 'cdn.badhost.test' }, path('hostname', 'cdn.badhost.test')],
    [{ kind: 'domain', value: 'bücher.test' }, path('domain', 'xn--bcher-kva.test')],
    [
      { kind: 'url', value: 'http://badhost.test/ä?x=/1' },
      path('url', 'http%3A%2F%2Fbadhost.test%2F%25C3%25A4%3Fx%3D%2F1'),
    ],
    [sha1, path('file', sha1.value)],
    [cve, path('cve', 'CVE-2021-44228')],
  ],
  recorded: [
    {
      file: 'otx/domain_pulses.json',
      ioc: { kind: 'domain', value: 'support-gmeet.com' },
      reads: 'suspicious',
    },
    // Two pulses and one: somebody's honeypot, and "malware" without a word more.
    { file: 'otx/ipv4_pulses.json', ioc: { kind: 'ipv4', value: '186.180.44.234' }, reads: 'unknown' },
    {
      file: 'otx/md5_pulses.json',
      ioc: { kind: 'md5', value: '1fd35d9dc2eb919088f4eb48ab18b5a8' },
      reads: 'unknown',
    },
    { file: 'otx/no_pulses_domain.json', ioc: { kind: 'domain', value: 'example.com' }, reads: 'benign' },
    { file: 'otx/bad_key.json', status: 403, ioc: domain, reads: 'refused' },
    // Without a key nobody can have refused one: asked again later.
    { file: 'otx/bad_key.json', status: 403, ioc: domain, reads: 'rejected', settings: { key: '' } },
    { file: 'otx/bad_request.json', status: 400, ioc: domain, reads: 'rejected' },
    { file: 'otx/rate_limited.json', status: 429, ioc: domain, reads: 'limited' },
  ],
} satisfies ProviderCase;
