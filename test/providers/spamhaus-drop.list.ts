import type { ListCase } from './list-case';

const end = (records: number) => JSON.stringify({ type: 'metadata', timestamp: 1_795_413_600, records });
const v4 = '{"cidr":"192.0.2.0/24","sblid":"SBL1","rir":"ripencc"}';

export default {
  reads: [
    {
      ioc: { kind: 'ipv4', value: '203.0.113.77' },
      level: 'malicious',
      summary: 'In 203.0.113.64/26, a network of criminals, says Spamhaus',
    },
    { ioc: { kind: 'ipv6', value: '2001:db8:bad::7' }, level: 'malicious' },
    { ioc: { kind: 'cidr', value: '203.0.113.64/27' }, level: 'malicious' },
    {
      ioc: { kind: 'asn', value: 'AS64500' },
      level: 'malicious',
      summary: 'A network of criminals, says Spamhaus',
    },
    { ioc: { kind: 'ipv4', value: '203.0.113.63' }, level: 'none' },
    { ioc: { kind: 'cidr', value: '203.0.113.0/24' }, level: 'none' },
    { ioc: { kind: 'ipv6', value: '2001:db8:bae::7' }, level: 'none' },
    { ioc: { kind: 'asn', value: 'AS6450' }, level: 'none' },
  ],
  refuses: {
    drop_v4: ['', '\n', v4, end(1), `${v4}\n${end(2)}`, `{"cidr":"x"}\n${end(1)}`, `${v4}\n{"type":"meta`],
    drop_v6: [end(0)],
    asndrop: [`{"asn":0}\n${end(1)}`, `{"asn":"AS1"}\n${end(1)}`],
  },
  reading: [
    {
      file: 'drop_v4',
      body: `${v4}\r\n{"cidr":"198.51.100.0/25","sblid":7}\n\n{"cidr":"everything"}\n${end(3)}`,
      entries: ['192.0.2.0/24', '198.51.100.0/25'],
      skipped: 1,
    },
    { file: 'asndrop', body: `{"asn":4294967295}\n${end(1)}\n`, entries: ['AS4294967295'], skipped: 0 },
  ],
} satisfies ListCase;
