import { addressBits } from '../core/cidr';

/** The suffix of the team's own that covers a host name; undefined where none does. `*.corp.example` reads as its suffix. */
export function internalSuffix(name: string, suffixes: readonly string[]): string | undefined {
  const host = name.toLowerCase().replace(/\.$/, '');
  return suffixes
    .map((suffix) =>
      suffix
        .trim()
        .toLowerCase()
        .replace(/^[*.]+|\.$/g, ''),
    )
    .find((suffix) => suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`)));
}

/** The range of the team's own that shares an address with this address or block; undefined where none does. */
export function internalRange(value: string, ranges: readonly string[]): string | undefined {
  const block = blockOf(value);
  if (block === null) return undefined;
  return ranges.find((text) => {
    const own = blockOf(text.trim());
    if (own === null || own.width !== block.width) return false;
    const rest = BigInt(own.width - Math.min(own.prefix, block.prefix));
    return own.value >> rest === block.value >> rest;
  });
}

/** An address is a block of one. An IPv4-mapped address (RFC 4291, 2.5.5.2) is the IPv4 address inside. */
export function blockOf(text: string) {
  const [base = '', length] = text.split('/');
  const bits = addressBits(base);
  if (bits === null || !/^\d{0,3}$/.test(length ?? '')) return null;
  const prefix = length === undefined ? bits.width : Number(length);
  if (prefix > bits.width) return null;
  const mapped = bits.width === 128 && bits.value >> 32n === 0xffffn && prefix >= 96;
  return mapped ? { width: 32, value: bits.value & 0xffffffffn, prefix: prefix - 96 } : { ...bits, prefix };
}
