import { canonical, readAddress } from './groups';
import type { Ioc } from './kind';
import { reading } from './source';

/** The host of a URL, an email address or a domain as an indicator; null for kinds without one. */
export const hostOf = ({ kind, value }: Ioc): Ioc | null => {
  if (kind === 'domain' || kind === 'ipv4' || kind === 'ipv6') return { kind, value };
  if (kind !== 'url' && kind !== 'email') return null;
  // What stands after the scheme and after the last at sign of the authority.
  const [, host = ''] = /^(?:[a-z]+:\/\/(?:[^/?#]*@)?|.*@)(\[.*?(?=\])|[^/?#:]*)/i.exec(value) ?? [];
  if (/^[\d.]+$/.test(host)) return { kind: 'ipv4', value: host };
  if (!host.startsWith('[')) return host === '' ? null : { kind: 'domain', value: host };
  return reading(host, () => (readAddress(1) ? { kind: 'ipv6', value: canonical() } : null));
};
