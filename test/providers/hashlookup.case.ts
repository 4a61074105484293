import type { ProviderCase } from './case';

const md5 = { kind: 'md5', value: '0'.repeat(31) + 'a' } as const;
const other = { kind: 'md5', value: '0'.repeat(31) + 'b' } as const;
const sha1 = { kind: 'sha1', value: '1'.repeat(39) + 'c' } as const;
const sha256 = { kind: 'sha256', value: 'ab'.repeat(32) } as const;

const file = (more: object = {}) => ({
  MD5: md5.value.toUpperCase(),
  FileName: './usr/bin/example',
  ...more,
});

export default {
  settings: (baseUrl) => ({ baseUrl }),
  examples: [
    {
      name: 'a file of published software',
      ioc: md5,
      body: file({ 'hashlookup:trust': 100 }),
      reads: { level: 'benign', summary: 'Known file of published software' },
    },
    {
      name: 'a known file that is shared as malware, at full trust',
      ioc: md5,
      body: file({ KnownMalicious: 'malshare.test', 'hashlookup:trust': 100, FileSize: 4, source: [] }),
      reads: { level: 'suspicious', summary: 'Known file, also shared as malware (malshare.test)' },
    },
    {
      name: 'not known',
      ioc: md5,
      status: 404,
      body: { message: 'Non existing MD5', query: md5.value },
      reads: 'none',
    },
    { name: 'a 404 of some other server', ioc: md5, status: 404, body: { message: 'no' }, reads: 'failure' },
    { name: 'an answer without a hash', ioc: md5, body: { FileName: 'x' }, reads: 'failure' },
  ],
  paths: [
    [md5, `/lookup/md5/${md5.value}`],
    [sha1, `/lookup/sha1/${sha1.value}`],
    [sha256, `/lookup/sha256/${sha256.value}`],
  ],
  batched: [
    {
      iocs: [other, md5],
      asked: { method: 'POST', path: '/bulk/md5', body: { hashes: [other.value, md5.value] } },
      body: [file()],
      reads: ['none', 'benign'],
    },
    {
      iocs: [sha1],
      asked: { method: 'POST', path: '/bulk/sha1', body: { hashes: [sha1.value] } },
      body: [],
      reads: ['none'],
    },
    {
      iocs: [sha256],
      asked: { path: `/lookup/sha256/${sha256.value}` },
      body: { 'SHA-256': sha256.value },
      reads: ['benign'],
    },
  ],
  recorded: [
    { file: 'circl-hashlookup/known_good.json', ioc: sha1, reads: 'benign' },
    { file: 'circl-hashlookup/known_malicious.json', ioc: md5, reads: 'suspicious' },
    { file: 'circl-hashlookup/not_found.json', status: 404, ioc: sha256, reads: 'none' },
    // bulk_sha1.json answers several hashes and is a list: the case of several in one request has its like.
    { file: 'circl-hashlookup/bulk_sha1.json', ioc: sha1, reads: 'bad-answer' },
  ],
} satisfies ProviderCase;
