import type { ProviderCase } from '../providers/case';

const address = { kind: 'ipv4', value: '10.0.0.1' } as const;
const six = { kind: 'ipv6', value: '2001:db8::1' } as const;
const idn = { kind: 'domain', value: 'bücher.example' } as const;
const url = { kind: 'url', value: 'http://badhost.test/a?b=c&d=é' } as const;
const asset = (more: object = {}) => ({ assets: [{ hostname: 'web-1', owner: 'Shop', ...more }] });
const score = (score: unknown, more: object = {}) => ({ result: { status: 'LISTED', score, ...more } });

const record = (rrtype: string, rdata: string, time_last: number) => ({
  rrname: 'badhost.test',
  rrtype,
  rdata,
  time_last,
  count: 2,
});

/** Cases of the descriptions that are shipped as examples, by the id of the source. */
export const cases: Readonly<Record<string, ProviderCase>> = {
  'custom-asset-register': {
    key: 'SECRET-ASSET-KEY',
    carries: ['X-Api-Key', 'SECRET-ASSET-KEY'],
    settings: (baseUrl) => ({ key: 'SECRET-ASSET-KEY', baseUrl }),
    needs: 'Needs its address.',
    examples: [
      {
        name: 'a known good server',
        ioc: address,
        body: asset({ known_good: true, services: [{ name: 'https' }, { name: 'ssh' }] }),
        reads: { level: 'benign', summary: 'web-1, Shop' },
      },
      {
        name: 'a server nobody vouches for is facts alone',
        ioc: address,
        body: asset({ owner: null, criticality: { is: 'high' } }),
        reads: { level: null, summary: 'web-1' },
      },
      { name: 'no asset', ioc: address, body: { assets: [] }, reads: 'none' },
      { name: 'no asset, by status', ioc: address, status: 404, body: { error: 'none' }, reads: 'none' },
      {
        name: 'a web page with 404 is another server',
        ioc: address,
        status: 404,
        body: '<h1>404</h1>',
        reads: 'failure',
      },
      { name: 'text where a list should be', ioc: address, body: { assets: 7 }, reads: 'failure' },
    ],
    paths: [
      [address, '/api/v1/assets?address=10.0.0.1'],
      [six, '/api/v1/assets?address=2001%3Adb8%3A%3A1'],
      [idn, '/api/v1/assets?address=xn--bcher-kva.example'],
    ],
  },
  'custom-legacy-reputation': {
    key: 'SECRET-PASSWORD',
    carries: ['Authorization', 'Basic c2lnaHRsaW5lOlNFQ1JFVC1QQVNTV09SRA=='],
    settings: (baseUrl) => ({ user: 'sightline', key: 'SECRET-PASSWORD', baseUrl }),
    needs: 'Needs its address.',
    examples: [
      {
        name: 'a high score',
        ioc: url,
        body: score(93, { category: 'phishing', last_reported: '2026-11-20' }),
        reads: { level: 'malicious', summary: 'score 93: phishing', asOf: Date.UTC(2026, 10, 20) },
      },
      {
        name: 'a middling score without a category',
        ioc: url,
        body: score(40),
        reads: { level: 'suspicious', summary: 'score 40: no category' },
      },
      {
        name: 'a low score',
        ioc: url,
        body: score(3),
        reads: { level: 'unknown', summary: 'score 3: no category' },
      },
      { name: 'not listed', ioc: url, body: { result: { status: 'NOT_LISTED' } }, reads: 'none' },
      { name: 'an answer about something else', ioc: url, body: { message: 'hello' }, reads: 'failure' },
    ],
    paths: [
      [
        url,
        '/cgi-bin/lookup',
        {
          method: 'POST',
          body: 'type=url&query=http%3A%2F%2Fbadhost.test%2Fa%3Fb%3Dc%26d%3D%25C3%25A9&format=json',
        },
      ],
    ],
  },
  'custom-passive-dns': {
    key: 'SECRET-PDNS-TOKEN',
    carries: ['Authorization', 'Bearer SECRET-PDNS-TOKEN'],
    settings: (baseUrl) => ({ key: 'SECRET-PDNS-TOKEN', baseUrl }),
    needs: 'Needs its address.',
    examples: [
      {
        name: 'records',
        ioc: idn,
        body: [record('A', '203.0.113.4', 1_726_640_386), record('NS', 'ns.badhost.test', 1_600_000_000)],
        reads: { level: null, summary: '2 records of badhost.test', asOf: 1_726_640_386_000 },
      },
      { name: 'no record', ioc: address, body: [], reads: 'none' },
    ],
    paths: [
      [idn, '/pdns/query/xn--bcher-kva.example'],
      [six, '/pdns/query/2001%3Adb8%3A%3A1'],
    ],
  },
};
