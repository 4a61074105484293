import { z } from 'zod';
import type { Kind } from '../../ioc';
import { evidenceTime } from '../../core/evidence-time';
import { counted, distinct, factsOf, tagsOf } from '../../core/facts';
import type { Answer, Level } from '../../core/verdict';

const text = z.string().nullish().catch(undefined);
const texts = z.array(z.string()).nullish().catch(undefined);

const pulseSchema = z.object({
  name: text,
  modified: text,
  created: text,
  adversary: text,
  tags: texts,
  author: z.object({ username: text }).nullish().catch(undefined),
  malware_families: z
    .array(z.object({ display_name: text }))
    .nullish()
    .catch(undefined),
});

const relatedSchema = z.object({ adversary: texts, malware_families: texts }).nullish().catch(undefined);

/** `GET /api/v1/indicators/{type}/{value}/general` (otx.alienvault.com/api). The count alone must be what it says. */
export const generalSchema = z.object({
  pulse_info: z.object({
    count: z.int().nonnegative(),
    pulses: z.array(pulseSchema).nullish().catch(undefined),
    references: texts,
    related: z.object({ alienvault: relatedSchema, other: relatedSchema }).nullish().catch(undefined),
  }),
  /** Lists of known good things that name it. */
  validation: z
    .array(z.object({ name: text, message: text, source: text }))
    .nullish()
    .catch(undefined),
  false_positive: z
    .array(z.object({ assessment: text }))
    .nullish()
    .catch(undefined),
  base_indicator: z.object({ indicator: text }).nullish().catch(undefined),
  indicator: text,
  asn: text,
  country_name: text,
});
type General = z.infer<typeof generalSchema>;

/** From so many pulses on it is suspicious: one or two may be somebody's notes. */
const enough = 3;

/** Null where nobody has put it into a pulse, and no list of good things names it. */
export function pulseAnswer(kind: Kind, general: General): Answer | null {
  const { count, pulses: listed, references, related } = general.pulse_info;
  const pulses = listed ?? [];
  const good = goodWords(general);
  if (count === 0 && good.length === 0) return null;
  const twin = general.base_indicator?.indicator;
  const groups = [related?.alienvault, related?.other];
  const newest = pulses
    .map(({ modified, created }) => modified ?? created ?? '')
    .toSorted()
    .at(-1);
  return {
    level: kind === 'cve' ? null : levelOf(count, pulses, good.length > 0),
    summary: [...good.slice(0, 1), counted(count, 'pulse')].join(', '),
    facts: factsOf({
      Pulses: distinct(pulses.map(({ name }) => name)).slice(0, 5),
      Authors: distinct(pulses.map(({ author }) => author?.username)).slice(0, 5),
      Adversary: distinct([
        ...pulses.map(({ adversary }) => adversary),
        ...groups.flatMap((of) => of?.adversary),
      ]),
      Malware: distinct([
        ...pulses.flatMap((one) => (one.malware_families ?? []).map((family) => family.display_name)),
        ...groups.flatMap((of) => of?.malware_families),
      ]),
      'Known good': good,
      'Same file': twin === general.indicator ? undefined : twin,
      References: references?.slice(0, 3),
      Network: general.asn,
      Country: general.country_name,
    }),
    ...evidenceTime(kind, newest),
    tags: tagsOf(pulses.flatMap(({ tags }) => tags ?? [])),
  };
}

/**
 * Never malicious: anybody may write a pulse, and many hold whatever a sandbox touched, popular names included. What a
 * list of good things names is benign, in however many pulses it is. AlienVault's own pulses count as enough.
 */
function levelOf(count: number, pulses: readonly z.infer<typeof pulseSchema>[], good: boolean): Level {
  if (good) return 'benign';
  const own = pulses.some(({ author }) => author?.username === 'AlienVault');
  return count >= enough || own ? 'suspicious' : 'unknown';
}

/** "Whitelisted domain (majestic)", and a report of a false positive that OTX has accepted. */
function goodWords({ validation, false_positive }: General): string[] {
  const accepted = (false_positive ?? []).some(({ assessment }) => assessment === 'accepted');
  return distinct([
    ...(validation ?? []).map(
      ({ name, message, source }) => `${name ?? message ?? 'Whitelisted'}${source ? ` (${source})` : ''}`,
    ),
    accepted ? 'Accepted as a false positive' : null,
  ]);
}
