import type { LabSource } from '../source';
import { serveFile, tooOften } from '../whole-file';

const lines = (...rows: readonly object[]) => {
  const end = {
    type: 'metadata',
    timestamp: 1_795_413_600,
    size: 1000,
    records: rows.length,
    copyright: '(c) 2026 The Spamhaus Project SLU',
    terms: 'https://www.spamhaus.org/drop/terms/',
  };
  return `${[...rows, end].map((row) => JSON.stringify(row)).join('\n')}\n`;
};

/** Spamhaus DROP (spamhaus.org/drop): JSON, one object a line, the last one counts the others. */
export default {
  id: 'spamhaus-drop',
  settings: (baseUrl) => ({ baseUrl }),
  limited: tooOften,
  answer: (asked) =>
    serveFile(asked, {
      '/drop_v4.json': lines({ cidr: '203.0.113.64/26', sblid: 'SBL000001', rir: 'ripencc' }),
      '/drop_v6.json': lines({ cidr: '2001:db8:bad::/48', sblid: 'SBL000002', rir: 'apnic' }),
      '/asndrop.json': lines({
        asn: 64_500,
        rir: 'ripencc',
        domain: 'hosting.example',
        cc: 'NL',
        asname: 'EXAMPLE-HOSTING-AS',
      }),
    }),
} satisfies LabSource;
