import { z } from 'zod';
import { addressFields, keyedAddress, keyField } from '../core/address';
import { under } from '../core/base-url';
import { evidenceTime } from '../core/evidence-time';
import { counted, factsOf, tagsOf } from '../core/facts';
import { defineProvider } from '../core/plugin';
import { answered, failed, none, parse } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';
import { tagLevel, tagWords } from '../core/shodan';

const who = 'Shodan';
const day = 24 * 3_600_000;

const text = z.string().nullish().catch(undefined);
const list = z.array(z.string()).nullish().catch(undefined);

/** `GET /shodan/host/{ip}` (developer.shodan.io/api). `ports` alone must be what it says: it tells an answer from an error. */
const hostSchema = z.object({
  ports: z.array(z.int()),
  tags: list,
  vulns: list,
  hostnames: list,
  org: text,
  isp: text,
  asn: text,
  os: text,
  city: text,
  country_name: text,
  last_update: text,
});
const missingSchema = z.object({ error: z.string().regex(/no information available/i) });

export default defineProvider({
  id: 'shodan',
  name: who,
  homepage: 'https://www.shodan.io/',
  settings: z.object({
    key: z.string().default('').meta(keyField),
    ...addressFields(z.string(), z.boolean(), 'https://api.shodan.io'),
  }),
  ...keyedAddress,
  // A domain would cost a query credit a lookup (`/dns/domain`), of which a free account has none: not asked.
  kinds: ['ipv4', 'ipv6'],
  discloses: { class: 'passive', words: 'Sees the address. Answers from its last scan; nothing is scanned.' },
  // InternetDB tells of the same scan at 0.5: the two must not convict together.
  weight: 0.4,
  onByDefault: false,
  maxTlp: 'green',
  // One a second, as its own refusal says; a host lookup costs no credit.
  limits: [{ requests: 1, per: 1000 }],
  together: 1,
  fresh: { found: day, none: day },
  sample: { kind: 'ipv4', value: '8.8.8.8' },

  request: ({ value }, { settings }) => ({
    // The API takes the key in the query alone. Without `minify` every banner comes too, megabytes for some hosts.
    url: under(
      settings.baseUrl,
      `/shodan/host/${encodeURIComponent(value).replaceAll('%3A', ':')}?minify=true&key=${encodeURIComponent(settings.key)}`,
    ),
    headers: { Accept: 'application/json' },
  }),

  read(answer, ioc, { now }) {
    const refused = refusal(answer, who, now);
    if (refused) return failed(refused);
    if (answer.status === 404) {
      return parse(answer, missingSchema, who).ok
        ? none('Shodan has seen no open port.')
        : failed(elsewhere(answer, who));
    }
    const host = parse(answer, hostSchema, who);
    if (!host.ok) return failed(host.failure);
    const { ports, last_update, org, isp, asn, os, city, country_name, ...lists } = host.value;
    const tags = lists.tags ?? [];
    const vulns = lists.vulns ?? [];
    return answered({
      level: tagLevel(tags),
      summary: [
        ...tagWords(tags),
        counted(ports.length, 'open port'),
        ...(vulns.length > 0 ? [counted(vulns.length, 'known CVE')] : []),
      ].join(', '),
      facts: factsOf({
        Ports: ports.toSorted((a, b) => a - b).join(', '),
        Names: lists.hostnames,
        CVEs: vulns,
        Owner: org,
        Provider: isp === org ? undefined : isp,
        Network: asn,
        System: os,
        Place: [city, country_name].filter(Boolean).join(', '),
        'Last scan': last_update?.slice(0, 10),
      }),
      ...evidenceTime(ioc.kind, last_update),
      tags: tagsOf(tags),
    });
  },

  link: ({ value }) => `https://www.shodan.io/host/${encodeURIComponent(value)}`,
});
