import type { ListCase } from './list-case';

const head =
  '# "first_seen_utc","ioc_id","ioc_value","ioc_type","threat_type","fk_malware","malware_alias","malware_printable","last_seen_utc","confidence_level","reference","tags","anonymous","reporter"';
const row = (value: string, type: string, confidence = '100') =>
  ['2026-11-24 05:00:00', '7', value, type, 'botnet_cc', '', '', '', '', confidence, '', '', '0', 'r']
    .map((field) => `"${field}"`)
    .join(', ');

export default {
  reads: [
    {
      ioc: { kind: 'domain', value: 'cdn-sync.badhost.example' },
      level: 'malicious',
      summary: 'AsyncRAT, 100 % confidence',
    },
    { ioc: { kind: 'ipv4', value: '203.0.113.77' }, level: 'malicious' },
    {
      ioc: {
        kind: 'sha256',
        value: '6b0f9a53d1c84e7f2a90be13c7d5486e0f31a2b4c69d8e75f01234a6b8c9d7e2',
      },
      level: 'malicious',
      summary: 'Malware, 50 % confidence',
    },
    { ioc: { kind: 'url', value: 'http://invoice-portal.example/gate' }, level: 'suspicious' },
    { ioc: { kind: 'ipv4', value: '203.0.113.7' }, level: 'none' },
    { ioc: { kind: 'domain', value: 'badhost.example' }, level: 'none' },
    { ioc: { kind: 'md5', value: 'b0c1f3f7a3d64c1f9b7e2a5580d1c9e4' }, level: 'none' },
  ],
  refuses: {
    'recent.csv': [
      '',
      head,
      '{"query_status":"unknown_auth_key"}',
      `${head}\n${row('bad.example', 'domain')}\n# Number of entries: 3`,
      `${head}\n${row('bad.example', 'domain', 'high')}`,
      `${head}\n${row('bad.example', 'domain').slice(0, -20)}`,
    ],
  },
  reading: [
    {
      file: 'recent.csv',
      body: [
        head,
        row('bad.example', 'domain'),
        row('192.0.2.1:443', 'ip:port'),
        row('192.0.2.1', 'domain'),
        row('http://bad.example/ x', 'url'),
        row('bad.example', 'email'),
        '# Number of entries: 5',
      ].join('\r\n'),
      entries: ['bad.example', '192.0.2.1'],
      skipped: 3,
    },
  ],
} satisfies ListCase;
