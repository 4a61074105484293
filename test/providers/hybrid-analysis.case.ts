import type { ProviderCase } from './case';

const md5 = { kind: 'md5', value: '0'.repeat(32) } as const;
const sha256 = { kind: 'sha256', value: 'ab'.repeat(32) } as const;
const reports = (...verdicts: unknown[]) => ({
  sha256s: [],
  reports: verdicts.map((verdict) => ({ verdict })),
});

export default {
  key: 'SECRET-HA-KEY',
  carries: ['api-key', 'SECRET-HA-KEY'],
  settings: (baseUrl) => ({ key: 'SECRET-HA-KEY', baseUrl }),
  examples: [
    {
      name: 'the worst report speaks',
      ioc: md5,
      body: reports('whitelisted', 'malicious'),
      reads: { level: 'malicious', summary: 'malicious, 2 reports' },
    },
    {
      name: 'whitelisted',
      ioc: md5,
      body: reports('whitelisted'),
      reads: { level: 'benign', summary: 'whitelisted, 1 report' },
    },
    {
      name: 'no specific threat, no verdict, another type',
      ioc: md5,
      body: reports('no specific threat', null, 7),
      reads: { level: 'unknown', summary: 'no specific threat, 3 reports' },
    },
    {
      name: 'a report that is not finished',
      ioc: md5,
      body: reports(null),
      reads: { level: 'unknown', summary: 'no verdict, 1 report' },
    },
    { name: 'no report', ioc: md5, body: [], reads: 'none' },
    { name: 'its own not found', ioc: md5, status: 404, body: { message: 'Not found' }, reads: 'none' },
    {
      name: 'a 404 of a gateway',
      ioc: md5,
      status: 404,
      body: { message: 'no Route matched with those values' },
      reads: 'missing',
    },
    { name: 'a list of something else', ioc: md5, body: [{ message: 'x' }], reads: 'bad-answer' },
    { name: 'a 404 of some other server', ioc: md5, status: 404, body: '<html>', reads: 'failure' },
    { name: 'an error with status 200', ioc: md5, body: { message: 'x' }, reads: 'failure' },
  ],
  paths: [
    [sha256, `/api/v2/search/hash?hash=${sha256.value}`],
    [md5, `/api/v2/search/hash?hash=${md5.value}`],
  ],
  // The soar-*.json there are answers to sandbox submissions, which this source never makes.
  recorded: [
    { file: 'hybrid-analysis/search_hash_malicious.json', ioc: sha256, reads: 'malicious' },
    { file: 'hybrid-analysis/soar-Search.json', ioc: sha256, reads: 'malicious' },
    { file: 'hybrid-analysis/search_hash_get_new.json', ioc: sha256, reads: 'malicious' },
    { file: 'hybrid-analysis/not_found.json', ioc: sha256, reads: 'none' },
    { file: 'hybrid-analysis/bad_key.json', status: 403, ioc: sha256, reads: 'refused' },
    { file: 'hybrid-analysis/rate_limited.json', status: 429, ioc: sha256, reads: 'limited' },
  ],
} satisfies ProviderCase;
