import { z } from 'zod';
import { addressFields, openAddress } from '../core/address';
import { under } from '../core/base-url';
import { counted, factsOf, tagsOf } from '../core/facts';
import { defineProvider } from '../core/plugin';
import { answered, failed, failedWith, none, parse } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';
import { tagLevel, tagWords } from '../core/shodan';

const who = 'InternetDB';
const day = 24 * 3_600_000;

const list = z.array(z.string()).default([]).catch([]);

/** The whole answer (internetdb.shodan.io). `ports` alone must be what it says: it tells an answer from an error. */
const hostSchema = z.object({
  ports: z.array(z.int()),
  cpes: list,
  hostnames: list,
  tags: list,
  vulns: list,
});
/** What a server of the same make says to a wrong address is "Not Found". */
const missingSchema = z.object({ detail: z.string().regex(/no information/i) });
const invalidSchema = z.object({ detail: z.unknown().refine((detail) => detail !== undefined) });

export default defineProvider({
  id: 'shodan-internetdb',
  name: who,
  homepage: 'https://internetdb.shodan.io/',
  settings: z.object({
    ...addressFields(z.string(), z.boolean(), 'https://internetdb.shodan.io'),
  }),
  ...openAddress,
  terms: {
    words: 'Free for non-commercial use; a company needs an enterprise licence of Shodan.',
    url: 'https://internetdb.shodan.io/',
  },
  kinds: ['ipv4', 'ipv6'],
  discloses: { class: 'passive', words: 'Sees the address. Answers from its last scan; nothing is scanned.' },
  weight: 0.5,
  onByDefault: false,
  maxTlp: 'green',
  // Unpublished; one a second has been no trouble to other clients.
  limits: [{ requests: 60, per: 60_000 }],
  fresh: { found: day, none: day },
  sample: { kind: 'ipv4', value: '8.8.8.8' },

  request: (ioc, { settings }) => ({
    url: under(settings.baseUrl, `/${encodeURIComponent(ioc.value).replaceAll('%3A', ':')}`),
    headers: { Accept: 'application/json' },
  }),

  read(answer, ioc, { now }) {
    const refused = refusal(answer, who, now, { keyless: true });
    if (refused) return failed(refused);
    if (answer.status === 404) {
      return parse(answer, missingSchema, who).ok
        ? none('InternetDB has seen no open port.')
        : failed(elsewhere(answer, who));
    }
    if (answer.status === 422) {
      return parse(answer, invalidSchema, who).ok
        ? failedWith('rejected', 'InternetDB does not know this form of address (422). Look it up by hand.')
        : failed(elsewhere(answer, who));
    }
    const host = parse(answer, hostSchema, who);
    if (!host.ok) return failed(host.failure);
    const { ports, vulns, tags, hostnames, cpes } = host.value;
    return answered({
      level: tagLevel(tags),
      summary: [
        ...tagWords(tags),
        counted(ports.length, 'open port'),
        ...(vulns.length ? [counted(vulns.length, 'known CVE')] : []),
      ].join(', '),
      facts: factsOf({ Ports: ports.join(', '), Names: hostnames, CVEs: vulns, Software: cpes }),
      tags: tagsOf(tags),
    });
  },

  link: (ioc) => `https://www.shodan.io/host/${encodeURIComponent(ioc.value)}`,
});
