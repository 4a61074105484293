import { describe, expect, test } from 'vitest';
import type { Ioc } from '../../lib/ioc';
import type { AskedProvider as Provider } from '../../lib/core/plugin';
import { readBody } from '../../lib/core/read-body';
import rdap from '../../lib/providers/rdap';
import internetdb from '../../lib/providers/shodan-internetdb';
import virustotal from '../../lib/providers/virustotal';
import { readRecorded, recorded } from '../recorded';

const now = Date.UTC(2026, 10, 24);

const ip: Ioc = { kind: 'ipv4', value: '8.8.8.8' };
const url: Ioc = { kind: 'url', value: 'http://badhost.test/' };
const file: Ioc = {
  kind: 'sha256',
  value: 'b665290bc6bba034a69c32f54862518a86a2dab93787a7e99daaa552c708b23a',
};
const domain = (value: string): Ioc => ({ kind: 'domain', value });

const rows: readonly (readonly [string, Provider, number, Ioc, string])[] = [
  ['virustotal/ip_malicious', virustotal, 200, ip, 'malicious'],
  ['virustotal/ip_clean', virustotal, 200, ip, 'benign'],
  ['virustotal/domain_clean', virustotal, 200, domain('google.com'), 'suspicious'],
  ['virustotal/domain_gist', virustotal, 200, domain('gist.github.com'), 'benign'],
  ['virustotal/domain_malicious', virustotal, 200, domain('down.mykings.pw'), 'malicious'],
  ['virustotal/url_malicious', virustotal, 200, url, 'malicious'],
  ['virustotal/file_malicious', virustotal, 200, file, 'malicious'],
  ['virustotal/not_found_url', virustotal, 404, url, 'none'],
  ['virustotal/not_found_file', virustotal, 404, file, 'none'],
  ['virustotal/bad_key', virustotal, 401, ip, 'refused'],
  ['virustotal/missing_key', virustotal, 401, ip, 'refused'],
  ['virustotal/quota_exceeded', virustotal, 429, ip, 'limited'],
  ['shodan-internetdb/found', internetdb, 200, ip, 'null'],
  ['shodan-internetdb/clean_8.8.8.8', internetdb, 200, ip, 'null'],
  ['shodan-internetdb/not_found', internetdb, 404, ip, 'none'],
  ['shodan-internetdb/rate_limited', internetdb, 429, ip, 'limited'],
  ['rdap/domain_google.com', rdap, 200, domain('google.com'), 'null'],
  ['rdap/domain_young', rdap, 200, domain('login-example-secure.com'), 'suspicious'],
  ['rdap/ip_8.8.8.8', rdap, 200, ip, 'null'],
  ['rdap/no_service_for_tld', rdap, 404, domain('google.io'), 'none'],
  ['rdap/not_found_registry', rdap, 404, domain('nobody-has-this.com'), 'none'],
  ['rdap/rate_limited', rdap, 429, domain('google.com'), 'limited'],
];

async function read(provider: Provider, name: string, status: number, ioc: Ioc) {
  const body = readRecorded(`${name}.json`);
  const answer = await readBody(new Response(body, { status }), 'host', 1e7, new AbortController().signal);
  const settings = provider.settings.parse({});
  return answer.ok ? provider.read(answer.value, ioc, { settings, now, files: {} }) : expect.fail('not read');
}

describe.skipIf(recorded === undefined)('answers of the real systems', () => {
  test.each(rows)('%s', async (name, provider, status, ioc, says) => {
    const reading = await read(provider, name, status, ioc);
    if (reading.is === 'answer') expect(String(reading.answer.level)).toBe(says);
    else expect(reading.is === 'none' ? 'none' : reading.failure.code).toBe(says);
  });

  test('the abuse contact is found inside the registrar and inside the registrant', async () => {
    const contacts = await Promise.all(
      ['rdap/domain_google.com', 'rdap/ip_8.8.8.8'].map(async (name) => {
        const reading = await read(rdap, name, 200, name.includes('ip_') ? ip : domain('google.com'));
        return (
          reading.is === 'answer' &&
          reading.answer.facts?.find(({ label }) => label === 'Abuse contact')?.value
        );
      }),
    );
    expect(contacts).toEqual(['abusecomplaints@markmonitor.com', 'network-abuse@google.com']);
  });
});
