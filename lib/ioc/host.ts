import { canonical, readAddress } from './groups';
import type { Ioc } from './kind';
import { reading } from './source';

/** The host of a URL, an email address or a domain as an indicator; null for kinds without one. */
export const hostOf = ({ kind, value }: Ioc): Ioc | null => {
  if (/^ip|domain/.test(kind)) return { kind, value };
  if (!/url|email/.test(kind)) return null;
  // What stands after the scheme and after the last at sign of the authority.
  const [, host = ''] = /^(?:[a-z]+:\/\/(?:[^/?#]*@)?|.*@)(\[.*?(?=\])|[^/?#:]*)/i.exec(value) ?? [];
  if (host.startsWith('['))
    return reading(host, () => (readAddress(1) ? { kind: 'ipv6', value: canonical() } : null));
  return host === '' ? null : { kind: /^[\d.]+$/.test(host) ? 'ipv4' : 'domain', value: host };
};
