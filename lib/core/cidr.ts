interface Bits {
  readonly width: 32 | 128;
  readonly value: bigint;
}

/** An IPv4 or IPv6 address as a number, or null. The URL parser does the reading, so every written form is understood. */
export function addressBits(address: string): Bits | null {
  if (/^\d+(\.\d+){3}$/.test(address)) {
    const parts = address.split('.').map(Number);
    if (parts.some((part) => part > 255)) return null;
    return { width: 32, value: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n) };
  }
  if (!address.includes(':') || !URL.canParse(`http://[${address}]/`)) return null;
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return { width: 128, value: groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n) };
}

/** The prefix length of `cidr` when it contains `address`, else null. The longest of several is the most specific. */
export function prefixOver(cidr: string, address: string): number | null {
  const [base = '', length] = cidr.split('/');
  const network = addressBits(base);
  const host = addressBits(address);
  if (!network || !host || network.width !== host.width || !/^\d+$/.test(length ?? '')) return null;
  const prefix = Number(length);
  const rest = BigInt(network.width - prefix);
  return rest >= 0n && network.value >> rest === host.value >> rest ? prefix : null;
}
