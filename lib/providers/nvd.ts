import { z } from 'zod';
import { addressFields, openAddress } from '../core/address';
import { under } from '../core/base-url';
import { factsOf } from '../core/facts';
import { defineProvider } from '../core/plugin';
import { answered, failed, none, parse } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';

const who = 'NVD';
const day = 24 * 3_600_000;

const text = z.string().optional().catch(undefined);
const metrics = z
  .array(
    z.object({
      type: text,
      // CVSS 2 keeps the severity beside its data.
      baseSeverity: text,
      cvssData: z.object({ version: text, baseScore: z.number(), baseSeverity: text, vectorString: text }),
    }),
  )
  .default([])
  .catch([]);

/** `GET /rest/json/cves/2.0` (nvd.nist.gov/developers/vulnerabilities). */
const answerSchema = z.object({
  vulnerabilities: z.array(
    z.object({
      cve: z.object({
        id: z.string(),
        vulnStatus: text,
        published: text,
        lastModified: text,
        descriptions: z
          .array(z.object({ lang: z.string(), value: z.string() }))
          .default([])
          .catch([]),
        metrics: z
          .object({
            cvssMetricV40: metrics,
            cvssMetricV31: metrics,
            cvssMetricV30: metrics,
            cvssMetricV2: metrics,
          })
          .prefault({})
          .catch({ cvssMetricV40: [], cvssMetricV31: [], cvssMetricV30: [], cvssMetricV2: [] }),
        weaknesses: z
          .array(z.object({ description: z.array(z.object({ value: z.string() })) }))
          .default([])
          .catch([]),
      }),
    }),
  ),
});
type Cve = z.infer<typeof answerSchema>['vulnerabilities'][number]['cve'];

export default defineProvider({
  id: 'nvd',
  name: who,
  homepage: 'https://nvd.nist.gov/',
  settings: z.object({
    key: z.string().default('').meta({
      title: 'API key',
      description: 'Not needed; with one, ten times as much may be asked.',
      secret: true,
    }),
    ...addressFields(z.string(), z.boolean(), 'https://services.nvd.nist.gov'),
  }),
  ...openAddress,
  terms: {
    words: 'This product uses the NVD API but is not endorsed or certified by the NVD.',
    url: 'https://nvd.nist.gov/developers/terms-of-use',
  },
  kinds: ['cve'],
  discloses: { class: 'passive', words: 'NIST sees the CVE.' },
  // A vulnerability is not malicious: its severity is a fact for the order of work.
  weight: 0,
  onByDefault: false,
  maxTlp: 'green',
  // nvd.nist.gov/developers/start-here: in any 30 seconds 5 without a key, 50 with one.
  limits: [{ requests: 5, per: 30_000 }],
  limitsBy: ({ key }) => [{ requests: key === '' ? 5 : 50, per: 30_000 }],
  together: 1,
  fresh: { found: day, none: 3_600_000 },
  sample: { kind: 'cve', value: 'CVE-2021-44228' },

  request: ({ value }, { settings }) => ({
    url: under(settings.baseUrl, `/rest/json/cves/2.0?cveId=${encodeURIComponent(value)}`),
    headers: { Accept: 'application/json', ...(settings.key === '' ? {} : { apiKey: settings.key }) },
    // Slow in its busy hours.
    timeout: 30_000,
  }),

  read(answer, { value }, { now, settings }) {
    if (answer.status === 403) {
      // NVD's firewall answers one question too many with 403 and a page of HTML, never a wrong key.
      const message = 'NVD: too many questions (403). It is asked again by itself.';
      return failed({ code: 'limited', status: 403, message, retryAt: now + 30_000 });
    }
    if (answer.status === 404) {
      // The reason is in a header; a key it does not know is one of them.
      const reason = answer.headers.get('message') ?? '';
      if (settings.key !== '' && /api_?key/i.test(reason)) {
        return failed({
          code: 'refused',
          status: 404,
          message: 'NVD does not know this key (404). Check the key.',
        });
      }
      return failed(elsewhere(answer, who));
    }
    const refused = refusal(answer, who, now, { keyless: settings.key === '' });
    if (refused) return failed(refused);
    const parsed = parse(answer, answerSchema, who);
    if (!parsed.ok) return failed(parsed.failure);
    const found = parsed.value.vulnerabilities.find(
      ({ cve }) => cve.id.toUpperCase() === value.toUpperCase(),
    );
    return found ? answered(facts(found.cve)) : none('NVD does not know this CVE.');
  },

  link: ({ value }) => `https://nvd.nist.gov/vuln/detail/${encodeURIComponent(value)}`,
});

/** The newest version of CVSS speaks, and of its scores NVD's own (`Primary`) before those of others. */
function facts({ metrics, vulnStatus, published, lastModified, descriptions, weaknesses }: Cve) {
  const versions = [
    metrics.cvssMetricV40,
    metrics.cvssMetricV31,
    metrics.cvssMetricV30,
    metrics.cvssMetricV2,
  ];
  const scores = versions.find(({ length }) => length > 0) ?? [];
  const metric = scores.find(({ type }) => type === 'Primary') ?? scores[0];
  const data = metric?.cvssData;
  const severity = (data?.baseSeverity ?? metric?.baseSeverity)?.toLowerCase();
  return {
    level: null,
    summary: data
      ? `CVSS ${data.baseScore}${severity ? `, ${severity}` : ''}`
      : `Not scored yet${vulnStatus ? `, ${vulnStatus.toLowerCase()}` : ''}`,
    ...(data ? { score: { value: data.baseScore, of: 10 } } : {}),
    facts: factsOf({
      What: descriptions.find(({ lang }) => lang === 'en')?.value,
      Vector: data?.vectorString,
      Weakness: [...new Set(weaknesses.flatMap(({ description }) => description.map(({ value }) => value)))],
      Status: vulnStatus,
      Published: published?.slice(0, 10),
      Changed: lastModified?.slice(0, 10),
    }),
  };
}
