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

/** `inside`: the last 32 bits are an IPv4 address, which decides. */
export interface Range {
  readonly what: string;
  readonly scope: Scope | 'inside';
  readonly source: string | null;
}

/**
 * The bits of an address or, with `/` and a length, of a network, written as zeros and ones: of IPv4 as it is mapped into IPv6. A
 * network holds what starts with it.
 */
export const bitsOf = (network: string): string => {
  const [address = '', length = 128] = network.split('/');
  const isOld = !address.includes(':');
  reading(isOld ? `::ffff:${address}` : address, () => readAddress(0));
  const bits = Array.from(groups, (group) => (group + 65_536).toString(2).slice(1)).join('');
  return bits.slice(0, Number(length) + (isOld ? 96 : 0));
};

/**
 * What is set aside: under each scope the document that says so (`1918` is RFC 1918, `791.3.2` section 3.2 of RFC 791), and what.
 * Networks are of the IANA special-purpose address registries and the multicast blocks; names of the IANA registry of special-use
 * domain names, and those of private networks that ICANN will not delegate; numbers of the IANA registry of AS numbers.
 */
const table = `reserved
791.3.2 0.0.0.0/8
6890.2.1 192.0.0.0/24
7526 192.88.99.0/24
2544 198.18.0.0/15
919.7 255.255.255.255/32
1112.4 240.0.0.0/4
4291.2.5.2 ::/128
6666 100::/64
2928 2001::/23
9602 5f00::/16
4291.4 ::/0
2606.2 test invalid
3172 arpa
7607 0-0
6793 23456-23456
7300 65535-65535 4294967295-4294967295
IANA_AS_Numbers 65552-131071

private
1918 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16
6598 100.64.0.0/10
8215 64:ff9b:1::/48
4193 fc00::/7
3879 fec0::/10
8375 home.arpa
ICANN_Board_resolution_2024.07.29.06 internal
ICANN_Board_resolution_2018.02.04.12 corp home mail
6762,_appendix_G lan intranet private
6996 64512-65534 4200000000-4294967294

loopback
1122.3.2.1.3 127.0.0.0/8
4291.2.5.3 ::1/128
6761.6.3 localhost

link-local
3927 169.254.0.0/16
4291.2.5.6 fe80::/10
6762.3 local

documentation
5737 192.0.2.0/24 198.51.100.0/24 203.0.113.0/24
6676 233.252.0.0/24
3849 2001:db8::/32
9637 3fff::/20
2606.2 example
2606.3 example.com example.net example.org
5398 64496-64511 65536-65551

multicast
5771 224.0.0.0/4
4291.2.7 ff00::/8

inside
6052 64:ff9b::/96

public
- 2000::/3 ::ffff:0:0/96`;

const read = (): readonly Range[] =>
  table.split('\n\n').flatMap((part) => {
    const [scope, ...rows] = part.split('\n');
    return rows.flatMap((row) => {
      const [document = '', ...all] = row.split(' ');
      const rfc = document.replace(/^\d+/, 'RFC $&').replace(/^(RFC \d+)\./, '$1, section ');
      return all.map((what) => ({
        what: what.includes('/') ? bitsOf(what) : what,
        scope: scope as Range['scope'],
        source: document === '-' ? null : rfc.replaceAll('_', ' '),
      }));
    });
  });

/** All of them; networks as their bits. Who only finds (the page script) leaves them out of what is built. */
export const ranges = /* @__PURE__ */ read();
