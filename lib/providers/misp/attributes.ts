import { z } from 'zod';
import type { Kind } from '../../ioc';
import { clip } from '../../core/clip';
import { counted, distinct, factsOf, tagsOf } from '../../core/facts';
import type { Reading } from '../../core/plugin';
import { answered } from '../../core/reading';
import type { Level } from '../../core/verdict';

const text = z.string().nullish().catch(undefined);

/** An attribute as restSearch answers it (misp-project.org/openapi). Numbers are text. */
const attributeSchema = z.object({
  value: z.string(),
  to_ids: z.boolean(),
  event_id: z.coerce.string().regex(/^\d+$/).optional().catch(undefined),
  type: text,
  category: text,
  comment: text,
  timestamp: z.coerce.number().optional().catch(undefined),
  Event: z.object({ info: text }).optional().catch(undefined),
  Tag: z
    .array(z.object({ name: z.string() }))
    .default([])
    .catch([]),
});

export type Attribute = z.infer<typeof attributeSchema>;

export const answerSchema = z.object({ response: z.object({ Attribute: z.array(attributeSchema) }) });

const address = ['ip-src', 'ip-dst', 'ip-src|port', 'ip-dst|port', 'domain|ip'];
const types: Partial<Record<Kind, readonly string[]>> = {
  ipv4: address,
  ipv6: address,
  domain: ['domain', 'hostname', 'domain|ip', 'hostname|port'],
  url: ['url', 'uri', 'link'],
  email: ['email', 'email-src', 'email-dst', 'whois-registrant-email', 'dns-soa-email'],
  md5: ['md5', 'filename|md5'],
  sha1: ['sha1', 'filename|sha1'],
  sha256: ['sha256', 'filename|sha256'],
  sha512: ['sha512', 'filename|sha512'],
  cve: ['vulnerability'],
};

/** The attribute types that hold such a value (misp-project.org/datamodels/types). */
export const typesOf = (kind: Kind): readonly string[] => types[kind] ?? [];

/** "a|b" is two values. */
export const isAbout = ({ value }: Attribute, wanted: string): boolean =>
  value.toLowerCase() === wanted.toLowerCase() ||
  value.toLowerCase().split('|').includes(wanted.toLowerCase());

/** Whoever marked it as a false positive meant this value. */
const isFalse = ({ Tag }: Attribute): boolean => Tag.some(({ name }) => /false[-_ :]?positive/i.test(name));

/**
 * `to_ids` is what MISP calls an indicator that detection may act on: it convicts. Without it the attribute is context
 * (a victim's address, a sinkhole), which is suspicious at most. What is marked as a false positive has no vote. A CVE is
 * no malicious thing, however it is marked: facts alone. `linkTo` names the page of an event.
 */
export function reading(
  attributes: readonly Attribute[],
  kind: Kind,
  linkTo: (event: string) => string,
): Reading {
  const counting = attributes.filter((one) => !isFalse(one));
  const judged: Level =
    counting.length === 0 ? 'unknown' : counting.some(({ to_ids }) => to_ids) ? 'malicious' : 'suspicious';
  const level = kind === 'cve' ? null : judged;
  const events = distinct(attributes.map(({ Event }) => Event?.info));
  const [event, other] = distinct(attributes.map(({ event_id }) => event_id));
  const seconds = Math.max(0, ...attributes.map(({ timestamp }) => timestamp ?? 0));
  const marked = attributes.length - counting.length;
  const convicting = counting.filter(({ to_ids }) => to_ids).length;
  return answered({
    level,
    summary: [
      counted(attributes.length, 'attribute'),
      ...(kind === 'cve' || counting.length === 0
        ? []
        : [convicting === 0 ? 'none for detection' : `${convicting} for detection`]),
      ...(marked > 0 ? [`${marked} marked as false positive`] : []),
      ...events
        .slice(0, 1)
        .map((name) => `in “${clip(name, 60)}”${events.length > 1 ? ` and ${events.length - 1} more` : ''}`),
    ].join(', '),
    facts: factsOf({
      Events: events.slice(0, 6),
      Types: distinct(attributes.map(({ type }) => type)),
      Comment: [...new Set(attributes.flatMap(({ comment }) => comment || []))].slice(0, 3),
      Changed: seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000).toISOString().slice(0, 10) : '',
    }),
    ...(event === undefined || other !== undefined ? {} : { link: linkTo(event) }),
    tags: tagsOf(attributes.flatMap(({ Tag }) => Tag.map(({ name }) => name))),
  });
}
