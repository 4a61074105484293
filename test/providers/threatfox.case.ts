import type { ProviderCase } from './case';

const address = { kind: 'ipv4', value: '203.0.113.4' } as const;
const domain = { kind: 'domain', value: 'badhost.test' } as const;
const url = { kind: 'url', value: 'http://badhost.test/a' } as const;
const md5 = { kind: 'md5', value: '0'.repeat(32) } as const;

const record = (ioc: string, confidence_level: unknown, more: object = {}) => ({
  id: '17',
  ioc,
  threat_type: 'botnet_cc',
  malware_printable: 'ExampleRAT',
  confidence_level,
  first_seen: '2026-11-20 10:00:00 UTC',
  last_seen: null,
  tags: null,
  ...more,
});

const ok = (...data: unknown[]) => ({ query_status: 'ok', data });
const path = '/api/v1/';
const asked = (body: object) => ({ method: 'POST', body }) as const;

export default {
  key: 'SECRET-AUTH-KEY',
  carries: ['Auth-Key', 'SECRET-AUTH-KEY'],
  settings: (baseUrl) => ({ key: 'SECRET-AUTH-KEY', baseUrl }),
  examples: [
    {
      name: 'a server of a botnet, with its port',
      ioc: address,
      body: ok(record('203.0.113.4:443', 100), record('203.0.113.4:8080', 75)),
      reads: {
        level: 'malicious',
        summary: 'ExampleRAT, 100 % confidence, 2 records',
        asOf: Date.UTC(2026, 10, 20, 10),
      },
    },
    {
      name: 'another address that only begins alike',
      ioc: address,
      body: ok(record('203.0.113.45:80', 100), record('1203.0.113.4', 100)),
      reads: 'none',
    },
    {
      name: 'a URL on the address',
      ioc: address,
      body: ok(record('http://203.0.113.4:8080/x', 50)),
      reads: { level: 'malicious', summary: 'ExampleRAT, 50 % confidence' },
    },
    {
      name: 'a record its reporter hardly believes',
      ioc: domain,
      body: ok(record('BadHost.test', 49)),
      reads: { level: 'suspicious', summary: 'ExampleRAT, 49 % confidence' },
    },
    {
      name: 'a name that is part of another',
      ioc: domain,
      body: ok(record('notbadhost.test', 100), record('badhost.test.example', 100)),
      reads: 'none',
    },
    {
      name: 'a file that talks to what is recorded',
      ioc: md5,
      body: ok(record('203.0.113.9:1', 75)),
      reads: { level: 'malicious', summary: 'ExampleRAT, 75 % confidence' },
    },
    {
      name: 'details of the wrong kind do not spoil the answer',
      ioc: domain,
      body: ok(record('badhost.test', 'high', { id: {}, tags: 1, malware_printable: 7, first_seen: [] })),
      reads: { level: 'suspicious', summary: 'Malware, 0 % confidence' },
    },
    {
      name: 'no record: the data is a sentence',
      ioc: domain,
      body: { query_status: 'no_result', data: 'Nothing here' },
      reads: 'none',
    },
    {
      name: 'an unknown key, with status 200',
      ioc: domain,
      body: { query_status: 'unknown_auth_key', data: 'unknown' },
      reads: 'failure',
    },
    { name: 'ok, but a sentence', ioc: domain, body: { query_status: 'ok', data: 'x' }, reads: 'failure' },
    {
      name: 'a refused term, with status 200',
      ioc: domain,
      body: { query_status: 'illegal_search_term' },
      reads: 'failure',
    },
  ],
  paths: [
    [address, path, asked({ query: 'search_ioc', search_term: '203.0.113.4' })],
    [
      { kind: 'domain', value: 'bücher.test' },
      path,
      asked({ query: 'search_ioc', search_term: 'xn--bcher-kva.test', exact_match: true }),
    ],
    [url, path, asked({ query: 'search_ioc', search_term: 'http://badhost.test/a', exact_match: true })],
    [
      { kind: 'url', value: 'http://[2001:db8::7]/a' },
      path,
      asked({ query: 'search_ioc', search_term: 'http://[2001:db8::7]/a', exact_match: true }),
    ],
    [
      { kind: 'url', value: 'https://bücher.test/ä?q=ü' },
      path,
      asked({
        query: 'search_ioc',
        search_term: 'https://xn--bcher-kva.test/%C3%A4?q=%C3%BC',
        exact_match: true,
      }),
    ],
    [md5, path, asked({ query: 'search_hash', hash: md5.value })],
  ],
  recorded: [
    {
      file: 'threatfox/ioc_found_domain.json',
      ioc: { kind: 'domain', value: 'vlxx.bz' },
      reads: 'malicious',
    },
    {
      file: 'threatfox/ioc_found_ip_port.json',
      ioc: { kind: 'ipv4', value: '1.2.3.4' },
      reads: 'malicious',
    },
    // The second record there is of 1.2.3.45 with no confidence: the search matched a part.
    {
      file: 'threatfox/ioc_found_ip_port.json',
      ioc: { kind: 'ipv4', value: '1.2.3.45' },
      reads: 'suspicious',
    },
    { file: 'threatfox/ioc_found_ip_port.json', ioc: { kind: 'ipv4', value: '1.2.3.0' }, reads: 'none' },
    { file: 'threatfox/not_found.json', ioc: domain, reads: 'none' },
    { file: 'threatfox/bad_key.json', status: 403, ioc: domain, reads: 'refused' },
    { file: 'threatfox/bad_key.json', ioc: domain, reads: 'refused' },
    { file: 'threatfox/missing_key.json', status: 401, ioc: domain, reads: 'refused' },
  ],
} satisfies ProviderCase;
