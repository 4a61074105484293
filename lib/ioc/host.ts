import type { Ioc } from './kind';
import { scan } from './scan';

/** The host of a URL, an email address or a domain as an indicator; null for kinds without one. */
export const hostOf = ({ kind, value }: Ioc): Ioc | null => {
  if (kind === 'domain' || kind === 'ipv4' || kind === 'ipv6') return { kind, value };
  let host: string;
  if (kind === 'email') host = value.slice(value.lastIndexOf('@') + 1);
  else if (kind === 'url') {
    const authority = /^[a-z]+:\/\/([^/?#]*)/i.exec(value)?.[1] ?? '';
    host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  } else return null;
  if (host.startsWith('[')) {
    const [first] = scan(host.slice(1, -1));
    return first?.kind === 'ipv6' ? { kind: 'ipv6', value: first.value } : null;
  }
  if (/^\d+(?:\.\d+){3}$/.test(host)) return { kind: 'ipv4', value: host };
  return host === '' ? null : { kind: 'domain', value: host };
};
