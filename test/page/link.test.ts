import { assert, constantFrom, integer, nat, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetOf } from '../../lib/page/link';

const safe = (target: string): string =>
  `https://emea01.safelinks.protection.outlook.com/?url=${encodeURIComponent(target)}&data=02%7C01`;

describe('where a redirecting link leads', () => {
  it.each([
    [safe('http://evil-host.com/a?b=1'), 'http://evil-host.com/a?b=1'],
    [
      'https://usg01.safelinks.protection.office365.us/?url=https%3A%2F%2Fevil-host.com',
      'https://evil-host.com',
    ],
    [
      'https://x.safelinks.protection.outlook.com/GetUrlReputation?amp;url=http%3A%2F%2Fevil-host.com',
      'http://evil-host.com',
    ],
    ['https://www.google.com/url?q=https://evil-host.com/x&sa=D', 'https://evil-host.com/x'],
    [
      'https://google.co.uk/url?sa=t&url=https%3A%2F%2Fevil-host.com%2Fx%2By&usg=A',
      'https://evil-host.com/x+y',
    ],
    ['https://www.youtube.com/redirect?event=c&q=https%3A%2F%2Fevil-host.com', 'https://evil-host.com'],
    ['https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fevil-host.com%2fx&c=E', 'https://evil-host.com/x'],
    ['https://slack-redir.net/link?url=https%3A%2F%2Fevil-host.com%2Fx', 'https://evil-host.com/x'],
    ['https://lm.facebook.com/l.php?u=https%3A%2F%2Fevil-host.com%2F&h=AT0', 'https://evil-host.com/'],
    ['https://l.instagram.com/?u=https%3A%2F%2Fevil-host.com%2F&e=AT0', 'https://evil-host.com/'],
    ['https://www.linkedin.com/safety/go?url=https%3A%2F%2Fevil-host.com&trk=x', 'https://evil-host.com'],
    ['https://clicktime.symantec.com/3abc?u=http%3A%2F%2Fevil-host.com%2Fa', 'http://evil-host.com/a'],
    [
      'https://cas5-0-urlprotect.trendmicro.com:443/wis/clicktime/v1/query?url=https%3a%2f%2fevil%2dhost.com&umid=e',
      'https://evil-host.com',
    ],
    ['https://protect2.fireeye.com/v1/url?k=1&q=1&u=http%3A%2F%2Fevil-host.com%2F', 'http://evil-host.com/'],
    ['https://link.edgepilot.com/s/1/2?u=https://evil-host.com/x', 'https://evil-host.com/x'],
    [
      'https://us-west-2.protection.sophos.com/?d=evil-host.com&u=aHR0cHM6Ly9ldmlsLWhvc3QuY29tL2E_Yj0x&i=N',
      'https://evil-host.com/a?b=1',
    ],
    ['https://corp.service-now.com/nav_to.do?uri=https%3A%2F%2Fevil-host.com%2Fx', 'https://evil-host.com/x'],
    ['http://secure-web.cisco.com/1S1h_Cy8Q/http://evil-host.com/', 'http://evil-host.com/'],
    [
      'https://secure-web.cisco.com/1S1h_Cy8Q/https%3A%2F%2Fevil-host.com%2Fa%3Fb%3D1',
      'https://evil-host.com/a?b=1',
    ],
  ])('%s', (href, target) => {
    expect(targetOf(href)).toBe(target);
  });

  it.each([
    ['https://urldefense.proofpoint.com/v1/url?u=http://evil-host.com/a_b&k=x', 'http://evil-host.com/a_b'],
    [
      'https://urldefense.proofpoint.com/v2/url?u=http-3A__evil-2Dhost.com_a-5Fb&d=DwMFaQ',
      'http://evil-host.com/a_b',
    ],
    [
      'https://urldefense.com/v2/url?u=http-3A__evil-2Dhost.com_-3Fa-3D1-26amp-3Bb-3D2&d=D',
      'http://evil-host.com/?a=1&b=2',
    ],
    ['https://urldefense.com/v3/__https://evil-host.com/a__;!!abc$', 'https://evil-host.com/a'],
    ['https://urldefense.us/v3/__http:/evil-host.com/a__;!!abc$', 'http://evil-host.com/a'],
    [
      'https://urldefense.com/v3/__https://evil-host.com/owa*2Findex__;JQ!!Fjc!x$',
      'https://evil-host.com/owa%2Findex',
    ],
    ['https://urldefense.com/v3/__http://evil-host.com/**Ab*__;w6nDqCM!!x$', 'http://evil-host.com/éèb#'],
    ['https://urldefense.com/v3/__https://evil-host.com/a/../b__;!!abc$', 'https://evil-host.com/a/../b'],
  ])('Proofpoint: %s', (href, target) => {
    expect(targetOf(href)).toBe(target);
  });

  it.each([
    ['https://protect-eu.mimecast.com/s/aBcD?domain=evil-host.com', 'evil-host.com'],
    ['https://url.us.m.mimecastprotect.com/s/aBcD?domain=evil-host.com', 'evil-host.com'],
    ['https://us-east-2.protection.sophos.com/?d=evil-host.com&b=99&x=5', 'evil-host.com'],
  ])('is known by its domain alone: %s', (href, target) => {
    expect(targetOf(href)).toBe(target);
  });

  it('is read through every layer that gateways wrapped around it', () => {
    const google = `https://www.google.com/url?q=${encodeURIComponent('https://evil-host.com/x')}`;
    expect(targetOf(safe(safe(google)))).toBe('https://evil-host.com/x');
    expect(targetOf(safe('https://protect-eu.mimecast.com/s/a?domain=evil-host.com'))).toBe('evil-host.com');
    // What cannot be read further is told as far as it was read.
    expect(targetOf(safe('https://protect-eu.mimecast.com/s/aBcD'))).toBe(
      'https://protect-eu.mimecast.com/s/aBcD',
    );
  });

  it.each([
    'https://evil-host.com/?url=http://other.example/',
    'https://notsafelinks.protection.outlook.com.evil-host.com/?url=http://other.example/',
    'https://x.safelinks.protection.outlook.com/?url=javascript:alert(1)',
    'https://www.google.com/search?q=https://evil-host.com',
    'https://urldefense.proofpoint.com/v2/url?u=http-3A__%E0%A4%A-ZZ',
    'https://protect-eu.mimecast.com/s/aBcD',
    'https://corp.service-now.com/nav_to.do?uri=incident.do%3Fsys_id%3D1',
    'https://corp.service-now.com/nav_to.do?uri=https%3A%2F%2Fcorp.service-now.com%2Fincident.do',
    'javascript:alert(1)',
    '/relative?url=http://evil-host.com/',
    '',
  ])('is nobody’s business for %s', (href) => {
    expect(targetOf(href)).toBeNull();
  });

  it.each([
    'https://x.safelinks.protection.outlook.com/?url=http%3A%2F%2Fevil-host.com%2Fa%3',
    'https://x.safelinks.protection.outlook.com/?url=http%3A%2F%2Fevil-host.com%2F%ff%fe',
    'https://secure-web.cisco.com/1S1h_Cy8Q/https%3A%2F%2Fevil-host.com%2Fa%3',
    'https://urldefense.com/v3/__https://evil-host.com/a',
    'https://urldefense.com/v3/__https://evil-host.com/a__;',
    'https://urldefense.com/v3/__https://evil-host.com/*__;!!abc$',
    'https://urldefense.com/v3/__https://evil-host.com/**Z__;Iw!!abc$',
    'https://urldefense.com/v3/__https://evil-host.com/**é__;Iw!!abc$',
    'https://urldefense.com/v3/__https://evil-host.com/*__;gA!!abc$',
    'https://eu.protection.sophos.com/?u=%%%',
  ])('is not told by what is cut or broken: %s', (href) => {
    expect(targetOf(href)).toBeNull();
  });
});

