import type { ProviderCase } from './case';

const md5 = { kind: 'md5', value: '0'.repeat(32) } as const;
const sha1 = { kind: 'sha1', value: '1'.repeat(40) } as const;
const sha256 = { kind: 'sha256', value: 'ab'.repeat(32) } as const;

const scanned = (...tasks: object[]) => ({ query_status: 'ok', data: { metadata: {}, tasks } });
const rule = (rule_name: string) => ({ rule_name, tlp: 'TLP:WHITE' });
const asked = (search_term: string) =>
  ({ method: 'POST', body: { query: 'lookup_hash', search_term } }) as const;

export default {
  key: 'SECRET-AUTH-KEY',
  carries: ['Auth-Key', 'SECRET-AUTH-KEY'],
  settings: (baseUrl) => ({ key: 'SECRET-AUTH-KEY', baseUrl }),
  examples: [
    {
      name: 'ClamAV has a name for it',
      ioc: sha256,
      body: scanned(
        { clamav_results: ['Win.Example'], static_results: [rule('a'), rule('b')] },
        { clamav_results: ['Win.Example'], unpacker_results: [rule('b')] },
      ),
      reads: { level: 'suspicious', summary: 'ClamAV names it, 2 YARA rules' },
    },
    {
      name: 'rules alone accuse nobody',
      ioc: sha256,
      body: scanned({ clamav_results: [], static_results: [rule('pe_has_overlay')] }),
      reads: { level: 'unknown', summary: 'No antivirus name, 1 YARA rule' },
    },
    {
      name: 'lists of the wrong kind',
      ioc: sha256,
      body: scanned({ clamav_results: 'x', static_results: [1], unpacker_results: null, file_name: 1 }),
      reads: { level: 'unknown', summary: 'No antivirus name, 0 YARA rules' },
    },
    { name: 'no record, with status 200', ioc: sha1, body: { query_status: 'no_results' }, reads: 'none' },
    {
      name: 'not found, with status 200',
      ioc: sha1,
      body: { query_status: 'hash_not_found' },
      reads: 'none',
    },
    { name: 'a refused term', ioc: sha1, body: { query_status: 'illegal_search_term' }, reads: 'failure' },
    {
      name: 'an unknown key, with status 200',
      ioc: sha1,
      body: { query_status: 'unknown_auth_key' },
      reads: 'failure',
    },
    { name: 'ok without scans', ioc: sha1, body: { query_status: 'ok', data: {} }, reads: 'failure' },
  ],
  paths: [
    [sha256, '/api/v1/', asked(sha256.value)],
    [sha1, '/api/v1/', asked(sha1.value)],
    [md5, '/api/v1/', asked(md5.value)],
  ],
  recorded: [
    { file: 'yaraify/hash_found.json', ioc: sha256, reads: 'suspicious' },
    { file: 'yaraify/not_found.json', ioc: sha256, reads: 'none' },
  ],
} satisfies ProviderCase;
