import type { ListCase } from './list-case';

const head = '# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter';
const row = (url: string, status = 'online') =>
  ['1', '2026-11-24 05:00:00', url, status, '', 'malware_download', '', '', 'r']
    .map((field) => `"${field}"`)
    .join(',');

export default {
  reads: [
    {
      ioc: { kind: 'url', value: 'https://cdn-sync.badhost.example/u/load.bin' },
      level: 'malicious',
      summary: 'Spreads malware now',
    },
    {
      ioc: { kind: 'url', value: 'http://invoice-portal.example/a.php?x=1,2' },
      level: 'suspicious',
      summary: 'Spread malware, gone since',
    },
    {
      ioc: { kind: 'domain', value: 'cdn-sync.badhost.example' },
      level: 'suspicious',
      summary: '1 malware URL in 30 days, 1 online',
    },
    { ioc: { kind: 'ipv4', value: '203.0.113.77' }, level: 'suspicious' },
    { ioc: { kind: 'url', value: 'https://cdn-sync.badhost.example/u/' }, level: 'none' },
    { ioc: { kind: 'domain', value: 'badhost.example' }, level: 'none' },
  ],
  refuses: {
    'recent.csv': [
      '',
      head,
      '{"query_status":"unknown_auth_key"}',
      row('http://bad.example/a'),
      `# id,url\n"1","http://bad.example/a"`,
      `${head}\n"1","2026`,
      `${head}\n${row('http://bad.example/a')}\n# Number of entries: 2`,
    ],
  },
  reading: [
    {
      file: 'recent.csv',
      body: [
        head,
        row('http://bad.example/a,""b"""'),
        row('http://bad.example/c'),
        row('not a URL'),
        row('see http://bad.example/d'),
        `"1","cut`,
      ].join('\n'),
      entries: ['http://bad.example/c', 'bad.example'],
      skipped: 4,
    },
  ],
} satisfies ListCase;
