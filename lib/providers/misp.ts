import { z } from 'zod';
import type { Ioc } from '../ioc';
import { addressFields, keyField } from '../core/address';
import { asciiHost } from '../core/ascii-host';
import { urlForms } from '../core/url-forms';
import { under } from '../core/base-url';
import type { HttpAnswer, HttpRequest } from '../core/http';
import { ownPlatform } from '../core/own-platform';
import { defineProvider, type Reading } from '../core/plugin';
import { crowdedOut, none, parseUnless, readEach } from '../core/reading';
import { refusal } from '../core/refusal';
import { answerSchema, isAbout, reading, typesOf } from './misp/attributes';

const who = 'MISP';

const settingsSchema = z.object({
  key: z
    .string()
    .default('')
    .meta({ ...keyField, description: 'Of a user with the right to the API.' }),
  ...addressFields(z.string(), z.boolean(), '', { title: 'Address of your MISP' }),
  warninglists: z
    .boolean()
    .default(true)
    .meta({ title: 'Leave out what the warning lists of MISP name (well-known addresses, popular domains)' }),
});
type Settings = z.infer<typeof settingsSchema>;

export default defineProvider({
  id: 'misp',
  name: who,
  homepage: 'https://www.misp-project.org/',
  settings: settingsSchema,
  ...ownPlatform(who, 'a key'),
  kinds: ['ipv4', 'ipv6', 'domain', 'url', 'email', 'md5', 'sha1', 'sha256', 'sha512', 'cve'],

  request: (ioc, { settings }) => ask([ioc], settings),
  read: (answer, ioc, { settings, now }) => read(answer, [ioc], settings, now)[0] ?? none(nothing),

  batch: {
    // The body has no limit; the answer lists every attribute of each value.
    size: 50,
    request: (iocs, { settings }) => ask(iocs, settings),
    read: (answer, iocs, { settings, now }) => read(answer, iocs, settings, now),
  },

  link: (ioc, { baseUrl }) => under(baseUrl, `/attributes/index?value=${encodeURIComponent(valueOf(ioc))}`),
});

const nothing = 'Your MISP has no attribute with this value.';
/** What its warning lists name is left out of its answer, and nothing in that tells so. */
const nothingKept = 'Your MISP has no attribute with this value, or its warning lists leave it out.';

/** `%` would match anything and a leading `!` the opposite; a backslash takes their meaning (MISP's restSearch). */
const escaped = (value: string): string =>
  value.replaceAll('%', String.raw`\%`).replace(/^!/, String.raw`\!`);

const valueOf = ({ kind, value }: Ioc): string => (kind === 'domain' ? asciiHost(value) : value);

/** A domain is kept in punycode, an address and a hash in one form each; a URL as somebody typed it. */
const formsOf = (ioc: Ioc): readonly string[] => (ioc.kind === 'url' ? urlForms(ioc.value) : [valueOf(ioc)]);

const limitFor = (iocs: readonly Ioc[]): number => 100 * iocs.length;

/** `POST /attributes/restSearch` (misp-project.org/openapi); a list of values is an OR. */
const ask = (iocs: readonly Ioc[], settings: Settings): HttpRequest => ({
  method: 'POST',
  url: under(settings.baseUrl, '/attributes/restSearch'),
  headers: {
    Authorization: settings.key,
    'Content-Type': 'application/json',
    Accept: 'application/json',
  },
  body: JSON.stringify({
    returnFormat: 'json',
    value: iocs.flatMap(formsOf).map(escaped),
    type: [...new Set(iocs.flatMap(({ kind }) => typesOf(kind)))],
    limit: limitFor(iocs),
    includeEventTags: true,
    enforceWarninglist: settings.warninglists,
  }),
  timeout: 30_000,
  maxBytes: 8 * 1024 * 1024,
});

function read(
  answer: HttpAnswer,
  iocs: readonly Ioc[],
  { baseUrl, warninglists }: Settings,
  now: number,
): readonly Reading[] {
  const refused = refusal(answer, who, now, { no404: true });
  const linkTo = (event: string) => under(baseUrl, `/events/view/${event}`);
  return readEach(
    iocs,
    parseUnless(refused, answer, answerSchema, who),
    (ioc, { response: { Attribute } }) => {
      const forms = formsOf(ioc);
      const about = Attribute.filter((one) => forms.some((form) => isAbout(one, form)));
      if (about.length > 0) return reading(about, ioc.kind, linkTo);
      return Attribute.length < limitFor(iocs) ? none(warninglists ? nothingKept : nothing) : crowdedOut(who);
    },
  );
}
