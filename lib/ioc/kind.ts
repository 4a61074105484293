/** The kinds of indicator that Sightline knows. Stored and exported: never renamed. */
export const kinds = [
  'ipv4',
  'ipv6',
  'cidr',
  'domain',
  'url',
  'email',
  'md5',
  'sha1',
  'sha256',
  'sha512',
  'cve',
  'asn',
] as const;

export type Kind = (typeof kinds)[number];

/** What an indicator is, wherever it was found. `value` is refanged and canonical. */
export interface Ioc {
  readonly kind: Kind;
  readonly value: string;
}

/** An indicator in a text: `start` and `end` are UTF-16 offsets into it, `end` exclusive. */
export interface Indicator extends Ioc {
  readonly start: number;
  readonly end: number;
}
