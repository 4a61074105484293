const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Hosts and match patterns as a person reads them: `https://*.portal.corp.example/*` is `*.portal.corp.example`. */
export const hostsWords = (hosts: readonly string[]): string =>
  list.format(hosts.map((host) => host.replace(/^https?:\/\//, '').replace(/\/\*$/, '')));
