import { hostOf } from './host';
import type { Ioc } from './kind';
import { groupsOf } from './groups';
import { names, numbers, v4, v6, type Scope } from './ranges';

/** What an indicator's address or name is set aside for, and by which document; `public` has no source. */
export interface Classification {
  readonly scope: Scope;
  readonly source: string | null;
}

const open: Classification = { scope: 'public', source: null };

const bitsOfV4 = (value: string): readonly number[] | undefined => {
  const octets = value.split('.').map(Number);
  return octets.length === 4
    ? [(octets[0] ?? 0) * 256 + (octets[1] ?? 0), (octets[2] ?? 0) * 256 + (octets[3] ?? 0)]
    : undefined;
};

/** Whether the first `length` bits of two addresses, in groups of 16, agree. */
const agree = (one: readonly number[], other: readonly number[], length: number): boolean =>
  other.every((group, i) => {
    const bits = Math.min(16, Math.max(0, length - i * 16));
    return ((one[i] ?? 0) ^ group) >> (16 - bits) === 0;
  });

const inTable = (address: readonly number[], length: number, table: typeof v4): Classification => {
  for (const [network, prefix, scope, source] of table) {
    if (length >= prefix && agree(address, network, prefix)) return { scope, source };
  }
  return open;
};

const ofV4 = (value: string, length = 32): Classification => {
  const address = bitsOfV4(value);
  return address === undefined ? open : inTable(address, length, v4);
};

const ofV6 = (value: string, length = 128): Classification => {
  const address = groupsOf(value);
  if (address === undefined) return open;
  // IPv4-mapped (RFC 4291, section 2.5.5.2) and NAT64 (RFC 6052): the address inside decides.
  if (
    length >= 96 &&
    (agree(address, [0, 0, 0, 0, 0, 0xffff], 96) || agree(address, [0x64, 0xff9b, 0, 0, 0, 0], 96))
  ) {
    return inTable(address.slice(6), length - 96, v4);
  }
  const named = inTable(address, length, v6);
  if (named !== open || agree(address, [0x2000], 3)) return named;
  return { scope: 'reserved', source: 'RFC 4291, section 4' };
};

const ofName = (value: string): Classification => {
  for (const [suffix, scope, source] of names) {
    if (value === suffix || value.endsWith(`.${suffix}`)) return { scope, source };
  }
  return open;
};

const ofNumber = (value: string): Classification => {
  const number = Number(value.slice(2));
  for (const [from, to, scope, source] of numbers)
    if (number >= from && number <= to) return { scope, source };
  return open;
};

/**
 * What the IANA registries set the indicator aside for: special-purpose addresses, special-use names, private
 * AS numbers. A URL or an email address is what its host is; a network is private only as a whole. Hashes and CVE
 * ids are public.
 */
export const classify = (ioc: Ioc): Classification => {
  const { kind, value } = ioc;
  if (kind === 'asn') return ofNumber(value);
  if (kind === 'cidr') {
    const slash = value.lastIndexOf('/');
    const [address, length] = [value.slice(0, slash), Number(value.slice(slash + 1))];
    return address.includes(':') ? ofV6(address, length) : ofV4(address, length);
  }
  const host = hostOf(ioc);
  if (host === null) return open;
  if (host.kind === 'ipv4') return ofV4(host.value);
  return host.kind === 'ipv6' ? ofV6(host.value) : ofName(host.value);
};
