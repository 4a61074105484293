import type { LabSource } from '../source';
import { serveExport, tooOften } from '../whole-file';

const key = 'lab-urlhaus-export-key';
const frame = '################################################################';

const rows = [
  [
    '3',
    '2026-11-24 05:00:00',
    'https://cdn-sync.badhost.example/u/load.bin',
    'online',
    'malware_download',
    'exe,AsyncRAT',
  ],
  [
    '2',
    '2026-11-20 05:00:00',
    'http://invoice-portal.example/a.php?x=1,2',
    'offline',
    'malware_download',
    '',
  ],
  ['1', '2026-11-19 05:00:00', 'http://203.0.113.77:8808/bin.sh', 'online', 'malware_download', 'elf,mips'],
].map(([id, added, url, status, threat, tags]) =>
  [id, added, url, status, added, threat, tags, `https://urlhaus.abuse.ch/url/${id}/`, 'reporter']
    .map((field) => `"${field}"`)
    .join(','),
);

const body = [
  frame,
  '# abuse.ch URLhaus Database Dump (CSV - recent URLs only)      #',
  '# Last updated: 2026-11-24 06:00:00 (UTC)                      #',
  frame,
  '#',
  '# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter',
  ...rows,
  '',
].join('\r\n');

/** URLhaus' export of the last 30 days (urlhaus.abuse.ch/api): CSV, the Auth-Key in the path. */
export default {
  id: 'urlhaus-export',
  settings: (baseUrl) => ({ baseUrl, key }),
  limited: tooOften,
  answer: (asked) => serveExport(asked, key, 'recent.csv', body),
} satisfies LabSource;
