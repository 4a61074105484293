import { z } from 'zod';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Ioc } from '../ioc';
import { addressFields, keyedAddress, keyField } from '../core/address';
import { under } from '../core/base-url';
import { distinct, factsOf } from '../core/facts';
import { googleRefusal } from '../core/google';
import { defineProvider, type Reading } from '../core/plugin';
import { answered, failed, none, parse } from '../core/reading';
import { expressionsOf, siteUrl } from '../core/safe-browsing-url';

const who = 'Web Risk';
const minute = 60_000;

/** The lists that are searched (cloud.google.com/web-risk/docs/reference/rest/v1/ThreatType), and how each is named. */
const lists: ReadonlyMap<string, string> = new Map([
  ['MALWARE', 'malware'],
  ['SOCIAL_ENGINEERING', 'social engineering'],
  ['UNWANTED_SOFTWARE', 'unwanted software'],
  ['SOCIAL_ENGINEERING_EXTENDED_COVERAGE', 'social engineering, with less confidence'],
]);
const convicts = (type: string): boolean => type === 'MALWARE' || type === 'SOCIAL_ENGINEERING';

const types = z.array(z.string());
/** `hashes:search`. A search without a match says how long that holds; bytes come as base64. */
const hashesSchema = z
  .object({
    threats: z.array(z.object({ hash: z.string(), threatTypes: types })).optional(),
    negativeExpireTime: z.string().optional(),
  })
  .refine(({ threats, negativeExpireTime }) => threats !== undefined || negativeExpireTime !== undefined);
/** `uris:search`. Strict, since a search without a match answers an empty object. */
const uriSchema = z.strictObject({ threat: z.object({ threatTypes: types }).optional() });

export default defineProvider({
  id: 'webrisk',
  name: 'Google Web Risk',
  homepage: 'https://cloud.google.com/security/products/web-risk',
  settings: z.object({
    key: z.string().default('').meta(keyField),
    ask: z.enum(['hash', 'url']).default('hash').meta({
      title: 'What Google gets to see',
      description:
        'hash: four bytes of a hash, and only the very URL or host is looked up. url: the URL itself, looked up with its folders and hosts.',
    }),
    ...addressFields(z.string(), z.boolean(), 'https://webrisk.googleapis.com'),
    perDay: z
      .int()
      .min(1)
      .default(200)
      .meta({ title: 'Lookups a day at most', description: 'Each is billed.' }),
  }),
  ...keyedAddress,
  terms: {
    words: 'Billed by Google: a lookup by hash costs 5 US cents; by URL, 100,000 a month are free.',
    url: 'https://cloud.google.com/web-risk/pricing',
  },
  kinds: ['url', 'domain', 'ipv4', 'ipv6'],
  discloses: {
    class: 'passive',
    words: 'Google sees four bytes of a hash of the URL; the URL itself only where you say so.',
  },
  weight: 0.9,
  onByDefault: false,
  maxTlp: 'green',
  // Each lookup is money.
  scarce: true,
  limits: [
    { requests: 60, per: minute },
    { requests: 200, per: 'day' },
  ],
  limitsBy: ({ perDay }) => [
    { requests: 60, per: minute },
    { requests: perDay, per: 'day' },
  ],
  // A match must not be kept beyond its own expiry, which is minutes away (`expireTime` in the recorded answers).
  fresh: { found: 5 * minute, none: 5 * minute },
  sample: { kind: 'url', value: 'http://testsafebrowsing.appspot.com/s/malware.html' },

  request: (ioc, { settings }) => ({
    url: under(
      settings.baseUrl,
      `/v1/${settings.ask === 'url' ? `uris:search?uri=${encodeURIComponent(siteUrl(ioc))}` : `hashes:search?hashPrefix=${encodeURIComponent(prefixOf(ioc))}`}${wanted}`,
    ),
    headers: { 'X-Goog-Api-Key': settings.key, Accept: 'application/json' },
  }),

  read(answer, ioc, { settings, now }) {
    const refused = googleRefusal(answer, who, now);
    if (refused) return failed(refused);
    if (settings.ask === 'url') {
      const found = parse(answer, uriSchema, who);
      return found.ok ? reading(found.value.threat?.threatTypes ?? [], nothing) : failed(found.failure);
    }
    const found = parse(answer, hashesSchema, who);
    if (!found.ok) return failed(found.failure);
    const hash = plain(base64(hashOf(ioc)));
    const about = (found.value.threats ?? []).filter((one) => plain(one.hash) === hash);
    return reading(
      about.flatMap(({ threatTypes }) => threatTypes),
      onlyItself,
    );
  },

  link: (ioc) =>
    `https://transparencyreport.google.com/safe-browsing/search?url=${encodeURIComponent(siteUrl(ioc))}`,
});

const nothing = 'Web Risk does not list it, which does not make it safe.';
const onlyItself =
  'Web Risk does not list exactly this. Its folders and hosts were not asked about, and it need not be safe.';
const wanted = [...lists.keys()].map((list) => `&threatTypes=${list}`).join('');

/** Of the expressions of a URL, its own: the exact host with the exact path and query. One request takes one prefix. */
const hashOf = (ioc: Ioc): Uint8Array =>
  sha256(new TextEncoder().encode(expressionsOf(siteUrl(ioc))[0] ?? ''));

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Either alphabet of base64, with or without padding, as one. */
const plain = (text: string): string => text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');

/** In an address the prefix goes in the web-safe alphabet (reference of `hashes:search`). */
const prefixOf = (ioc: Ioc): string =>
  base64(hashOf(ioc).subarray(0, 4)).replaceAll('+', '-').replaceAll('/', '_');

/** Malware and social engineering convict; unwanted software and the list of less confidence are suspicious. */
function reading(found: readonly string[], otherwise: string): Reading {
  if (found.length === 0) return none(otherwise);
  const names = distinct(found.map((type) => lists.get(type) ?? 'an unknown threat'));
  return answered({
    level: found.some(convicts) ? 'malicious' : 'suspicious',
    summary: `Google lists it for ${names.join(' and ')}`,
    facts: factsOf({ Lists: names, Advisory: 'provided by Google' }),
  });
}
