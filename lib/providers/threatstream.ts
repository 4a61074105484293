import { z } from 'zod';
import type { Ioc } from '../ioc';
import { addressFields, keyField, openAddress } from '../core/address';
import { asciiHost, asciiUrl } from '../core/ascii-host';
import { isBaseUrl, notBaseUrl, under } from '../core/base-url';
import type { HttpAnswer, HttpRequest } from '../core/http';
import { defineProvider, type Reading } from '../core/plugin';
import { crowdedOut, none, parseUnless, readEach } from '../core/reading';
import { refusal } from '../core/refusal';
import { answerSchema, reading } from './threatstream/records';

const who = 'ThreatStream';
const hour = 3_600_000;

const settingsSchema = z.object({
  user: z
    .string()
    .default('')
    .meta({ title: 'User name', description: 'The email address you sign in with.' }),
  key: z.string().default('').meta(keyField),
  ...addressFields(z.string(), z.boolean(), 'https://api.threatstream.com', {
    title: 'Address of the API',
    description: 'Another region, or your own appliance, has an address of its own.',
  }),
  pages: z
    .string()
    .refine(isBaseUrl, notBaseUrl)
    .default('https://ui.threatstream.com')
    .meta({ title: 'Address of its web pages', description: 'For links alone; it is never asked.' }),
});
type Settings = z.infer<typeof settingsSchema>;

/** Words of its web pages; hashes of every kind are "md5" there. */
const pages: Readonly<Record<string, string>> = { ipv4: 'ip', domain: 'domain', url: 'url', email: 'email' };

export default defineProvider({
  id: 'threatstream',
  name: 'Anomali ThreatStream',
  homepage: 'https://www.anomali.com/products/threatstream',
  settings: settingsSchema,
  origins: openAddress.origins,
  missing: (settings) =>
    settings.user === '' || settings.key === ''
      ? 'Needs a user name and a key.'
      : openAddress.missing(settings),
  kinds: ['ipv4', 'ipv6', 'domain', 'url', 'email', 'md5', 'sha1', 'sha256'],
  discloses: { class: 'passive', words: "Your organisation's ThreatStream sees the IOC." },
  // Bought feeds beside the team's own entries: believed alone, but not as the team's own word.
  weight: 0.9,
  onByDefault: false,
  maxTlp: 'amber',
  // By contract, and unpublished.
  limits: [{ requests: 60, per: 60_000 }],
  together: 2,
  fresh: { found: 4 * hour, none: hour },
  sample: { kind: 'ipv4', value: '8.8.8.8' },

  request: (ioc, { settings }) => ask([ioc], settings),
  read: (answer, ioc, { now }) => read(answer, [ioc], now)[0] ?? none(nothing),

  batch: {
    // What other clients ask at most. Ten values of 200 characters, each three times as long when encoded, stay below
    // the 8,000 characters that servers commonly take; longer ones go alone.
    size: 10,
    group: (ioc) => (valueOf(ioc).length > 200 ? valueOf(ioc) : ''),
    request: (iocs, { settings }) => ask(iocs, settings),
    read: (answer, iocs, { now }) => read(answer, iocs, now),
  },

  link: (ioc, settings) =>
    under(
      settings.pages,
      `/detail/${pages[ioc.kind === 'ipv6' ? 'ipv4' : ioc.kind] ?? 'md5'}/${encodeURIComponent(valueOf(ioc))}`,
    ),
});

const nothing = 'ThreatStream has no record of it.';

const valueOf = ({ kind, value }: Ioc): string => {
  if (kind === 'url') return asciiUrl(value);
  return kind === 'domain' ? asciiHost(value) : value;
};

/** In a quoted value of the filter language a quotation mark would end it, and a backslash takes that meaning. */
const quoted = (value: string): string => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** `GET /api/v2/intelligence/` with a filter in `q`: values joined by OR. Several records for one value are normal. */
function ask(iocs: readonly Ioc[], { user, key, baseUrl }: Settings): HttpRequest {
  const filter = iocs.map((ioc) => `value=${quoted(valueOf(ioc))}`).join(' OR ');
  return {
    url: under(
      baseUrl,
      `/api/v2/intelligence/?q=${encodeURIComponent(`(${filter})`)}&limit=${100 * iocs.length}`,
    ),
    headers: { Authorization: `apikey ${user}:${key}`, Accept: 'application/json' },
    timeout: 30_000,
    maxBytes: 8 * 1024 * 1024,
  };
}

function read(answer: HttpAnswer, iocs: readonly Ioc[], now: number): readonly Reading[] {
  const refused = refusal(answer, who, now, { no404: true });
  return readEach(iocs, parseUnless(refused, answer, answerSchema, who), (ioc, { objects, meta }) => {
    const wanted = valueOf(ioc).toLowerCase();
    const about = objects.filter(({ value }) => value.toLowerCase() === wanted);
    if (about.length > 0) return reading(ioc.kind, about);
    return (meta.total_count ?? 0) > objects.length ? crowdedOut(who) : none(nothing);
  });
}
