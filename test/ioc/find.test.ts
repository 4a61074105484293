import { expect, test } from 'vitest';
import { defang, find, hostOf, refang } from '../../lib/ioc';

const pairs = (text: string): string[] => find(text).map(({ kind, value }) => `${kind} ${value}`);

test('a line of a report yields its defanged address, domain, URL and mailbox with exact offsets', () => {
  const text =
    'C2 at 185[.]220[.]101[.]42 and evil[.]com, see hxxps://Bad[.]example/Path?q=1. Mail: a[@]b[.]org';
  expect(pairs(text)).toEqual([
    'ipv4 185.220.101.42',
    'domain evil.com',
    'url https://bad.example/Path?q=1',
    'email a@b.org',
  ]);
  expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    '185[.]220[.]101[.]42',
    'evil[.]com',
    'hxxps://Bad[.]example/Path?q=1',
    'a[@]b[.]org',
  ]);
});

test('the names that the documentation uses are found like any other', () => {
  expect(pairs('evil.example x.test host.invalid dc01.corp.local')).toEqual([
    'domain evil.example',
    'domain x.test',
    'domain host.invalid',
    'domain dc01.corp.local',
  ]);
});

test('file names, versions, times and code hold nothing', () => {
  for (const text of [
    'cmd.exe config.py readme.md foo.sh a.zip',
    'version 1.2.3.4 and Chrome/120.0.0.0 Safari/537.36',
    'at 12:34:56 from 00:1A:2B:3C:4D:5E',
    'window.location System.Net java.lang.String std::vector<int>',
    'd41d8cd9-8f00-b204-e980-0998ecf8427e',
  ]) {
    expect(pairs(text), text).toEqual([]);
  }
});

test('only the kinds asked for are reported', () => {
  expect(find('evil.com 1.1.1.1', { kinds: ['ipv4'] }).map((one) => one.value)).toEqual(['1.1.1.1']);
});

test('a text is refanged in place and a value defanged and back', () => {
  expect(refang('go to hxxp://evil[.]com/a now')).toBe('go to http://evil.com/a now');
  for (const value of ['1.2.3.4', 'evil.com', 'https://evil.com/a.b', 'a@b.org', '2001:db8::1']) {
    expect(refang(defang(value)), value).toBe(value);
  }
});

test('the host of a URL or mailbox is an indicator of its own', () => {
  expect(hostOf({ kind: 'url', value: 'https://u:p@evil.com:8443/x' })).toEqual({
    kind: 'domain',
    value: 'evil.com',
  });
  expect(hostOf({ kind: 'url', value: 'http://[2001:db8::1]:80/' })).toEqual({
    kind: 'ipv6',
    value: '2001:db8::1',
  });
  expect(hostOf({ kind: 'email', value: 'a@evil.com' })).toEqual({ kind: 'domain', value: 'evil.com' });
  expect(hostOf({ kind: 'md5', value: 'd41d8cd98f00b204e9800998ecf8427e' })).toBeNull();
});
