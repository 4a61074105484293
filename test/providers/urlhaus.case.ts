import type { ProviderCase } from './case';

const url = { kind: 'url', value: 'http://badhost.test/a/load.bin' } as const;
const host = { kind: 'domain', value: 'badhost.test' } as const;
const address = { kind: 'ipv4', value: '203.0.113.7' } as const;
const md5 = { kind: 'md5', value: '0'.repeat(32) } as const;
const sha256 = { kind: 'sha256', value: 'ab'.repeat(32) } as const;

const listed = (url_status: string, more: object = {}) => ({
  url: 'http://badhost.test/a',
  url_status,
  threat: 'malware_download',
  tags: ['elf'],
  ...more,
});

const form = (name: string, value: string) => ({ method: 'POST', body: `${name}=${value}` }) as const;

export default {
  key: 'SECRET-AUTH-KEY',
  carries: ['Auth-Key', 'SECRET-AUTH-KEY'],
  settings: (baseUrl) => ({ key: 'SECRET-AUTH-KEY', baseUrl }),
  examples: [
    {
      name: 'a URL that still serves malware',
      ioc: url,
      body: { query_status: 'ok', ...listed('online'), payloads: [{ signature: 'ExampleRAT' }] },
      reads: { level: 'malicious', summary: 'Malware URL, online' },
    },
    {
      name: 'a URL that is gone',
      ioc: url,
      body: {
        query_status: 'ok',
        ...listed('offline', {
          last_online: '2024-02-09 13:43:18 UTC',
          tags: null,
          payloads: null,
          blacklists: null,
        }),
      },
      reads: { level: 'suspicious', summary: 'Malware URL, offline', asOf: Date.UTC(2024, 1, 9, 13, 43, 18) },
    },
    {
      name: 'a state that is not documented does not convict',
      ioc: url,
      body: { query_status: 'ok', ...listed('haunted') },
      reads: { level: 'suspicious', summary: 'Malware URL, unknown whether online' },
    },
    {
      name: 'a host with one URL online',
      ioc: host,
      body: { query_status: 'ok', url_count: '2', urls: [listed('offline'), listed('online')] },
      reads: { level: 'malicious', summary: '2 malware URLs, 1 online' },
    },
    {
      name: 'a host of which only the newest URLs are told',
      ioc: address,
      body: { query_status: 'ok', url_count: '900', urls: [listed('offline')] },
      reads: { level: 'suspicious', summary: '900 malware URLs, 0 of the newest 1 online' },
    },
    {
      name: 'a legitimate host that is abused',
      ioc: host,
      body: {
        query_status: 'ok',
        url_count: '1',
        blacklists: { spamhaus_dbl: 'abused_legit_malware', surbl: 'listed' },
        urls: [listed('online')],
      },
      reads: { level: 'suspicious', summary: '1 malware URL, 1 online; a legitimate host that is abused' },
    },
    {
      name: 'details of the wrong kind do not spoil the answer',
      ioc: host,
      body: {
        query_status: 'ok',
        url_count: 'many',
        blacklists: 7,
        urlhaus_reference: 'javascript:alert(1)',
        urls: [{ url_status: 'online', tags: 'elf', threat: {} }],
      },
      reads: { level: 'malicious', summary: '1 malware URL, 1 online' },
    },
    {
      name: 'a host whose URLs have been taken out',
      ioc: host,
      body: { query_status: 'ok', url_count: '0', urls: [] },
      reads: { level: 'unknown', summary: '0 malware URLs, 0 online' },
    },
    {
      name: 'a file that was served',
      ioc: sha256,
      body: { query_status: 'ok', sha256_hash: sha256.value, signature: 'ExampleRAT', url_count: '3' },
      reads: { level: 'malicious', summary: 'Known malware served by 3 malware URLs' },
    },
    { name: 'no record, with status 200', ioc: host, body: { query_status: 'no_results' }, reads: 'none' },
    {
      name: 'an unknown key, with status 200',
      ioc: host,
      body: { query_status: 'unknown_auth_key' },
      reads: 'failure',
    },
    {
      name: 'a refused question, with status 200',
      ioc: url,
      body: { query_status: 'invalid_url' },
      reads: 'failure',
    },
    { name: 'a host without its URLs', ioc: host, body: { query_status: 'ok' }, reads: 'failure' },
    { name: 'a status that is no text', ioc: host, body: { query_status: 1 }, reads: 'failure' },
    { name: 'a 404 of some other server', ioc: host, status: 404, body: '<html>', reads: 'failure' },
  ],
  paths: [
    [host, '/v1/host/', form('host', 'badhost.test')],
    [{ kind: 'domain', value: 'bücher.test' }, '/v1/host/', form('host', 'xn--bcher-kva.test')],
    [address, '/v1/host/', form('host', '203.0.113.7')],
    [url, '/v1/url/', form('url', 'http%3A%2F%2Fbadhost.test%2Fa%2Fload.bin')],
    [
      { kind: 'url', value: 'http://bücher.test/a?b=c&d=ü' },
      '/v1/url/',
      form('url', 'http%3A%2F%2Fxn--bcher-kva.test%2Fa%3Fb%3Dc%26d%3D%25C3%25BC'),
    ],
    [
      { kind: 'url', value: 'http://[2001:db8::7]/a' },
      '/v1/url/',
      form('url', 'http%3A%2F%2F%5B2001%3Adb8%3A%3A7%5D%2Fa'),
    ],
    [md5, '/v1/payload/', form('md5_hash', md5.value)],
    [sha256, '/v1/payload/', form('sha256_hash', sha256.value)],
  ],
  recorded: [
    { file: 'urlhaus/url_found.json', ioc: url, reads: 'malicious' },
    // gist.github.com: Spamhaus names it as a legitimate host that is abused.
    { file: 'urlhaus/host_found_domain.json', ioc: host, reads: 'suspicious' },
    { file: 'urlhaus/host_found_ip.json', ioc: address, reads: 'malicious' },
    { file: 'urlhaus/payload_found.json', ioc: sha256, reads: 'malicious' },
    { file: 'urlhaus/not_found.json', ioc: host, reads: 'none' },
    { file: 'urlhaus/bad_key.json', status: 403, ioc: host, reads: 'refused' },
    { file: 'urlhaus/bad_key.json', ioc: host, reads: 'refused' },
    { file: 'urlhaus/missing_key.json', status: 401, ioc: host, reads: 'refused' },
    { file: 'urlhaus/rate_limited.json', status: 429, ioc: host, reads: 'limited' },
  ],
} satisfies ProviderCase;
