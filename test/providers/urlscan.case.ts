import type { ProviderCase } from './case';
import { urlscanSubmits } from './urlscan-submits';

const url = { kind: 'url', value: 'https://badhost.test/login?a="b\\c"&d=(1)' } as const;
const domain = { kind: 'domain', value: 'badhost.test' } as const;
const address = { kind: 'ipv4', value: '203.0.113.4' } as const;
const sha256 = {
  kind: 'sha256',
  value: '6b0f9a53d1c84e7f2a90be13c7d5486e0f31a2b4c69d8e75f01234a6b8c9d7e2',
} as const;

const scan = (asked: string, malicious?: unknown, more: object = {}) => ({
  _id: '0196d976-07f6-7aae-8a57-aa019145f31c',
  task: { url: asked, time: '2026-11-20T08:00:00.000Z', visibility: 'public' },
  page: { url: asked, domain: 'badhost.test', ip: '203.0.113.4', status: '200' },
  ...(malicious === undefined ? {} : { verdicts: { malicious, score: 100 } }),
  ...more,
});
const found = (results: unknown, total: unknown = 1) => ({ results, total, took: 3, has_more: false });
const path = (query: string, size = 10) => `/api/v1/search/?q=${encodeURIComponent(query)}&size=${size}`;
const asOf = Date.UTC(2026, 10, 20, 8);

export default {
  key: 'SECRET-URLSCAN-KEY',
  carries: ['API-Key', 'SECRET-URLSCAN-KEY'],
  settings: (baseUrl) => ({ key: 'SECRET-URLSCAN-KEY', baseUrl }),
  needs: null,
  submits: urlscanSubmits,
  examples: [
    {
      name: 'the very page was judged malicious',
      ioc: url,
      body: found([scan(url.value.toUpperCase()), scan(url.value, true)], 2),
      reads: {
        level: 'malicious',
        summary: '1 of the last 2 scans judged malicious, 2 public scans',
        asOf,
      },
    },
    {
      name: 'a longer URL is another page, however malicious',
      ioc: url,
      body: found([scan(`${url.value}/evil`, true)]),
      reads: 'none',
    },
    {
      name: 'more scans of longer URLs than one answer holds, which leave open whether it was scanned',
      ioc: url,
      body: found([scan(`${url.value}/evil`, true)], 120),
      reads: 'too-large',
    },
    { name: 'a number of scans, and none told', ioc: domain, body: found([], 7), reads: 'failure' },
    {
      name: 'a URL that led to another',
      ioc: { kind: 'url', value: 'https://badhost.test' },
      body: found([scan('https://badhost.test', false, { page: { url: 'https://elsewhere.test/' } })]),
      reads: { level: null, summary: '1 public scan' },
    },
    {
      name: 'a malicious page on a domain, which others may have pages on too',
      ioc: domain,
      body: found([scan('https://badhost.test/x', true), scan('https://badhost.test/y')], 310),
      reads: {
        level: 'suspicious',
        summary: '1 of the last 2 scans judged malicious, 310 public scans',
        asOf,
      },
    },
    {
      name: 'a malicious page at an address that many share',
      ioc: address,
      body: found([scan('https://badhost.test/x', true)], 9000),
      reads: { level: null, summary: 'judged malicious, 9000 public scans' },
    },
    {
      name: 'a script that a malicious page loads',
      ioc: sha256,
      body: found([scan('https://badhost.test/x', true)], 4),
      reads: { level: null, summary: 'judged malicious, 4 public scans' },
    },
    {
      name: 'that somebody had it scanned is no judgement',
      ioc: domain,
      body: found([scan('https://badhost.test/')], 12),
      reads: { level: null, summary: '12 public scans' },
    },
    {
      name: 'details of the wrong kind do not spoil the rest',
      ioc: domain,
      body: found([{ _id: '../x', task: { url: 7, time: [], tags: 'a' }, page: 'none', verdicts: 'bad' }], 1),
      reads: { level: null, summary: '1 public scan' },
    },
    { name: 'never scanned', ioc: domain, body: found([], 0), reads: 'none' },
    { name: 'a 404 of some other server', ioc: domain, status: 404, body: found([], 0), reads: 'failure' },
    { name: 'an error with status 200', ioc: domain, body: { message: 'no', status: 400 }, reads: 'failure' },
    { name: 'a scan without a task', ioc: domain, body: found([{ _id: 'x' }]), reads: 'failure' },
  ],
  paths: [
    [domain, path('page.domain:"badhost.test" OR task.domain:"badhost.test"')],
    [
      { kind: 'domain', value: 'bücher.test' },
      path('page.domain:"xn--bcher-kva.test" OR task.domain:"xn--bcher-kva.test"'),
    ],
    [address, path('page.ip:"203.0.113.4"')],
    [{ kind: 'ipv6', value: '2001:db8::4' }, path('page.ip:"2001:db8::4"')],
    [sha256, path(`hash:"${sha256.value}"`)],
    [
      url,
      path(
        String.raw`page.url:"https://badhost.test/login?a=\"b\\c\"&d=(1)" OR task.url:"https://badhost.test/login?a=\"b\\c\"&d=(1)"`,
        50,
      ),
    ],
    [
      { kind: 'url', value: 'http://badhost.test/ä OR *' },
      path(
        'page.url:"http://badhost.test/%C3%A4%20OR%20*" OR task.url:"http://badhost.test/%C3%A4%20OR%20*"',
        50,
      ),
    ],
  ],
  // result_*.json answer a question about one scan, and submit_*.json a submission: neither is asked.
  recorded: [
    { file: 'urlscan/search_results.json', ioc: { kind: 'domain', value: 'billdion.ca' }, reads: null },
    // What was scanned is masked there, so that it is not the URL asked about; and two of four were left out of the file.
    { file: 'urlscan/search_results.json', ioc: url, reads: 'too-large' },
    { file: 'urlscan/search_empty.json', ioc: domain, reads: 'none' },
    { file: 'urlscan/bad_key.json', status: 401, ioc: domain, reads: 'refused' },
    { file: 'urlscan/rate_limited_search.json', status: 429, ioc: domain, reads: 'limited' },
  ],
} satisfies ProviderCase;
