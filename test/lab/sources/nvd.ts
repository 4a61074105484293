import { severities } from '../indicators';
import type { LabSource } from '../source';

const key = 'd4'.repeat(18);

/** NVD's CVE API 2.0 (nvd.nist.gov/developers/vulnerabilities). An unknown CVE is an empty list with status 200. */
export default {
  id: 'nvd',
  settings: (baseUrl) => ({ key, baseUrl }),
  limited: () => ({ status: 403, body: '<html><body><h1>403 Forbidden</h1></body></html>' }),

  answer({ method, url, headers }) {
    if (method !== 'GET' || url.pathname !== '/rest/json/cves/2.0') return { status: 404, body: '' };
    const given = headers['apikey'];
    if (given && given !== key) return { status: 404, headers: { message: 'Invalid apiKey.' }, body: '' };
    const id = url.searchParams.get('cveId') ?? '';
    if (!/^CVE-\d{4}-\d{4,}$/.test(id))
      return { status: 404, headers: { message: 'Invalid cveId' }, body: '' };
    const known = severities[id];
    const metric = (cvss: number) => ({
      source: 'nvd@nist.gov',
      type: 'Primary',
      cvssData: { version: '3.1', baseScore: cvss, baseSeverity: 'CRITICAL', vectorString: 'CVSS:3.1/AV:N' },
    });
    const cve = (cvss: number) => ({
      id,
      vulnStatus: 'Analyzed',
      published: '2021-12-10T10:15:09.143',
      lastModified: '2026-10-27T17:35:00.000',
      descriptions: [{ lang: 'en', value: 'A flaw of the lab.' }],
      metrics: { cvssMetricV31: [metric(cvss)] },
    });
    const vulnerabilities = known ? [{ cve: cve(known.cvss) }] : [];
    return {
      status: 200,
      body: { totalResults: vulnerabilities.length, format: 'NVD_CVE', version: '2.0', vulnerabilities },
    };
  },
} satisfies LabSource;
