import { groups, readAddress } from './groups';
import { reading } from './source';

export type Scope =
  | 'public'
  | 'private'
  | 'loopback'
  | 'link-local'
  | 'documentation'
  | 'multicast'
  | 'reserved';

/** What is set aside, for what, and the document that says so: one a line. */
type Row = readonly [what: string, scope: Scope, source: string];

const rows = (lines: string): readonly Row[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [what = '', scope = '', ...source] = line.split(' ');
      return [what, scope as Scope, source.join(' ')];
    });

/** The groups of 16 bits of an IPv4 or IPv6 address. */
export const bitsOf = (address: string): readonly number[] => {
  if (address.includes(':')) {
    reading(address, () => readAddress(0));
    return [...groups];
  }
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
};

export interface Range {
  readonly network: readonly number[];
  readonly length: number;
  readonly scope: Scope;
  readonly source: string;
}

const ranges = (lines: string): readonly Range[] =>
  rows(lines).map(([what, scope, source]) => {
    const [network = '', length] = what.split('/');
    return { network: bitsOf(network), length: Number(length), scope, source };
  });

/** IANA IPv4 Special-Purpose Address Registry and the multicast block. The narrower network stands first. */
export const v4 = ranges(`
0.0.0.0/8 reserved RFC 791, section 3.2
10.0.0.0/8 private RFC 1918
100.64.0.0/10 private RFC 6598
127.0.0.0/8 loopback RFC 1122, section 3.2.1.3
169.254.0.0/16 link-local RFC 3927
172.16.0.0/12 private RFC 1918
192.0.0.0/24 reserved RFC 6890, section 2.1
192.0.2.0/24 documentation RFC 5737
192.88.99.0/24 reserved RFC 7526
192.168.0.0/16 private RFC 1918
198.18.0.0/15 reserved RFC 2544
198.51.100.0/24 documentation RFC 5737
203.0.113.0/24 documentation RFC 5737
233.252.0.0/24 documentation RFC 6676
224.0.0.0/4 multicast RFC 5771
255.255.255.255/32 reserved RFC 919, section 7
240.0.0.0/4 reserved RFC 1112, section 4`);

/** IANA IPv6 Special-Purpose Address Registry and the multicast block. The narrower network stands first. */
export const v6 = ranges(`
::1/128 loopback RFC 4291, section 2.5.3
::/128 reserved RFC 4291, section 2.5.2
64:ff9b:1::/48 private RFC 8215
100::/64 reserved RFC 6666
2001:db8::/32 documentation RFC 3849
2001::/23 reserved RFC 2928
3fff::/20 documentation RFC 9637
5f00::/16 reserved RFC 9602
fc00::/7 private RFC 4193
fe80::/10 link-local RFC 4291, section 2.5.6
fec0::/10 private RFC 3879
ff00::/8 multicast RFC 4291, section 2.7`);

/** Special-use domain names (IANA registry) and the names of private networks that ICANN will not delegate. */
export const names = rows(`
localhost loopback RFC 6761, section 6.3
example documentation RFC 2606, section 2
example.com documentation RFC 2606, section 3
example.net documentation RFC 2606, section 3
example.org documentation RFC 2606, section 3
test reserved RFC 2606, section 2
invalid reserved RFC 2606, section 2
local link-local RFC 6762, section 3
home.arpa private RFC 8375
internal private ICANN Board resolution 2024.07.29.06
corp private ICANN Board resolution 2018.02.04.12
home private ICANN Board resolution 2018.02.04.12
mail private ICANN Board resolution 2018.02.04.12
lan private RFC 6762, appendix G
intranet private RFC 6762, appendix G
private private RFC 6762, appendix G
arpa reserved RFC 3172`);

/** AS numbers that IANA sets aside, in order of search. */
export const numbers = rows(`
0-0 reserved RFC 7607
23456-23456 reserved RFC 6793
64496-64511 documentation RFC 5398
64512-65534 private RFC 6996
65535-65535 reserved RFC 7300
65536-65551 documentation RFC 5398
65552-131071 reserved IANA Autonomous System Numbers registry
4200000000-4294967294 private RFC 6996
4294967295-4294967295 reserved RFC 7300`);
