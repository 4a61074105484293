import { z } from 'zod';
import type { Kind } from '../../ioc';
import { clip } from '../../core/clip';
import { evidenceTime } from '../../core/evidence-time';
import { counted, distinct, factsOf, tagsOf } from '../../core/facts';
import type { Answer, Level } from '../../core/verdict';

const text = z.string().nullish().catch(undefined);
const texts = z.array(z.string()).nullish().catch(undefined);
const labels = z
  .array(z.object({ value: z.string() }))
  .nullish()
  .catch(undefined);

const threatSchema = z.object({
  name: text,
  confidence: z.number().nullish().catch(undefined),
  malware: z.object({ name: text }).nullish().catch(undefined),
});

const serviceSchema = z.object({
  port: z.int(),
  protocol: text,
  transport_protocol: text,
  scan_time: text,
  labels,
  threats: z.array(threatSchema).nullish().catch(undefined),
  software: z
    .array(z.object({ vendor: text, product: text, version: text }))
    .nullish()
    .catch(undefined),
  cert: z.object({ names: texts }).nullish().catch(undefined),
});

const resourceSchema = z.object({
  /** Tells a host from an error; everything else may be missing. */
  ip: z.string(),
  services: z.array(serviceSchema).nullish(),
  labels,
  reputation: z
    .object({ score: z.number().min(0).max(100) })
    .nullish()
    .catch(undefined),
  location: z.object({ city: text, country: text }).nullish().catch(undefined),
  autonomous_system: z
    .object({ asn: z.int().nullish().catch(undefined), name: text, bgp_prefix: text })
    .nullish()
    .catch(undefined),
  dns: z
    .object({ names: texts, reverse_dns: z.object({ names: texts }).nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
  operating_system: z.object({ vendor: text, product: text }).nullish().catch(undefined),
  whois: z
    .object({
      organization: z.object({
        name: text,
        abuse_contacts: z
          .array(z.object({ email: text }))
          .nullish()
          .catch(undefined),
      }),
    })
    .nullish()
    .catch(undefined),
});
type Host = z.infer<typeof resourceSchema>;
type Service = z.infer<typeof serviceSchema>;

/** `GET /v3/global/asset/host/{ip}` of the Platform API (docs.censys.com/reference). Lists may be null. */
export const hostSchema = z.object({ result: z.object({ resource: resourceSchema }) });

/** Its errors are problem documents (RFC 9457). */
export const problemSchema = z.object({ title: z.string() });

/**
 * A threat is "infrastructure that has identifiable malware fingerprints" (docs.censys.com, "Threat Data"): malicious, or
 * suspicious where Censys gives it less than half its confidence. The label C2 alone is suspicious, since Censys expects
 * occasional false positives of it ("C2 Label"). Then the host's reputation, in Censys' own ranges: malicious from 81 on,
 * high risk from 61 on, benign up to 20. Threats and reputation are shown to paid plans only.
 */
function levelOf(host: Host, threats: readonly z.infer<typeof threatSchema>[]): Level | null {
  const score = host.reputation?.score ?? undefined;
  if (threats.some(({ confidence }) => (confidence ?? 1) >= 0.5)) return 'malicious';
  if (score !== undefined && score >= 81) return 'malicious';
  if (threats.length > 0 || labelsOf(host).includes('C2')) return 'suspicious';
  if (score === undefined) return null;
  if (score >= 61) return 'suspicious';
  return score <= 20 ? 'benign' : 'unknown';
}

const labelsOf = ({ labels, services }: Host): string[] =>
  distinct(
    [labels, ...(services ?? []).map((one) => one.labels)].flatMap((of) => of ?? []).map((of) => of.value),
  );

const nameOf = ({ port, protocol, transport_protocol: transport }: Service): string =>
  `${port}/${transport ?? 'tcp'}${protocol && protocol !== 'UNKNOWN' ? ` ${protocol}` : ''}`;

/** What Censys knows of a host, for people. */
export function hostAnswer(kind: Kind, host: Host): Answer {
  const services = host.services ?? [];
  const threats = services.flatMap((one) => one.threats ?? []);
  const named = distinct(threats.map(({ name, malware }) => name ?? malware?.name ?? 'an unnamed threat'));
  const labels = labelsOf(host);
  const score = host.reputation?.score ?? undefined;
  const { autonomous_system: as, operating_system: system, location, dns } = host;
  const guilty = services.filter(({ threats }) => (threats ?? []).length > 0);
  const scans = (guilty.length > 0 ? guilty : services).map(({ scan_time }) => scan_time ?? '').toSorted();
  return {
    level: levelOf(host, threats),
    summary: [
      ...named.slice(0, 3).map((name) => clip(name, 60)),
      ...(threats.length === 0 && labels.includes('C2') ? ['labelled C2'] : []),
      ...(score === undefined ? [] : [`reputation ${score} of 100, where 100 is worst`]),
      counted(services.length, 'open service'),
    ].join(', '),
    ...(score === undefined ? {} : { score: { value: score, of: 100 } }),
    facts: factsOf({
      Threats: named,
      Services: services.map(nameOf),
      Software: distinct(
        services
          .flatMap(({ software }) => software ?? [])
          .map((one) => [one.vendor, one.product, one.version].filter(Boolean).join(' ')),
      ),
      Names: distinct([...(dns?.reverse_dns?.names ?? []), ...(dns?.names ?? [])]).slice(0, 8),
      'In certificates': distinct(services.flatMap(({ cert }) => cert?.names ?? [])).slice(0, 8),
      Network: [as?.asn ? `AS${as.asn}` : '', as?.name, as?.bgp_prefix].filter(Boolean).join(' '),
      Owner: host.whois?.organization.name,
      'Abuse contact': distinct((host.whois?.organization.abuse_contacts ?? []).map(({ email }) => email)),
      System: [system?.vendor, system?.product].filter(Boolean).join(' '),
      Place: [location?.city, location?.country].filter(Boolean).join(', '),
      'Last scan': scans.at(-1)?.slice(0, 10),
    }),
    ...evidenceTime(kind, scans.at(-1)),
    tags: tagsOf(labels),
  };
}
