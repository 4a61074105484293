import { hostOf } from './host';
import type { Ioc } from './kind';
import { bitsOf, names, numbers, v4, v6, type Range, type Scope } from './ranges';

/** What an indicator's address or name is set aside for, and by which document; `public` has no source. */
export interface Classification {
  readonly scope: Scope;
  readonly source: string | null;
}

const open: Classification = { scope: 'public', source: null };

/** Whether the first `length` bits of two addresses, in groups of 16, agree. */
const agree = (one: readonly number[], other: readonly number[], length: number): boolean =>
  other.every((group, i) => {
    const bits = Math.min(16, Math.max(0, length - i * 16));
    return ((one[i] ?? 0) ^ group) >> (16 - bits) === 0;
  });

const inTable = (address: readonly number[], length: number, table: readonly Range[]): Classification => {
  const found = table.find((range) => length >= range.length && agree(address, range.network, range.length));
  return found === undefined ? open : { scope: found.scope, source: found.source };
};

/** The address of a network with the length of its prefix; a single address is a network of one. */
const ofNetwork = (value: string): Classification => {
  const [written = '', prefix] = value.split('/');
  const address = bitsOf(written);
  if (address.length === 2) return inTable(address, Number(prefix ?? 32), v4);
  const length = Number(prefix ?? 128);
  // IPv4-mapped (RFC 4291, section 2.5.5.2) and NAT64 (RFC 6052): the address inside decides.
  const holdsV4 =
    agree(address, [0, 0, 0, 0, 0, 0xffff], 96) || agree(address, [0x64, 0xff9b, 0, 0, 0, 0], 96);
  if (holdsV4 && length >= 96) return inTable(address.slice(6), length - 96, v4);
  const named = inTable(address, length, v6);
  if (named !== open || agree(address, [0x2000], 3)) return named;
  return { scope: 'reserved', source: 'RFC 4291, section 4' };
};

/**
 * What the IANA registries set the indicator aside for: special-purpose addresses, special-use names, private
 * AS numbers. A URL or an email address is what its host is; a network is private only as a whole. Hashes and CVE
 * ids are public.
 */
export const classify = (ioc: Ioc): Classification => {
  const { kind, value } = ioc.kind === 'url' || ioc.kind === 'email' ? (hostOf(ioc) ?? ioc) : ioc;
  if (kind === 'cidr' || kind === 'ipv4' || kind === 'ipv6') return ofNetwork(value);
  const row = (kind === 'asn' ? numbers : kind === 'domain' ? names : []).find(([what]) => {
    if (kind === 'domain') return value === what || value.endsWith(`.${what}`);
    const [from, to] = what.split('-').map(Number);
    const number = Number(value.slice(2));
    return number >= (from ?? 0) && number <= (to ?? 0);
  });
  return row === undefined ? open : { scope: row[1], source: row[2] };
};
