import type { LabSource } from '../source';
import { serveFile, tooOften } from '../whole-file';

const vulnerabilities = [
  {
    cveID: 'CVE-2021-44228',
    vendorProject: 'Apache',
    product: 'Log4j2',
    vulnerabilityName: 'Apache Log4j2 Remote Code Execution Vulnerability',
    dateAdded: '2021-12-10',
    shortDescription: 'JNDI features do not protect against endpoints that an attacker controls.',
    requiredAction: 'Apply updates per vendor instructions.',
    dueDate: '2021-12-24',
    knownRansomwareCampaignUse: 'Known',
    notes: 'https://nvd.nist.gov/vuln/detail/CVE-2021-44228',
    cwes: ['CWE-20'],
  },
];

/** CISA's catalogue of exploited vulnerabilities (cisa.gov/known-exploited-vulnerabilities-catalog): one JSON file. */
export default {
  id: 'cisa-kev',
  settings: (baseUrl) => ({ baseUrl }),
  limited: tooOften,
  answer: (asked) =>
    serveFile(asked, {
      '/known_exploited_vulnerabilities.json': JSON.stringify({
        title: 'CISA Catalog of Known Exploited Vulnerabilities',
        catalogVersion: '2026.11.23',
        dateReleased: '2026-11-23T06:00:00.0000Z',
        count: vulnerabilities.length,
        vulnerabilities,
      }),
    }),
} satisfies LabSource;
