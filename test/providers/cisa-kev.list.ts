import type { ListCase } from './list-case';

const cve = { kind: 'cve', value: 'CVE-2021-44228' } as const;

const catalogue = (vulnerabilities: readonly object[], count = vulnerabilities.length) =>
  JSON.stringify({ title: 'CISA Catalog', count, vulnerabilities });

export default {
  reads: [
    { ioc: cve, level: null, summary: 'Exploited, by ransomware too' },
    { ioc: { kind: 'cve', value: 'CVE-2021-4422' }, level: 'none' },
  ],
  refuses: {
    known_exploited_vulnerabilities: [
      '',
      'null',
      '[]',
      '{"count":0}',
      '{"count":1,"vulnerabilities":[',
      catalogue([{ cveID: 'CVE-2021-44228' }], 2),
      catalogue([]),
      catalogue([{ cveID: 7 }, { id: 'CVE-2021-44228' }]),
    ],
  },
  reading: [
    {
      file: 'known_exploited_vulnerabilities',
      body: catalogue([
        { cveID: 'CVE-2021-44228' },
        { cveID: 'CVE-2024-0001', dueDate: 7, product: ['x'], vulnerabilityName: 'é\u202e\n' },
        { cveID: 'not a number' },
      ]),
      entries: ['CVE-2021-44228', 'CVE-2024-0001'],
      skipped: 1,
    },
  ],
  recorded: [
    {
      file: 'cisa-kev/catalog_trimmed.json',
      of: 'known_exploited_vulnerabilities',
      entries: ['CVE-2021-44228'],
    },
  ],
} satisfies ListCase;
