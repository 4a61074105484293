import { expect, test } from 'vitest';
import { addressProblem, isBaseUrl, originPattern, under } from '../../lib/core/base-url';

test.each([
  ['https://host.example', true],
  ['https://host.example:8443/rt/', true],
  ['http://127.0.0.1:9', true],
  ['', false],
  ['host.example', false],
  ['ftp://host.example', false],
  ['javascript:alert(1)', false],
  ['https://user:key@host.example', false],
  ['https://host.example/?', false],
  ['https://host.example/#', false],
])('%s as an address: %s', (text, fits) => {
  expect(isBaseUrl(text)).toBe(fits);
});

test.each([
  ['https://rt.corp.example', false, true],
  ['http://localhost:8080', false, true],
  ['http://rt.localhost', false, true],
  ['http://127.8.9.1', false, true],
  ['http://[::1]:80', false, true],
  ['http://rt.corp.example', false, false],
  ['http://rt.corp.example', true, true],
  ['http://localhost.evil.example', false, false],
  ['http://127.0.0.1.evil.example', false, false],
  ['nonsense', true, false],
])('%s with plain http allowed %s is usable: %s', (url, plainHttp, fine) => {
  expect(addressProblem(url, plainHttp) === null).toBe(fine);
});

test('a grant is asked for without port and path', () => {
  expect(originPattern('https://rt.corp.example:8443/rt')).toEqual(['https://rt.corp.example/*']);
  expect(originPattern('nonsense')).toEqual([]);
});

test('the path of an address is kept', () => {
  expect(under('https://h.example/vt//', '/api')).toBe('https://h.example/vt/api');
});
