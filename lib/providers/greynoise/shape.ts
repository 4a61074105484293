import { z } from 'zod';
import { clip } from '../../core/clip';
import { evidenceTime } from '../../core/evidence-time';
import { factsOf, tagsOf } from '../../core/facts';
import type { Answer, Level } from '../../core/verdict';

const text = z.string().optional().catch(undefined);
const flag = z.boolean().default(false).catch(false);

/** Why a 404 is an answer: it names the address (docs.greynoise.io, "Community API"). */
export const unseenSchema = z.object({ ip: z.string() });

/** `GET /v3/community/{ip}`. */
export const communitySchema = z.object({
  ip: z.string(),
  noise: z.boolean(),
  riot: z.boolean(),
  classification: text,
  name: text,
  last_seen: text,
});

const scannerSchema = z.object({
  /** Null where the plan does not show this block. */
  found: z.boolean().nullable(),
  classification: text,
  actor: text,
  tags: z
    .array(z.object({ name: z.string() }))
    .default([])
    .catch([]),
  first_seen: text,
  last_seen: text,
  bot: flag,
  vpn: flag,
  tor: flag,
  metadata: z
    .object({ organization: text, category: text, asn: text, source_country: text, rdns: text })
    .optional()
    .catch(undefined),
});

const businessSchema = z.object({
  found: z.boolean().nullable(),
  name: text,
  category: text,
  trust_level: text,
});

/** `GET /v3/ip/{ip}`. */
export const fullSchema = z.object({
  internet_scanner_intelligence: scannerSchema,
  business_service_intelligence: businessSchema,
});

/**
 * GreyNoise's own class, and for what it has not judged: an address that scans the whole internet is up to something
 * (suspicious); a business service that many use (RIOT, or trust level 1, "reasonably ignore") is benign.
 */
function levelOf(classification: string | undefined, scans: boolean, business: boolean): Level {
  if (classification === 'malicious' || classification === 'suspicious') return classification;
  if (business || classification === 'benign') return 'benign';
  return scans ? 'suspicious' : 'unknown';
}

const words = (classification: string | undefined, scans: boolean, business: string | undefined): string =>
  [
    ...(business === undefined
      ? []
      : [`Business service${business === '' ? '' : `: ${clip(business, 80)}`}`]),
    ...(scans ? [`Scans the internet, ${clip(classification ?? 'unknown', 40)}`] : []),
  ].join('; ') || 'Known, but not as a scanner';

export function communityAnswer({
  noise,
  riot,
  classification,
  ...told
}: z.infer<typeof communitySchema>): Answer {
  return {
    level: levelOf(classification, noise, riot),
    summary: words(classification, noise, riot ? (told.name ?? '') : undefined),
    facts: factsOf({ Name: told.name === 'unknown' ? '' : told.name, 'Last seen': told.last_seen }),
    ...evidenceTime('ipv4', told.last_seen),
  };
}

/** Does the plan leave out a block, so that what the other one does not know is not "not seen"? */
export const isHidden = (full: z.infer<typeof fullSchema>): boolean =>
  full.internet_scanner_intelligence.found === null || full.business_service_intelligence.found === null;

/** Null where neither block knows the address. */
export function fullAnswer(full: z.infer<typeof fullSchema>): Answer | null {
  const { internet_scanner_intelligence: scanner, business_service_intelligence: business } = full;
  if (scanner.found !== true && business.found !== true) return null;
  const scans = scanner.found === true;
  const { metadata: of, bot, vpn, tor } = scanner;
  return {
    level: levelOf(scanner.classification, scans, business.found === true && business.trust_level === '1'),
    summary: words(scanner.classification, scans, business.found ? (business.name ?? '') : undefined),
    facts: factsOf({
      Actor: scanner.actor === 'unknown' ? '' : scanner.actor,
      'Business service': business.category,
      'First seen': scanner.first_seen,
      'Last seen': scanner.last_seen,
      Network: [of?.asn, of?.organization, of?.category].filter(Boolean).join(' '),
      Name: of?.rdns,
      Country: of?.source_country,
    }),
    ...evidenceTime('ipv4', scanner.last_seen),
    tags: tagsOf([
      ...Object.entries({ bot, vpn, tor }).flatMap(([name, is]) => (is ? [name] : [])),
      ...scanner.tags.map(({ name }) => name),
    ]),
  };
}
