import { z } from 'zod';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Ioc } from '../ioc';
import { addressFields, keyedAddress, keyField } from '../core/address';
import { under } from '../core/base-url';
import { factsOf } from '../core/facts';
import { googleRefusal } from '../core/google';
import type { HttpAnswer, HttpRequest } from '../core/http';
import { defineProvider, type Reading } from '../core/plugin';
import { answered, failed, none } from '../core/reading';
import { expressionsOf, siteUrl } from '../core/safe-browsing-url';
import { decode, type FullHash } from './safebrowsing/answer';

const who = 'Safe Browsing';
const minute = 60_000;
/** A warning must not rest on data older than 30 minutes. */
const oldest = 30 * minute;

export default defineProvider({
  id: 'safebrowsing',
  name: 'Google Safe Browsing',
  homepage: 'https://safebrowsing.google.com/',
  settings: z.object({
    key: z.string().default('').meta(keyField),
    ...addressFields(z.string(), z.boolean(), 'https://safebrowsing.googleapis.com'),
  }),
  ...keyedAddress,
  terms: {
    words:
      'For non-commercial use only. Warnings are not 100 % sure, and rest on data of the last 30 minutes.',
    url: 'https://developers.google.com/safe-browsing/terms',
  },
  kinds: ['url', 'domain', 'ipv4', 'ipv6'],
  discloses: {
    class: 'passive',
    words: 'Google sees four bytes of a hash of the URL and of its parts, never the URL.',
  },
  weight: 0.9,
  onByDefault: false,
  maxTlp: 'green',
  // The quota is the Google project's own and shown in its console; 10,000 a day is common.
  limits: [{ requests: 60, per: minute }],
  // A warning must not rest on data older than 30 minutes; 5 minutes is the answers' own usual cache duration.
  fresh: { found: 5 * minute, none: 5 * minute },
  sample: { kind: 'url', value: 'http://testsafebrowsing.appspot.com/s/malware.html' },

  request: (ioc, { settings }) => ask([ioc], settings),
  read: (answer, ioc, { now }) => read(answer, [ioc], now)[0] ?? none(nothing),

  batch: {
    // 1,000 prefixes are taken; a URL has up to 30, each 26 characters of an address that should stay below 8,000.
    size: 10,
    request: (iocs, { settings }) => ask(iocs, settings),
    read: (answer, iocs, { now }) => read(answer, iocs, now),
  },

  link: (ioc) =>
    `https://transparencyreport.google.com/safe-browsing/search?url=${encodeURIComponent(siteUrl(ioc))}`,
});

const nothing = 'Safe Browsing does not warn of it, which does not make it safe.';

const hashesOf = (ioc: Ioc): Uint8Array[] =>
  expressionsOf(siteUrl(ioc)).map((one) => sha256(new TextEncoder().encode(one)));

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** `GET /v5/hashes:search` (developers.google.com/safe-browsing/reference/rest/v5/hashes/search): prefixes of 4 bytes. */
function ask(
  iocs: readonly Ioc[],
  { key, baseUrl }: { readonly key: string; readonly baseUrl: string },
): HttpRequest {
  const prefixes = new Set(iocs.flatMap(hashesOf).map((hash) => base64(hash.subarray(0, 4))));
  const query = [...prefixes].map((prefix) => `hashPrefixes=${encodeURIComponent(prefix)}`).join('&');
  return {
    url: under(baseUrl, `/v5/hashes:search?${query}`),
    headers: { 'X-Goog-Api-Key': key, Accept: 'application/x-protobuf' },
  };
}

function read(answer: HttpAnswer, iocs: readonly Ioc[], now: number): readonly Reading[] {
  const refused = googleRefusal(answer, who, now);
  if (refused) return iocs.map(() => failed(refused));
  const found = decode(answer, who);
  if (!found.ok) return iocs.map(() => failed(found.failure));
  // "Clients must not cache beyond the duration" (reference, `cacheDuration`); nor beyond what its terms call old.
  const fresh = Math.min(found.value.seconds * 1000, oldest);
  return iocs.map((ioc) => {
    const hashes = new Set(hashesOf(ioc).map(base64));
    return { ...reading(found.value.hashes.filter(({ hash }) => hashes.has(base64(hash)))), fresh };
  });
}

/** Malware and deception convict; unwanted software and what may harm a phone are suspicious. */
function reading(found: readonly FullHash[]): Reading {
  const threats = [...new Set(found.flatMap(({ threats }) => threats))].toSorted();
  if (threats.length === 0) return none(nothing);
  const names = threats.map((threat) => words[threat] ?? 'an unknown threat');
  return answered({
    level: threats.some((threat) => threat <= 2) ? 'malicious' : 'suspicious',
    summary: `Google warns of ${names.join(' and ')}`,
    facts: factsOf({ Threats: names, Advisory: 'provided by Google' }),
  });
}

const words: Readonly<Record<number, string>> = {
  1: 'malware',
  2: 'social engineering',
  3: 'unwanted software',
  4: 'a potentially harmful application',
};
