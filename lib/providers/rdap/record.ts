import { z } from 'zod';
import { clip } from '../../core/clip';
import type { Answer, Fact } from '../../core/verdict';
import { cardValue, entityWith, nameOf } from './contact';

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).default([]).catch([]);

/** The parts of an RDAP object that are used (RFC 9083, 5). Only its class must be there. */
export const recordSchema = z.object({
  objectClassName: z.string(),
  ldhName: text,
  handle: text,
  name: text,
  country: text,
  /** AS numbers that announce the range, as ARIN tells them. */
  arin_originas0_originautnums: z.array(z.int()).default([]).catch([]),
  startAddress: text,
  endAddress: text,
  status: texts,
  events: z
    .array(z.object({ eventAction: z.string(), eventDate: z.string() }))
    .default([])
    .catch([]),
  nameservers: z
    .array(z.object({ ldhName: text }))
    .default([])
    .catch([]),
  entities: z.array(z.unknown()).default([]).catch([]),
});

export type RdapRecord = z.infer<typeof recordSchema>;

const day = 24 * 3_600_000;
/** Names used in attacks are mostly registered days before. */
const young = 30 * day;
/** The registrar or registry took the name out of the DNS, or it is on its way out (RFC 8056 and 3915 statuses). */
const held = new Set(['client hold', 'server hold', 'pending delete', 'redemption period']);

/** What a registration says. It may raise suspicion, never more, and never calls anything benign. */
export function domainAnswer(record: RdapRecord, now: number): Answer {
  const registered = eventOf(record, 'registration');
  const age = registered === undefined ? undefined : now - registered;
  const hold = record.status.find((status) => held.has(status.toLowerCase()));
  const registrar = nameOf(entityWith('registrar', record.entities));
  const words = [
    age === undefined ? 'Registered' : `Registered ${ago(age)}`,
    registrar ? ` with ${registrar}` : '',
    hold ? `; ${hold}` : '',
  ].join('');
  return {
    level: hold !== undefined || (age !== undefined && age < young) ? 'suspicious' : null,
    summary: clip(words),
    facts: facts([
      ['Registered', dateOf(registered)],
      ['Expires', dateOf(eventOf(record, 'expiration'))],
      ['Registrar', registrar],
      ['Status', record.status.join(', ')],
      ['Name servers', record.nameservers.flatMap(({ ldhName }) => ldhName?.toLowerCase() ?? []).join(', ')],
      ['Abuse contact', abuseContact(record)],
    ]),
  };
}

/** Who holds an address range or an AS number. Facts alone. */
export function networkAnswer(record: RdapRecord): Answer {
  const holder = nameOf(entityWith('registrant', record.entities));
  const range =
    record.startAddress && record.endAddress ? `${record.startAddress} to ${record.endAddress}` : undefined;
  return {
    level: null,
    summary: clip(
      [record.name ?? record.handle, holder, record.country].filter(Boolean).join(', ') || 'Registered',
    ),
    facts: facts([
      // The first two stand under the indicator's name.
      ['Network', record.name],
      ['Country', record.country],
      ['Holder', holder],
      ['Registered', dateOf(eventOf(record, 'registration'))],
      ['Range', range],
      ['Announced by', record.arin_originas0_originautnums.map((asn) => `AS${asn}`).join(', ')],
      ['Handle', record.handle],
      ['Abuse contact', abuseContact(record)],
    ]),
  };
}

function abuseContact({ entities }: RdapRecord): string | undefined {
  const abuse = entityWith('abuse', entities);
  return cardValue(abuse, 'email') ?? cardValue(abuse, 'tel');
}

function eventOf({ events }: RdapRecord, action: string): number | undefined {
  const date = Date.parse(events.find(({ eventAction }) => eventAction === action)?.eventDate ?? '');
  return Number.isNaN(date) ? undefined : date;
}

const dateOf = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().slice(0, 10);

function ago(age: number): string {
  const days = Math.max(0, Math.floor(age / day));
  if (days === 0) return 'today';
  if (days < 60) return `${days} day${days === 1 ? '' : 's'} ago`;
  return days < 730 ? `${Math.floor(days / 30)} months ago` : `${Math.floor(days / 365)} years ago`;
}

const facts = (rows: readonly (readonly [string, string | undefined])[]): readonly Fact[] =>
  rows.flatMap(([label, value]) => (value ? [{ label, value: clip(value) }] : []));
