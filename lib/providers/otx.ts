import { z } from 'zod';
import type { Ioc } from '../ioc';
import { addressFields, keyField, openAddress } from '../core/address';
import { asciiHost, asciiUrl } from '../core/ascii-host';
import { under } from '../core/base-url';
import { defineProvider } from '../core/plugin';
import { answered, failed, none, parse } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';
import { generalSchema, pulseAnswer } from './otx/pulses';

const who = 'OTX';
const hour = 3_600_000;

/** Words of the API and of the web page for each kind (otx.alienvault.com/api; names of domains: see `typeOf`). */
const types: Readonly<Record<string, readonly [api: string, page: string]>> = {
  ipv4: ['IPv4', 'ip'],
  ipv6: ['IPv6', 'ip'],
  domain: ['domain', 'domain'],
  hostname: ['hostname', 'hostname'],
  url: ['url', 'url'],
  md5: ['file', 'file'],
  sha1: ['file', 'file'],
  sha256: ['file', 'file'],
  cve: ['cve', 'cve'],
};

export default defineProvider({
  id: 'otx',
  name: 'AlienVault OTX',
  homepage: 'https://otx.alienvault.com/',
  settings: z.object({
    key: z
      .string()
      .default('')
      .meta({ ...keyField, description: 'Free. It answers without one too, a tenth as often.' }),
    ...addressFields(z.string(), z.boolean(), 'https://otx.alienvault.com'),
  }),
  ...openAddress,
  kinds: ['ipv4', 'ipv6', 'domain', 'url', 'md5', 'sha1', 'sha256', 'cve'],
  discloses: { class: 'passive', words: 'Sees the IOC. Looks it up; never submits anything.' },
  // Anybody may write a pulse.
  weight: 0.4,
  onByDefault: false,
  maxTlp: 'green',
  limits: [{ requests: 10_000, per: hour }],
  limitsBy: ({ key }) => [{ requests: key === '' ? 1000 : 10_000, per: hour }],
  fresh: { found: 6 * hour, none: 6 * hour },
  sample: { kind: 'ipv4', value: '8.8.8.8' },

  request: (ioc, { settings }) => ({
    url: under(settings.baseUrl, `/api/v1/indicators/${typeOf(ioc)[0]}/${encoded(ioc)}/general`),
    headers: {
      Accept: 'application/json',
      ...(settings.key === '' ? {} : { 'X-OTX-API-KEY': settings.key }),
    },
    // An address that many pulses name takes its time, and each pulse comes with its description.
    timeout: 30_000,
    maxBytes: 8 * 1024 * 1024,
  }),

  read(answer, ioc, { settings, now }) {
    const refused = refusal(answer, who, now, { keyless: settings.key === '' });
    if (refused) return failed(refused);
    if (answer.status === 404) {
      const missing = parse(answer, z.object({ detail: z.string() }), who);
      return missing.ok && !/endpoint/i.test(missing.value.detail)
        ? none(nothing)
        : failed(elsewhere(answer, who));
    }
    const general = parse(answer, generalSchema, who);
    if (!general.ok) return failed(general.failure);
    const told = pulseAnswer(ioc.kind, general.value);
    return told ? answered(told) : none(nothing);
  },

  link: (ioc) => `https://otx.alienvault.com/indicator/${typeOf(ioc)[1]}/${encoded(ioc)}`,
});

const nothing = 'Nobody has put it into a pulse.';

/**
 * OTX tells a domain from a host name below one. Two labels are a domain; more are asked as a host name, which it
 * answers for a domain below a public suffix ("example.co.uk") too.
 */
function typeOf({ kind, value }: Ioc): readonly [string, string] {
  const below = kind === 'domain' && asciiHost(value).split('.').length > 2;
  return types[below ? 'hostname' : kind] ?? ['domain', 'domain'];
}

function encoded({ kind, value }: Ioc): string {
  if (kind === 'url') return encodeURIComponent(asciiUrl(value));
  const name = kind === 'domain' ? asciiHost(value) : value;
  return encodeURIComponent(name).replaceAll('%3A', ':');
}
