import { hostOf } from './host';
import type { Ioc } from './kind';
import { bitsOf, ranges, type Range, type Scope } from './ranges';

/** What an indicator's address or name is set aside for, and by which document; `public` has no source. */
export interface Classification {
  readonly scope: Scope;
  readonly source: string | null;
}

/** The narrowest range that `holds`. */
const narrowest = (holds: (what: string) => boolean): Range | undefined =>
  ranges.filter(({ what }) => holds(what)).sort((a, b) => b.what.length - a.what.length)[0];

const ofBits = (bits: string): Range | undefined => {
  const range = narrowest((what) => bits.startsWith(what));
  return range?.scope === 'inside' ? ofBits(bitsOf('::ffff:0:0/96') + bits.slice(96)) : range;
};

const ofNumber =
  (number: number) =>
  (what: string): boolean => {
    const [from = 0, to = -1] = what.split('-').map(Number);
    return number >= from && number <= to;
  };

/**
 * What the IANA registries set the indicator aside for: special-purpose addresses, special-use names, private
 * AS numbers. A URL or an email address is what its host is; a network is private only as a whole. Hashes and CVE
 * ids are public.
 */
export const classify = (ioc: Ioc): Classification => {
  const { kind, value } = hostOf(ioc) ?? ioc;
  let range: Range | undefined;
  if (kind === 'domain') range = narrowest((what) => `.${value}`.endsWith(`.${what}`));
  else if (kind === 'asn') range = narrowest(ofNumber(Number(value.slice(2))));
  else if (/^ip|cidr/.test(kind)) range = ofBits(bitsOf(value));
  const { scope = 'public', source = null } = range ?? {};
  return { scope: scope as Scope, source };
};
