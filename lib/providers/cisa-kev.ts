import { z } from 'zod';
import { addressFields, openAddress } from '../core/address';
import { under } from '../core/base-url';
import { factsOf } from '../core/facts';
import { clip } from '../core/clip';
import { fail, ok } from '../core/failure';
import { defineLocalProvider } from '../core/plugin';
import { answered, none, parse } from '../core/reading';

const hour = 3_600_000;

const text = z.string().catch('');

/** One vulnerability of the catalogue. */
const row = z.object({
  cveID: z.string().regex(/^CVE-\d{4}-\d{4,}$/),
  vendorProject: text,
  product: text,
  vulnerabilityName: text,
  dateAdded: text,
  dueDate: text,
  requiredAction: text,
  knownRansomwareCampaignUse: text,
});

/** The catalogue as published (its JSON schema stands beside it). `count` shows that it is whole. */
const catalogue = z.object({ count: z.int(), vulnerabilities: z.array(z.unknown()) });

/** What is kept of a vulnerability besides its number. */
const kept = row.omit({ cveID: true });

export default defineLocalProvider({
  id: 'cisa-kev',
  name: 'CISA KEV',
  homepage: 'https://www.cisa.gov/known-exploited-vulnerabilities-catalog',
  settings: z.object(
    addressFields(z.string(), z.boolean(), 'https://www.cisa.gov/sites/default/files/feeds', {
      title: 'Address',
      description: 'The folder of known_exploited_vulnerabilities.json.',
    }),
  ),
  origins: openAddress.origins,
  missing: openAddress.missing,
  kinds: ['cve'],
  discloses: {
    class: 'local',
    words: 'Sees that its list is downloaded once a day, never what is looked up in it.',
  },
  weight: 0,
  onByDefault: false,

  files: ({ baseUrl }) => [
    {
      name: 'known_exploited_vulnerabilities',
      url: under(baseUrl, '/known_exploited_vulnerabilities.json'),
      kinds: ['cve'],
      every: 24 * hour,
      atMost: hour,
      oldAfter: 7 * 24 * hour,
      maxBytes: 16 * 1024 * 1024,
      read(answer) {
        const body = parse(answer, catalogue, 'CISA');
        if (!body.ok) return body;
        const { count, vulnerabilities } = body.value;
        if (count !== vulnerabilities.length) {
          const message = `The catalogue of CISA names ${count} vulnerabilities and holds ${vulnerabilities.length}. It is fetched again later.`;
          return fail('bad-answer', message);
        }
        return ok(entriesOf(vulnerabilities));
      },
    },
  ],

  find(ioc, [hit]) {
    if (hit === undefined) return none('Not in the catalogue of exploited vulnerabilities.');
    const known = kept.parse(JSON.parse(hit.note));
    const ransomware = known.knownRansomwareCampaignUse === 'Known';
    return answered({
      // A vulnerability is not malicious: who exploits it is.
      level: null,
      summary: ransomware ? 'Exploited, by ransomware too' : 'Exploited',
      facts: factsOf({
        Vulnerability: known.vulnerabilityName,
        Product: `${known.vendorProject} ${known.product}`,
        'In the catalogue since': known.dateAdded,
        'To be fixed by': known.dueDate,
        'Required action': known.requiredAction,
        Ransomware: known.knownRansomwareCampaignUse,
      }),
      tags: ransomware ? ['exploited', 'ransomware'] : ['exploited'],
      link: `https://nvd.nist.gov/vuln/detail/${ioc.value}`,
    });
  },
});

function* entriesOf(vulnerabilities: readonly unknown[]) {
  for (const one of vulnerabilities) {
    const parsed = row.safeParse(one);
    if (!parsed.success) yield null;
    else {
      const { cveID, ...rest } = parsed.data;
      const short = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, clip(value)]));
      yield { ioc: { kind: 'cve', value: cveID } as const, note: JSON.stringify(short) };
    }
  }
}
