import { hashOf } from '../lab/safe-browsing';
import type { ProviderCase } from './case';

const url = { kind: 'url', value: 'http://badhost.test/a/load.bin?x=1' } as const;
const domain = { kind: 'domain', value: 'badhost.test' } as const;
const site = hashOf('badhost.test/');
const byUrl = { ask: 'url' };

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const listed = (hash: Uint8Array | string, ...threatTypes: unknown[]) => ({
  hash: typeof hash === 'string' ? hash : base64(hash),
  threatTypes,
  expireTime: '2026-11-24T02:05:00Z',
});
const until = '2026-11-24T02:05:00Z';
const lists =
  '&threatTypes=MALWARE&threatTypes=SOCIAL_ENGINEERING&threatTypes=UNWANTED_SOFTWARE&threatTypes=SOCIAL_ENGINEERING_EXTENDED_COVERAGE';
const path = (expression: string): string =>
  `/v1/hashes:search?hashPrefix=${encodeURIComponent(Buffer.from(hashOf(expression).subarray(0, 4)).toString('base64url'))}%3D%3D${lists}`;

/** Begins with the same four bytes, and is another. */
const neighbour = Uint8Array.from(site, (byte, at) => (at < 4 ? byte : byte ^ 1));

export default {
  key: 'SECRET-RISK-KEY',
  carries: ['X-Goog-Api-Key', 'SECRET-RISK-KEY'],
  settings: (baseUrl) => ({ key: 'SECRET-RISK-KEY', baseUrl }),
  examples: [
    {
      name: 'the very URL spreads malware',
      ioc: url,
      body: {
        threats: [listed(hashOf('badhost.test/a/load.bin?x=1'), 'MALWARE')],
        negativeExpireTime: until,
      },
      reads: { level: 'malicious', summary: 'Google lists it for malware' },
    },
    {
      name: 'a site on two lists, its hash in the web-safe alphabet',
      ioc: domain,
      body: {
        threats: [listed(Buffer.from(site).toString('base64url'), 'UNWANTED_SOFTWARE', 'SOCIAL_ENGINEERING')],
      },
      reads: { level: 'malicious', summary: 'Google lists it for unwanted software and social engineering' },
    },
    {
      name: 'the list of less confidence alone',
      ioc: domain,
      body: { threats: [listed(site, 'SOCIAL_ENGINEERING_EXTENDED_COVERAGE')] },
      reads: {
        level: 'suspicious',
        summary: 'Google lists it for social engineering, with less confidence',
      },
    },
    {
      name: 'a list nobody knows',
      ioc: domain,
      body: { threats: [listed(site, 'NEW_LIST')] },
      reads: { level: 'suspicious', summary: 'Google lists it for an unknown threat' },
    },
    { name: 'no match', ioc: domain, body: { negativeExpireTime: until }, reads: 'none' },
    {
      name: 'another hash with the same prefix',
      ioc: domain,
      body: { threats: [listed(neighbour, 'MALWARE')], negativeExpireTime: until },
      reads: 'none',
    },
    {
      name: 'the site of a URL, which was not asked about',
      ioc: url,
      body: { threats: [listed(site, 'MALWARE')] },
      reads: 'none',
    },
    { name: 'an empty object', ioc: domain, body: {}, reads: 'failure' },
    { name: 'lists of the wrong kind', ioc: domain, body: { threats: [listed(site, 7)] }, reads: 'failure' },
    {
      name: 'a key Google does not know',
      ioc: domain,
      status: 400,
      body: { error: { code: 400, message: 'API key not valid. Please pass a valid API key.' } },
      reads: 'failure',
    },
  ],
  paths: [
    [domain, path('badhost.test/')],
    [{ kind: 'domain', value: 'bücher.test' }, path('xn--bcher-kva.test/')],
    [{ kind: 'ipv4', value: '203.0.113.4' }, path('203.0.113.4/')],
    [{ kind: 'ipv6', value: '2001:db8::7' }, path('[2001:db8::7]/')],
    [url, path('badhost.test/a/load.bin?x=1')],
    [{ kind: 'url', value: 'https://bücher.test/ä?q=ü' }, path('xn--bcher-kva.test/%C3%A4?q=%C3%BC')],
  ],
  // match.json and clean.json answer a question that tells Google the URL, asked where the settings say so.
  recorded: [
    { file: 'webrisk/match.json', ioc: url, reads: 'malicious', settings: byUrl },
    { file: 'webrisk/clean.json', ioc: url, reads: 'none', settings: byUrl },
    { file: 'webrisk/clean.json', ioc: url, reads: 'bad-answer' },
    { file: 'safebrowsing/bad_key.json', status: 400, ioc: domain, reads: 'refused' },
    { file: 'safebrowsing/api_disabled.json', status: 403, ioc: domain, reads: 'refused' },
    { file: 'safebrowsing/rate_limited.json', status: 429, ioc: domain, reads: 'limited' },
  ],
} satisfies ProviderCase;
