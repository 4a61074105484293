import type { LabSource } from '../source';
import { serveExport, tooOften } from '../whole-file';

const key = 'lab-threatfox-export-key';

const rows = [
  ['1844855', 'cdn-sync.badhost.example', 'domain', 'AsyncRAT', '100', 'c2'],
  ['1844854', '203.0.113.77:8808', 'ip:port', 'AsyncRAT', '75', ''],
  [
    '1844853',
    '6b0f9a53d1c84e7f2a90be13c7d5486e0f31a2b4c69d8e75f01234a6b8c9d7e2',
    'sha256_hash',
    '',
    '50',
    'js',
  ],
  ['1844852', 'http://invoice-portal.example/gate', 'url', 'Lumma', '25', 'a,b'],
].map(([id, value, type, malware, confidence, tags]) =>
  [
    '2026-11-24 05:00:00',
    id,
    value,
    type,
    'botnet_cc',
    'win.x',
    '',
    malware,
    '',
    confidence,
    '0',
    '',
    tags,
    '0',
    'r',
  ]
    .map((field) => `"${field}"`)
    .join(', '),
);

const body = [
  '################################################################',
  '# ThreatFox IOCs: recent additions - CSV format                #',
  '# Last updated: 2026-11-24 06:00:00 UTC                        #',
  '#',
  '# "first_seen_utc","ioc_id","ioc_value","ioc_type","threat_type","fk_malware","malware_alias","malware_printable","last_seen_utc","confidence_level","is_compromised","reference","tags","anonymous","reporter"',
  ...rows,
  `# Number of entries: ${rows.length}`,
  '',
].join('\r\n');

/** ThreatFox' export of recent records (threatfox.abuse.ch/export): CSV, the Auth-Key in the path. */
export default {
  id: 'threatfox-export',
  settings: (baseUrl) => ({ baseUrl, key }),
  limited: tooOften,
  answer: (asked) => serveExport(asked, key, 'recent.csv', body),
} satisfies LabSource;
