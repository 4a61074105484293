import { z } from 'zod';
import type { Ioc } from '../ioc';
import { addressFields, keyField, openAddress } from '../core/address';
import { asciiHost, asciiUrl } from '../core/ascii-host';
import { under } from '../core/base-url';
import type { Failure } from '../core/failure';
import type { HttpAnswer } from '../core/http';
import { defineProvider } from '../core/plugin';
import { namedRateLimit } from '../core/quota';
import { answered, failed, none, parse } from '../core/reading';
import { refusal } from '../core/refusal';
import { scanAnswer, searchSchema } from './urlscan/scans';

const who = 'Urlscan';
const hour = 3_600_000;
const perDayWithoutKey = 500;

/** The fields that are searched (docs.urlscan.io, "Search API Reference"): what was submitted, and where it led. */
const fields: Readonly<Record<string, readonly string[]>> = {
  ipv4: ['page.ip'],
  ipv6: ['page.ip'],
  domain: ['page.domain', 'task.domain'],
  url: ['page.url', 'task.url'],
  sha256: ['hash'],
};

export default defineProvider({
  id: 'urlscan',
  name: 'urlscan.io',
  homepage: 'https://urlscan.io/',
  settings: z.object({
    key: z
      .string()
      .default('')
      .meta({ ...keyField, description: 'Search answers without one too, less often.' }),
    ...addressFields(z.string(), z.boolean(), 'https://urlscan.io'),
    perDay: z.int().min(1).default(1000).meta({
      title: 'Searches a day that your key allows',
      description: 'Shown under Settings & API of your account there.',
    }),
  }),
  ...openAddress,
  kinds: ['ipv4', 'ipv6', 'domain', 'url', 'sha256'],
  discloses: {
    class: 'passive',
    words: 'Sees the IOC. Searches earlier scans; never submits anything, so nothing becomes public.',
  },
  weight: 0.6,
  onByDefault: false,
  maxTlp: 'green',
  // A minute's limit is unpublished. Without a key 500 a day; the account's page tells what a key may ask.
  limits: [
    { requests: 60, per: 60_000 },
    { requests: 1000, per: 'day' },
  ],
  limitsBy: ({ key, perDay }) => [
    { requests: 60, per: 60_000 },
    { requests: key === '' ? perDayWithoutKey : perDay, per: 'day' },
  ],
  quota: namedRateLimit,
  together: 2,
  fresh: { found: hour, none: hour / 4 },
  sample: { kind: 'domain', value: 'urlscan.io' },

  request: (ioc, { settings }) => ({
    // Newest first. Ten tell enough; a URL is also found inside longer ones, which are left out of more.
    url: under(
      settings.baseUrl,
      `/api/v1/search/?q=${encodeURIComponent(queryOf(ioc))}&size=${ioc.kind === 'url' ? 50 : 10}`,
    ),
    headers: { Accept: 'application/json', ...(settings.key === '' ? {} : { 'API-Key': settings.key }) },
  }),

  read(answer, ioc, { settings, now }) {
    const refused =
      unknownKey(answer) ??
      refusal(withReset(answer), who, now, { no404: true, keyless: settings.key === '' });
    if (refused) return failed(refused);
    const found = parse(answer, searchSchema, who);
    if (!found.ok) return failed(found.failure);
    const told = scanAnswer(ioc.kind, valueOf(ioc), found.value);
    return told ? answered(told) : none('Nobody has had it scanned in public.');
  },

  link: (ioc) => `https://urlscan.io/search/#${encodeURIComponent(queryOf(ioc))}`,
});

const valueOf = ({ kind, value }: Ioc): string => {
  if (kind === 'url') return asciiUrl(value);
  return kind === 'domain' ? asciiHost(value) : value;
};

/**
 * Elasticsearch's query string syntax, in which `/`, `:`, `*`, brackets and words such as OR mean something. Between
 * quotation marks they do not; the marks and the backslash alone are escaped there.
 */
function queryOf(ioc: Ioc): string {
  const quoted = `"${valueOf(ioc).replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return (fields[ioc.kind] ?? []).map((field) => `${field}:${quoted}`).join(' OR ');
}

/** A key that is none ("Invalid API key format") is answered with 400. */
const unknownKey = ({ status, text }: HttpAnswer): Failure | null =>
  status === 400 && /api key/i.test(text)
    ? { code: 'refused', status, message: `${who} does not know this key (400). Check the key.` }
    : null;

/** Its 429 tells the wait, in seconds, in a header of its own (docs.urlscan.io, "API Rate Limits"). */
const withReset = (answer: HttpAnswer): HttpAnswer => ({
  ...answer,
  headers: {
    get: (name) =>
      answer.headers.get(name) ??
      (name === 'Retry-After' ? answer.headers.get('X-Rate-Limit-Reset-After') : null),
  },
});
