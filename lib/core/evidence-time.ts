import type { Kind } from '../ioc';

/** What can change hands: an address is leased again, a name is sold. A file and a CVE stay what they were. */
const changeHands: ReadonlySet<Kind> = new Set(['ipv4', 'ipv6', 'cidr', 'domain', 'url', 'email', 'asn']);

/**
 * When the evidence about an indicator dates from, as `Answer.asOf`: the first time told that can be read, as a date and
 * time (UTC where it names no zone) or as epoch seconds. Nothing where none can, or for what never changes hands.
 */
export function evidenceTime(
  kind: Kind,
  ...told: readonly (string | number | null | undefined)[]
): { readonly asOf?: number } {
  if (!changeHands.has(kind)) return {};
  const asOf = told.map(epochOf).find((time) => time > 0);
  return asOf === undefined ? {} : { asOf };
}

/** "2024-02-09 13:43:18 UTC" and "2023-02-18" as sources write them, beside ISO 8601; NaN for anything else. */
function epochOf(told: string | number | null | undefined): number {
  if (typeof told === 'number') return told * 1000;
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(UTC|Z|[+-]\d\d:?\d\d)?)?$/.exec(
    told ?? '',
  );
  if (!parts) return Number.NaN;
  const [, date, time = '00:00:00', zone = 'Z'] = parts;
  return Date.parse(`${date}T${time}${zone === 'UTC' ? 'Z' : zone}`);
}