/** Letters that say how long a run is, as Proofpoint's decoder has them. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Writes an address as URL Defense does: everything but plain characters goes into runs, as long as they may be. */
function wrapThird(address: string): string {
  const spare: string[] = [];
  const written = address.replaceAll(/[^A-Za-z0-9:/.?=&-]+/g, (run) => {
    const characters = [...run];
    spare.push(...characters);
    let tokens = '';
    for (let left = characters.length; left > 0;) {
      const length = Math.min(left, 65);
      tokens += length === 1 ? '*' : `**${letters.charAt(length - 2)}`;
      left -= length;
    }
    return tokens;
  });
  const packed = Buffer.from(spare.join('')).toString('base64url');
  return `https://urldefense.com/v3/__${written}__;${packed}!!abc!x$`;
}

const wrapSecond = (address: string): string =>
  `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(address)
    .replaceAll(/[-_.!~*'()]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', '_')
    .replaceAll('%', '-')}&d=D`;

/** Text that stands in a link as it is: no space, and nothing that the wrappers give a meaning of their own. */
const path = string({ unit: 'grapheme', maxLength: 100 }).map((text) =>
  text.toWellFormed().replaceAll(/[\s_%*&]+/g, ''),
);
const addresses = path.map((text) => `http://evil-host.com/${text}`);

describe('whatever the address', () => {
  it('the third version of URL Defense gives it back, long runs and all scripts of the world included', () => {
    assert(
      property(addresses, (address) => {
        expect(targetOf(wrapThird(address))).toBe(address);
      }),
    );
  });

  it('the second gives it back', () => {
    assert(
      property(addresses, (address) => {
        expect(targetOf(wrapSecond(address))).toBe(address);
      }),
    );
  });

  it('several layers give it back', () => {
    assert(
      property(addresses, integer({ min: 1, max: 5 }), (address, layers) => {
        let href = address;
        for (let layer = 0; layer < layers; layer += 1) href = safe(href);
        expect(targetOf(href)).toBe(address);
      }),
    );
  });

  it('a link that is cut anywhere, or is garbage behind a known host, throws nothing and yields an address or a domain', () => {
    const hosts = [
      'https://urldefense.com/v3/__',
      'https://urldefense.com/v2/url?u=',
      'https://secure-web.cisco.com/1/',
      'https://a.protection.sophos.com/?u=',
      'https://a.safelinks.protection.outlook.com/?url=',
    ];
    const hrefs = oneof(
      tuple(constantFrom(...hosts), string()).map((parts) => parts.join('')),
      tuple(addresses.map(wrapThird), nat(400)).map(([href, end]) => href.slice(0, end)),
      tuple(addresses.map(wrapSecond), nat(400)).map(([href, end]) => href.slice(0, end)),
    );
    assert(
      property(hrefs, (href) => {
        expect(targetOf(href) ?? 'http://').toMatch(/^https?:\/\/|^[a-z0-9_.-]+$/i);
      }),
    );
  });
});
