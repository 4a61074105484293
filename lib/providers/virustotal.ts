import { z } from 'zod';
import type { Ioc } from '../ioc';
import { addressFields, keyedAddress, keyField } from '../core/address';
import { asciiHost } from '../core/ascii-host';
import { under } from '../core/base-url';
import { base64url } from '../core/base64';
import { evidenceTime } from '../core/evidence-time';
import { defineProvider } from '../core/plugin';
import { answered, failed, none, parse } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';
import type { Level } from '../core/verdict';
import { reportFacts } from './virustotal/facts';
import { errorSchema, objectSchema, type Stats } from './virustotal/shape';

const who = 'VirusTotal';

/** Collections of the API v3 and the words of the web page for the same (docs.virustotal.com/reference). */
const collections = {
  ipv4: ['ip_addresses', 'ip-address'],
  ipv6: ['ip_addresses', 'ip-address'],
  domain: ['domains', 'domain'],
  url: ['urls', 'url'],
  md5: ['files', 'file'],
  sha1: ['files', 'file'],
  sha256: ['files', 'file'],
} as const;

export default defineProvider({
  id: 'virustotal',
  name: who,
  homepage: 'https://www.virustotal.com/',
  settings: z.object({
    key: z.string().default('').meta(keyField),
    ...addressFields(z.string(), z.boolean(), 'https://www.virustotal.com'),
    perMinute: z.int().min(1).default(4).meta({ title: 'Lookups a minute that your key allows' }),
    perDay: z.int().min(1).default(500).meta({ title: 'Lookups a day that your key allows' }),
  }),
  ...keyedAddress,
  terms: {
    words:
      'The public API must not be used in commercial products, services or business workflows. A team at work needs a premium key.',
    url: 'https://docs.virustotal.com/reference/public-vs-premium-api',
  },
  kinds: ['ipv4', 'ipv6', 'domain', 'url', 'md5', 'sha1', 'sha256'],
  discloses: { class: 'passive', words: 'Sees the IOC. Looks it up; never submits or rescans anything.' },
  weight: 0.8,
  onByDefault: false,
  maxTlp: 'green',
  // A rate is documented, no number of connections: what the rate lets through may be out at once.
  together: 24,
  limits: [
    { requests: 4, per: 60_000 },
    { requests: 500, per: 'day' },
  ],
  limitsBy: ({ perMinute, perDay }) => [
    { requests: perMinute, per: 60_000 },
    { requests: perDay, per: 'day' },
  ],
  fresh: { found: 12 * 3_600_000, none: 3_600_000 },
  sample: { kind: 'sha256', value: '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f' },

  request(ioc, { settings }) {
    const collection = collectionOf(ioc);
    if (!collection) return none(`${who} is not asked about this kind.`);
    return {
      url: under(settings.baseUrl, `/api/v3/${collection[0]}/${idOf(ioc)}`),
      headers: { 'x-apikey': settings.key, Accept: 'application/json' },
      // A file's report lists every engine, name and rule that knows it.
      maxBytes: 8 * 1024 * 1024,
    };
  },

  read(answer, ioc, { now }) {
    const refused = refusal(answer, who, now);
    if (refused) return failed(refused);
    if (answer.status === 404) {
      const error = parse(answer, errorSchema, who);
      // Any web server answers 404 to a wrong address; only VirusTotal's own says that it has no record.
      return error.ok && error.value.error.code === 'NotFoundError'
        ? none('VirusTotal has never seen it.')
        : failed(elsewhere(answer, who));
    }
    const object = parse(answer, objectSchema, who);
    if (!object.ok) return failed(object.failure);
    const { id, attributes } = object.value.data;
    const stats = attributes.last_analysis_stats;
    return answered({
      level: levelOf(stats),
      summary: summaryOf(stats),
      score: { value: stats.malicious, of: totalOf(stats) },
      facts: reportFacts(attributes),
      ...evidenceTime(ioc.kind, attributes.last_analysis_date),
      tags: attributes.tags,
      link: `https://www.virustotal.com/gui/${collectionOf(ioc)?.[1]}/${encodeURIComponent(ioc.kind === 'url' ? id : ioc.value)}`,
    });
  },

  link: (ioc) => `https://www.virustotal.com/gui/${collectionOf(ioc)?.[1] ?? 'search'}/${idOf(ioc)}`,
});

const collectionOf = ({ kind }: Ioc): readonly [string, string] | undefined =>
  kind in collections ? collections[kind as keyof typeof collections] : undefined;

/** A URL is named by the unpadded base64url of its UTF-8 bytes (docs.virustotal.com/reference/url). */
function idOf({ kind, value }: Ioc): string {
  if (kind === 'url') return base64url(value);
  return kind === 'domain'
    ? encodeURIComponent(asciiHost(value))
    : encodeURIComponent(value).replaceAll('%3A', ':');
}

/**
 * From three engines on it is malicious; one or two are common on harmless names (google.com has one), so they and a
 * "suspicious" make it suspicious. Benign needs ten engines that looked and found nothing.
 */
function levelOf({ malicious, suspicious, harmless, undetected }: Stats): Level {
  if (malicious >= 3) return 'malicious';
  if (malicious > 0 || suspicious > 0) return 'suspicious';
  return harmless + undetected >= 10 ? 'benign' : 'unknown';
}

/** Engines that gave an opinion; time-outs and unsupported types gave none. */
const totalOf = ({ malicious, suspicious, harmless, undetected }: Stats): number =>
  malicious + suspicious + harmless + undetected;

function summaryOf(stats: Stats): string {
  const total = totalOf(stats);
  if (total === 0) return 'No engine has judged it';
  const also = stats.suspicious > 0 ? `, ${stats.suspicious} say suspicious` : '';
  return `${stats.malicious} of ${total} engines${also}`;
}
