import type { ProviderCase } from './case';

const cve = { kind: 'cve', value: 'CVE-2021-44228' } as const;
const other = { kind: 'cve', value: 'CVE-2024-0001' } as const;

const scored = (name: string, epss: unknown, more: object = {}) => ({ cve: name, epss, ...more });

export default {
  settings: (baseUrl) => ({ baseUrl }),
  examples: [
    {
      name: 'a CVE that is exploited',
      ioc: cve,
      body: { data: [scored('CVE-2021-44228', '0.944260000', { percentile: '0.9999' })] },
      reads: { level: null, summary: '94.4 % likely to be exploited within 30 days' },
    },
    {
      name: 'details of the wrong kind',
      ioc: cve,
      body: { data: [scored('CVE-2021-44228', '0.001', { percentile: 'x', date: 7 })] },
      reads: { level: null, summary: '0.1 % likely to be exploited within 30 days' },
    },
    {
      name: 'the score of another CVE',
      ioc: cve,
      body: { data: [scored('CVE-2021-442', '1')] },
      reads: 'none',
    },
    { name: 'no score', ioc: cve, body: { status: 'OK', data: [] }, reads: 'none' },
    {
      name: 'an error with status 200 beside an empty list',
      ioc: cve,
      body: { status: 'error', 'status-code': 500, data: [] },
      reads: 'failure',
    },
    {
      name: 'a page that has not all rows',
      ioc: cve,
      body: { status: 'OK', total: 1, data: [] },
      reads: 'failure',
    },
    {
      name: 'a score above one',
      ioc: cve,
      body: { data: [scored('CVE-2021-44228', '7')] },
      reads: 'failure',
    },
    { name: 'a 404 of some other server', ioc: cve, status: 404, body: '<html>', reads: 'failure' },
  ],
  paths: [[cve, '/data/v1/epss?cve=CVE-2021-44228']],
  batched: [
    {
      iocs: [cve, other],
      asked: { path: '/data/v1/epss?cve=CVE-2021-44228,CVE-2024-0001' },
      body: { data: [scored('CVE-2021-44228', '0.9')] },
      reads: [null, 'none'],
    },
  ],
  recorded: [
    { file: 'epss/found.json', ioc: cve, reads: null },
    { file: 'epss/unknown.json', ioc: cve, reads: 'none' },
  ],
} satisfies ProviderCase;
