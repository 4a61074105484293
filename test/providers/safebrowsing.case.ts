import { hashOf, searchAnswer } from '../lab/safe-browsing';
import type { ProviderCase } from './case';

const url = { kind: 'url', value: 'http://badhost.test/a/load.bin?x=1' } as const;
const domain = { kind: 'domain', value: 'badhost.test' } as const;
const site = hashOf('badhost.test/');

const prefix = (expression: string): string =>
  encodeURIComponent(Buffer.from(hashOf(expression).subarray(0, 4)).toString('base64'));
const path = (...expressions: string[]): string =>
  `/v5/hashes:search?${expressions.map((one) => `hashPrefixes=${prefix(one)}`).join('&')}`;

/** Begins with the same four bytes, and is another. */
const neighbour = Uint8Array.from(site, (byte, at) => (at < 4 ? byte : byte ^ 1));

export default {
  key: 'SECRET-GOOGLE-KEY',
  carries: ['X-Goog-Api-Key', 'SECRET-GOOGLE-KEY'],
  settings: (baseUrl) => ({ key: 'SECRET-GOOGLE-KEY', baseUrl }),
  examples: [
    {
      name: 'the site of a URL spreads malware',
      ioc: url,
      body: searchAnswer([{ hash: site, threat: 1 }]),
      reads: { level: 'malicious', summary: 'Google warns of malware' },
    },
    {
      name: 'the exact URL deceives, and is unwanted software too',
      ioc: url,
      body: searchAnswer([
        { hash: hashOf('badhost.test/a/load.bin?x=1'), threat: 3 },
        { hash: hashOf('badhost.test/a/load.bin'), threat: 2 },
      ]),
      reads: { level: 'malicious', summary: 'Google warns of social engineering and unwanted software' },
    },
    {
      name: 'unwanted software alone',
      ioc: domain,
      body: searchAnswer([{ hash: site, threat: 3 }]),
      reads: { level: 'suspicious', summary: 'Google warns of unwanted software' },
    },
    { name: 'no hash', ioc: domain, body: searchAnswer([]), reads: 'none' },
    {
      name: 'another hash with the same prefix',
      ioc: domain,
      body: searchAnswer([{ hash: neighbour, threat: 1 }]),
      reads: 'none',
    },
    {
      name: 'a threat with an attribute, and a threat nobody knows',
      ioc: domain,
      body: searchAnswer([
        { hash: site, threat: 1, attributes: [2] },
        { hash: site, threat: 9 },
      ]),
      reads: 'none',
    },
    {
      name: 'a hash that is too short',
      ioc: domain,
      body: searchAnswer([{ hash: site.subarray(0, 4), threat: 1 }]),
      reads: 'failure',
    },
    {
      name: 'an answer that was cut',
      ioc: domain,
      body: searchAnswer([{ hash: site, threat: 1 }]).subarray(0, 30),
      reads: 'failure',
    },
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
    [url, path('badhost.test/a/load.bin?x=1', 'badhost.test/a/load.bin', 'badhost.test/', 'badhost.test/a/')],
    [
      { kind: 'url', value: 'https://bücher.test/ä?q=ü' },
      path('xn--bcher-kva.test/%C3%A4?q=%C3%BC', 'xn--bcher-kva.test/%C3%A4', 'xn--bcher-kva.test/'),
    ],
  ],
  batched: [
    {
      iocs: [{ kind: 'domain', value: 'other.test' }, domain],
      asked: { path: path('other.test/', 'badhost.test/') },
      body: searchAnswer([{ hash: site, threat: 2 }]),
      reads: ['none', 'malicious'],
    },
  ],
  recorded: [
    {
      file: 'safebrowsing/v5_hashes_match.pb.base64',
      ioc: { kind: 'url', value: 'http://testsafebrowsing.appspot.com/s/malware.html' },
      reads: 'malicious',
    },
    { file: 'safebrowsing/v5_hashes_match.pb.base64', ioc: domain, reads: 'none' },
    // Of a search without a match only the cache duration is left, whatever was searched.
    { file: 'safebrowsing/v5_urls_clean.pb.base64', ioc: domain, reads: 'none' },
    { file: 'safebrowsing/bad_key.json', status: 400, ioc: domain, reads: 'refused' },
    { file: 'safebrowsing/api_disabled.json', status: 403, ioc: domain, reads: 'refused' },
    { file: 'safebrowsing/rate_limited.json', status: 429, ioc: domain, reads: 'limited' },
    // v4_*.json and v5_urls_*.pb.base64 with a match answer questions that would tell Google the URL: not asked. The
    // *.decoded.json are the same messages for people.
  ],
} satisfies ProviderCase;
