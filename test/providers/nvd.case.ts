import type { ProviderCase } from './case';

const cve = { kind: 'cve', value: 'CVE-2021-44228' } as const;

const metric = (baseScore: unknown, type: string, baseSeverity?: string) => ({
  type,
  cvssData: { version: '3.1', baseScore, baseSeverity, vectorString: 'CVSS:3.1/AV:N' },
});
const found = (more: object, id = 'CVE-2021-44228') => ({
  totalResults: 1,
  vulnerabilities: [{ cve: { id, vulnStatus: 'Analyzed', ...more } }],
});

export default {
  key: 'SECRET-NVD-KEY',
  carries: ['apiKey', 'SECRET-NVD-KEY'],
  needs: null,
  settings: (baseUrl) => ({ key: 'SECRET-NVD-KEY', baseUrl }),
  differs: { 'no right': 'limited', "a firewall's page": 'limited' },
  examples: [
    {
      name: 'the newest version of the score, and the score of NVD itself',
      ioc: cve,
      body: found({
        metrics: {
          cvssMetricV2: [{ ...metric(5, 'Primary'), baseSeverity: 'MEDIUM' }],
          cvssMetricV31: [metric(7, 'Secondary', 'HIGH'), metric(10, 'Primary', 'CRITICAL')],
        },
      }),
      reads: { level: null, summary: 'CVSS 10, critical' },
    },
    {
      name: 'an old CVE with CVSS 2 alone',
      ioc: cve,
      body: found({ metrics: { cvssMetricV2: [{ ...metric(5, 'Primary'), baseSeverity: 'MEDIUM' }] } }),
      reads: { level: null, summary: 'CVSS 5, medium' },
    },
    {
      name: 'not scored yet, with details of the wrong kind',
      ioc: cve,
      body: found({ vulnStatus: 'Awaiting Analysis', metrics: [], descriptions: 'x', weaknesses: [1] }),
      reads: { level: null, summary: 'Not scored yet, awaiting analysis' },
    },
    {
      name: 'unknown, with status 200',
      ioc: cve,
      body: { totalResults: 0, vulnerabilities: [] },
      reads: 'none',
    },
    { name: 'another CVE', ioc: cve, body: found({}, 'CVE-2021-4422'), reads: 'none' },
    { name: 'a 404', ioc: cve, status: 404, body: '', reads: 'failure' },
  ],
  paths: [[cve, '/rest/json/cves/2.0?cveId=CVE-2021-44228']],
  recorded: [
    { file: 'nvd/cve_found.json', ioc: { kind: 'cve', value: 'CVE-2024-51181' }, reads: null },
    { file: 'nvd/cve_unknown.json', ioc: cve, reads: 'none' },
    { file: 'nvd/rate_limited.html', status: 403, ioc: cve, reads: 'limited' },
  ],
} satisfies ProviderCase;
