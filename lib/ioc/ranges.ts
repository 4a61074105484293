export type Scope =
  | 'public'
  | 'private'
  | 'loopback'
  | 'link-local'
  | 'documentation'
  | 'multicast'
  | 'reserved';

/** A network in groups of 16 bits, the length of its prefix, what it is for, and the document that says so. */
type Range = readonly [readonly number[], number, Scope, string];

const net = (
  a: number,
  b: number,
  c: number,
  d: number,
  length: number,
  scope: Scope,
  source: string,
): Range => [[a * 256 + b, c * 256 + d], length, scope, source];

/** IANA IPv4 Special-Purpose Address Registry and the multicast block. The narrower network stands first. */
export const v4: readonly Range[] = [
  net(0, 0, 0, 0, 8, 'reserved', 'RFC 791, section 3.2'),
  net(10, 0, 0, 0, 8, 'private', 'RFC 1918'),
  net(100, 64, 0, 0, 10, 'private', 'RFC 6598'),
  net(127, 0, 0, 0, 8, 'loopback', 'RFC 1122, section 3.2.1.3'),
  net(169, 254, 0, 0, 16, 'link-local', 'RFC 3927'),
  net(172, 16, 0, 0, 12, 'private', 'RFC 1918'),
  net(192, 0, 0, 0, 24, 'reserved', 'RFC 6890, section 2.1'),
  net(192, 0, 2, 0, 24, 'documentation', 'RFC 5737'),
  net(192, 88, 99, 0, 24, 'reserved', 'RFC 7526'),
  net(192, 168, 0, 0, 16, 'private', 'RFC 1918'),
  net(198, 18, 0, 0, 15, 'reserved', 'RFC 2544'),
  net(198, 51, 100, 0, 24, 'documentation', 'RFC 5737'),
  net(203, 0, 113, 0, 24, 'documentation', 'RFC 5737'),
  net(233, 252, 0, 0, 24, 'documentation', 'RFC 6676'),
  net(224, 0, 0, 0, 4, 'multicast', 'RFC 5771'),
  net(255, 255, 255, 255, 32, 'reserved', 'RFC 919, section 7'),
  net(240, 0, 0, 0, 4, 'reserved', 'RFC 1112, section 4'),
];

/** IANA IPv6 Special-Purpose Address Registry and the multicast block. The narrower network stands first. */
export const v6: readonly Range[] = [
  [[0, 0, 0, 0, 0, 0, 0, 1], 128, 'loopback', 'RFC 4291, section 2.5.3'],
  [[0, 0, 0, 0, 0, 0, 0, 0], 128, 'reserved', 'RFC 4291, section 2.5.2'],
  [[0x64, 0xff9b, 1], 48, 'private', 'RFC 8215'],
  [[0x100, 0, 0, 0], 64, 'reserved', 'RFC 6666'],
  [[0x2001, 0xdb8], 32, 'documentation', 'RFC 3849'],
  [[0x2001, 0], 23, 'reserved', 'RFC 2928'],
  [[0x3fff, 0], 20, 'documentation', 'RFC 9637'],
  [[0x5f00], 16, 'reserved', 'RFC 9602'],
  [[0xfc00], 7, 'private', 'RFC 4193'],
  [[0xfe80], 10, 'link-local', 'RFC 4291, section 2.5.6'],
  [[0xfec0], 10, 'private', 'RFC 3879'],
  [[0xff00], 8, 'multicast', 'RFC 4291, section 2.7'],
];

/** Special-use domain names (IANA registry) and the names of private networks that ICANN will not delegate. */
export const names: readonly (readonly [string, Scope, string])[] = [
  ['localhost', 'loopback', 'RFC 6761, section 6.3'],
  ['example', 'documentation', 'RFC 2606, section 2'],
  ['example.com', 'documentation', 'RFC 2606, section 3'],
  ['example.net', 'documentation', 'RFC 2606, section 3'],
  ['example.org', 'documentation', 'RFC 2606, section 3'],
  ['test', 'reserved', 'RFC 2606, section 2'],
  ['invalid', 'reserved', 'RFC 2606, section 2'],
  ['local', 'link-local', 'RFC 6762, section 3'],
  ['home.arpa', 'private', 'RFC 8375'],
  ['internal', 'private', 'ICANN Board resolution 2024.07.29.06'],
  ['corp', 'private', 'ICANN Board resolution 2018.02.04.12'],
  ['home', 'private', 'ICANN Board resolution 2018.02.04.12'],
  ['mail', 'private', 'ICANN Board resolution 2018.02.04.12'],
  ['lan', 'private', 'RFC 6762, appendix G'],
  ['intranet', 'private', 'RFC 6762, appendix G'],
  ['private', 'private', 'RFC 6762, appendix G'],
  ['arpa', 'reserved', 'RFC 3172'],
];

/** AS numbers that IANA sets aside, in order of search. */
export const numbers: readonly (readonly [number, number, Scope, string])[] = [
  [0, 0, 'reserved', 'RFC 7607'],
  [23_456, 23_456, 'reserved', 'RFC 6793'],
  [64_496, 64_511, 'documentation', 'RFC 5398'],
  [64_512, 65_534, 'private', 'RFC 6996'],
  [65_535, 65_535, 'reserved', 'RFC 7300'],
  [65_536, 65_551, 'documentation', 'RFC 5398'],
  [65_552, 131_071, 'reserved', 'IANA Autonomous System Numbers registry'],
  [4_200_000_000, 4_294_967_294, 'private', 'RFC 6996'],
  [4_294_967_295, 4_294_967_295, 'reserved', 'RFC 7300'],
];
