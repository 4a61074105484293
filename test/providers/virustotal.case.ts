import type { ProviderCase } from './case';

const sha256 = 'b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184';

const object = (stats: unknown, more: object = {}) => ({
  data: { id: 'id-of-the-object', type: 'file', attributes: { last_analysis_stats: stats, ...more } },
});

const stats = (malicious: number, suspicious: number, harmless: number, undetected: number) => ({
  malicious,
  suspicious,
  harmless,
  undetected,
  timeout: 3,
  'type-unsupported': 9,
});

const domain = { kind: 'domain', value: 'badhost.test' } as const;

export default {
  key: 'SECRET-VT-KEY',
  settings: (baseUrl) => ({ key: 'SECRET-VT-KEY', baseUrl }),
  examples: [
    {
      name: 'a file that many engines call malicious',
      ioc: { kind: 'sha256', value: sha256 },
      body: object(stats(17, 1, 0, 50), {
        meaningful_name: 'invoice.xlsm',
        names: ['invoice.xlsm', 'a.bin'],
        size: 94_332,
        tags: ['macros'],
        popular_threat_classification: { suggested_threat_label: 'trojan.example/x97m' },
        first_submission_date: 1_726_640_386,
      }),
      reads: { level: 'malicious', summary: '17 of 68 engines, 1 say suspicious' },
    },
    {
      name: 'three engines',
      ioc: domain,
      body: object(stats(3, 0, 60, 20), { last_analysis_date: 1_726_640_386 }),
      reads: { level: 'malicious', summary: '3 of 83 engines', asOf: 1_726_640_386_000 },
    },
    {
      name: 'one engine on a harmless name',
      ioc: domain,
      body: object(stats(1, 0, 80, 12)),
      reads: { level: 'suspicious', summary: '1 of 93 engines' },
    },
    {
      name: 'nobody objects',
      ioc: domain,
      body: object(stats(0, 0, 80, 12)),
      reads: { level: 'benign', summary: '0 of 92 engines' },
    },
    {
      name: 'too few engines to call it benign',
      ioc: domain,
      body: object(stats(0, 0, 4, 5)),
      reads: { level: 'unknown', summary: '0 of 9 engines' },
    },
    {
      name: 'known but never analysed',
      ioc: domain,
      body: { data: { id: 'x', attributes: {} } },
      reads: { level: 'unknown', summary: 'No engine has judged it' },
    },
    {
      name: 'details of the wrong kind do not spoil the count',
      ioc: domain,
      body: object(stats(4, 0, 60, 20), {
        tags: 'no list',
        asn: 'AS1',
        categories: [1],
        names: null,
        creation_date: 1e300,
      }),
      reads: { level: 'malicious', summary: '4 of 84 engines' },
    },
    {
      name: 'never seen',
      ioc: { kind: 'url', value: 'http://badhost.test/a' },
      status: 404,
      body: { error: { code: 'NotFoundError', message: 'URL not found' } },
      reads: 'none',
    },
    {
      name: 'a 404 of some other server',
      ioc: domain,
      status: 404,
      body: { message: 'no route' },
      reads: 'failure',
    },
    { name: 'an error with status 200', ioc: domain, body: { error: { code: 'X' } }, reads: 'failure' },
    { name: 'counts that are no numbers', ioc: domain, body: object({ malicious: '17' }), reads: 'failure' },
    { name: 'negative counts', ioc: domain, body: object(stats(-1, 0, 90, 0)), reads: 'failure' },
  ],
  paths: [
    [{ kind: 'ipv4', value: '203.0.113.7' }, '/api/v3/ip_addresses/203.0.113.7'],
    [{ kind: 'ipv6', value: '2001:db8::7' }, '/api/v3/ip_addresses/2001:db8::7'],
    [{ kind: 'domain', value: 'bücher.test' }, '/api/v3/domains/xn--bcher-kva.test'],
    [{ kind: 'sha256', value: sha256 }, `/api/v3/files/${sha256}`],
    [
      { kind: 'url', value: 'http://пример.испытание/ü' },
      '/api/v3/urls/aHR0cDovL9C_0YDQuNC80LXRgC7QuNGB0L_Ri9GC0LDQvdC40LUvw7w',
    ],
  ],
  recorded: [
    { file: 'virustotal/ip_malicious.json', ioc: { kind: 'ipv4', value: '8.8.8.8' }, reads: 'malicious' },
    { file: 'virustotal/ip_clean.json', ioc: { kind: 'ipv4', value: '8.8.8.8' }, reads: 'benign' },
    {
      file: 'virustotal/domain_clean.json',
      ioc: { kind: 'domain', value: 'google.com' },
      reads: 'suspicious',
    },
    {
      file: 'virustotal/domain_gist.json',
      ioc: { kind: 'domain', value: 'gist.github.com' },
      reads: 'benign',
    },
    {
      file: 'virustotal/domain_malicious.json',
      ioc: { kind: 'domain', value: 'down.mykings.pw' },
      reads: 'malicious',
    },
    {
      file: 'virustotal/url_malicious.json',
      ioc: { kind: 'url', value: 'http://badhost.test/' },
      reads: 'malicious',
    },
    {
      file: 'virustotal/file_malicious.json',
      ioc: { kind: 'sha256', value: 'b665290bc6bba034a69c32f54862518a86a2dab93787a7e99daaa552c708b23a' },
      reads: 'malicious',
    },
    {
      file: 'virustotal/not_found_url.json',
      status: 404,
      ioc: { kind: 'url', value: 'http://badhost.test/' },
      reads: 'none',
    },
    {
      file: 'virustotal/not_found_file.json',
      status: 404,
      ioc: { kind: 'sha256', value: 'b665290bc6bba034a69c32f54862518a86a2dab93787a7e99daaa552c708b23a' },
      reads: 'none',
    },
    {
      file: 'virustotal/bad_key.json',
      status: 401,
      ioc: { kind: 'ipv4', value: '8.8.8.8' },
      reads: 'refused',
    },
    {
      file: 'virustotal/missing_key.json',
      status: 401,
      ioc: { kind: 'ipv4', value: '8.8.8.8' },
      reads: 'refused',
    },
    {
      file: 'virustotal/quota_exceeded.json',
      status: 429,
      ioc: { kind: 'ipv4', value: '8.8.8.8' },
      reads: 'limited',
    },
  ],
} satisfies ProviderCase;
