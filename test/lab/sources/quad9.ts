import { askedName, dnsAnswer } from '../dns-answer';
import { find } from '../indicators';
import type { LabSource } from '../source';

/** Quad9's DNS over HTTPS (RFC 8484): a query in `dns`; what is blocked is no such name, without an authority. */
export default {
  id: 'quad9',
  settings: (baseUrl) => ({ baseUrl }),
  limited: (seconds) => ({ status: 429, headers: { 'Retry-After': String(seconds) } }),

  answer({ method, url, headers }) {
    if (method !== 'GET' || url.pathname !== '/dns-query') return { status: 404, body: '' };
    if (headers['accept'] !== 'application/dns-message') return { status: 415, body: '' };
    const asked = askedName(url.searchParams.get('dns') ?? '');
    if (asked === null) return { status: 400, body: 'Unable to find the DNS parameter' };
    const known = find('domain', asked.name);
    const told =
      known === undefined
        ? { code: 3, authority: true }
        : known.level === 'malicious'
          ? { code: 3 }
          : { code: 0, address: true };
    return {
      status: 200,
      headers: { 'Content-Type': 'application/dns-message' },
      body: dnsAnswer(asked.question, told),
    };
  },
} satisfies LabSource;
