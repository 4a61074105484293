import type { ListCase } from './list-case';

export default {
  reads: [
    { ioc: { kind: 'ipv4', value: '198.51.100.61' }, level: 'suspicious' },
    { ioc: { kind: 'ipv4', value: '198.51.100.6' }, level: 'none' },
  ],
  refuses: {
    torbulkexitlist: [
      '',
      '\n\n',
      'Too many requests\n',
      '{"error":"down"}',
      'See 192.0.2.1 for help\n',
      '::1\n',
    ],
  },
  reading: [
    {
      file: 'torbulkexitlist',
      body: '192.0.2.1\r\n192.0.2.2\n192.0.2.2\n# comment\n\n999.1.1.1',
      entries: ['192.0.2.1', '192.0.2.2'],
      skipped: 2,
    },
  ],
  recorded: [
    {
      file: 'tor/torbulkexitlist.sample.txt',
      of: 'torbulkexitlist',
      entries: ['93.95.230.253', '185.220.101.1'],
    },
  ],
} satisfies ListCase;
