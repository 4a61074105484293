import { z } from 'zod';
import type { Ioc } from '../ioc';
import { addressFields, openAddress } from '../core/address';
import { asciiHost } from '../core/ascii-host';
import { under } from '../core/base-url';
import type { HttpAnswer } from '../core/http';
import { defineProvider } from '../core/plugin';
import { answered, failed, failedWith, none, parse } from '../core/reading';
import { refusal } from '../core/refusal';
import { subjectOf } from '../core/subject';
import asn from './rdap-bootstrap/asn.json';
import dns from './rdap-bootstrap/dns.json';
import ipv4 from './rdap-bootstrap/ipv4.json';
import ipv6 from './rdap-bootstrap/ipv6.json';
import { domainAnswer, networkAnswer, recordSchema } from './rdap/record';
import { fileOf, isBootstrap, numberOf, serverFor } from './rdap/server';

const who = 'The registry';
const day = 24 * 3_600_000;
const snapshots = { dns, ipv4, ipv6, asn };
const iana = 'https://data.iana.org/rdap';

export default defineProvider({
  id: 'rdap',
  name: 'WHOIS',
  homepage: 'https://about.rdap.org/',
  settings: z.object(
    addressFields(z.string(), z.boolean(), '', {
      title: 'Address of a proxy',
      description:
        'Stands in for every registry and for the list of registries. Empty: the registries themselves.',
    }),
  ),
  origins: openAddress.origins,
  missing: (settings) => (settings.baseUrl === '' ? null : openAddress.missing(settings)),
  kinds: ['domain', 'url', 'email', 'ipv4', 'ipv6', 'asn'],
  subject: 'registrable-domain',
  openToAll: true,
  discloses: {
    class: 'passive',
    words: 'The registry sees the domain, address or AS number; never a URL or a mailbox.',
  },
  weight: 0.3,
  onByDefault: false,
  maxTlp: 'green',
  // No registry publishes its limit; ten in ten seconds is what rdap.org asks for.
  limits: [{ requests: 10, per: 10_000 }],
  limitedByHost: true,
  fresh: { found: day, none: 3_600_000 },
  sample: { kind: 'domain', value: 'iana.org' },

  files: ({ baseUrl }) =>
    Object.entries(snapshots).map(([name, snapshot]) => ({
      name,
      url: under(baseUrl || iana, `/${name}.json`),
      snapshot,
      valid: isBootstrap,
      maxAge: day,
    })),

  request(ioc, { settings, files }) {
    const subject = subjectOf(ioc);
    const file = fileOf(subject);
    const server = serverFor(subject, files[file] ?? snapshots[file]);
    // Without a service nothing is known: that is never "not registered".
    if ('nobody' in server) return none(server.nobody);
    return {
      url: under(settings.baseUrl || server.base, pathOf(subject)),
      // rdap.nic.fr refuses the first type alone.
      headers: { Accept: 'application/rdap+json, application/json;q=0.9' },
      // Registries send addresses that moved on to each other.
      follow: true,
    };
  },

  read(answer, ioc, { now }) {
    const subject = subjectOf(ioc);
    const refused = refusal(answer, who, now, { keyless: true });
    if (refused) return failed(refused);
    if (answer.status === 404) return readMissing(answer, subject);
    const record = parse(answer, recordSchema, who);
    if (!record.ok) return failed(record.failure);
    if (fileOf(subject) !== 'dns') return answered(networkAnswer(record.value));
    const name = record.value.ldhName;
    if (name !== undefined && asciiHost(name) !== asciiHost(subject.value)) {
      return failedWith('bad-answer', 'The registry answered about another name. Try again later.');
    }
    return answered(domainAnswer(record.value, now));
  },

  link: (ioc) => {
    const subject = subjectOf(ioc);
    const type = { dns: 'domain', ipv4: 'ip', ipv6: 'ip', asn: 'autnum' }[fileOf(subject)];
    return `https://client.rdap.org/?type=${type}&object=${encodeURIComponent(subject.value)}`;
  },
});

/** Lookup paths (RFC 9082, 3.1). */
function pathOf(ioc: Ioc): string {
  const file = fileOf(ioc);
  if (file === 'dns') return `/domain/${encodeURIComponent(asciiHost(ioc.value))}`;
  return file === 'asn' ? `/autnum/${numberOf(ioc)}` : `/ip/${ioc.value}`;
}

/**
 * A registry without the name answers 404, mostly with an empty body (Verisign) or an RDAP error (RFC 9083, 6). A
 * redirector without a registry answers 404 too, and anything else comes from something that is no RDAP server.
 */
function readMissing(answer: HttpAnswer, subject: Ioc) {
  const { text } = answer;
  if (text.includes('No RDAP service')) return none('No RDAP service for this name.');
  if (text.trim() !== '' && !parse(answer, errorSchema, who).ok) {
    return failedWith(
      'missing',
      'What answered (404) is no RDAP server, so whether it is registered is not known. Try again later.',
    );
  }
  return none(
    fileOf(subject) === 'dns' ? 'Not registered, says the registry.' : 'Not allocated, says the registry.',
  );
}

/** An error as RFC 9083 (6) has it, told by either of what it carries. */
const errorSchema = z
  .object({
    errorCode: z.coerce.number().optional().catch(undefined),
    rdapConformance: z.array(z.unknown()).optional().catch(undefined),
  })
  .refine(({ errorCode, rdapConformance }) => errorCode !== undefined || rdapConformance !== undefined);
