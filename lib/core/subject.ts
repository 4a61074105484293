import type { Ioc } from '../ioc';

/** The host a URL names, or the domain of an email address, as an indicator of its own; others are their own subject. */
export function subjectOf(ioc: Ioc): Ioc {
  if (ioc.kind === 'email') return { kind: 'domain', value: ioc.value.slice(ioc.value.lastIndexOf('@') + 1) };
  if (ioc.kind !== 'url' || !URL.canParse(ioc.value)) return ioc;
  const host = new URL(ioc.value).hostname;
  if (host.startsWith('[')) return { kind: 'ipv6', value: host.slice(1, -1) };
  return { kind: /^\d+(\.\d+){3}$/.test(host) ? 'ipv4' : 'domain', value: host };
}
