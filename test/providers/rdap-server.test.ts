import { expect, test } from 'vitest';
import asn from '../../lib/providers/rdap-bootstrap/asn.json';
import dns from '../../lib/providers/rdap-bootstrap/dns.json';
import ipv4 from '../../lib/providers/rdap-bootstrap/ipv4.json';
import ipv6 from '../../lib/providers/rdap-bootstrap/ipv6.json';
import { isBootstrap, serverFor } from '../../lib/providers/rdap/server';

const domain = (value: string) => serverFor({ kind: 'domain', value }, dns);

test('the shipped files are bootstrap files, and a login page is not', () => {
  expect([asn, dns, ipv4, ipv6].every(isBootstrap)).toBe(true);
  expect(['<html>', null, {}, { services: [] }, { services: [['com']] }].some(isBootstrap)).toBe(false);
});

test('a domain is asked at the registry of its top-level domain', () => {
  expect(domain('google.com')).toEqual({ base: 'https://rdap.verisign.com/com/v1/' });
  expect(domain('WIKIPEDIA.ORG')).toEqual({ base: 'https://rdap.publicinterestregistry.org/rdap/' });
});

test('a top-level domain outside the list has no service, which is not "not registered"', () => {
  expect(domain('github.io')).toEqual({ nobody: 'No RDAP service for .io.' });
  expect(domain('heise.de')).toEqual({ nobody: 'No RDAP service for .de.' });
});

test('a registry on plain http alone is not asked', () => {
  expect(domain('cctld.kg')).toEqual({ nobody: 'No RDAP service over https for .kg.' });
});

test('the longest suffix of labels wins', () => {
  const file = {
    services: [
      [['uk'], ['https://uk.test/']],
      [['co.uk'], ['https://co.test/']],
    ],
  };
  expect(serverFor({ kind: 'domain', value: 'a.co.uk' }, file)).toEqual({ base: 'https://co.test/' });
  expect(serverFor({ kind: 'domain', value: 'aco.uk' }, file)).toEqual({ base: 'https://uk.test/' });
});

test('the most specific prefix wins, and families are not mixed up', () => {
  const file = {
    services: [
      [['8.0.0.0/8', '::/0'], ['https://wide.test/']],
      [['8.8.8.0/24'], ['https://narrow.test/']],
    ],
  };
  expect(serverFor({ kind: 'ipv4', value: '8.8.8.8' }, file)).toEqual({ base: 'https://narrow.test/' });
  expect(serverFor({ kind: 'ipv4', value: '8.9.9.9' }, file)).toEqual({ base: 'https://wide.test/' });
  expect(serverFor({ kind: 'ipv4', value: '9.9.9.9' }, file)).toHaveProperty('nobody');
  expect(serverFor({ kind: 'ipv6', value: '2001:db8::1' }, file)).toEqual({ base: 'https://wide.test/' });
});

test('addresses and AS numbers find their regional registry', () => {
  expect(serverFor({ kind: 'ipv4', value: '8.8.8.8' }, ipv4)).toEqual({
    base: 'https://rdap.arin.net/registry/',
  });
  expect(serverFor({ kind: 'ipv6', value: '2a00:1450::1' }, ipv6)).toEqual({
    base: 'https://rdap.db.ripe.net/',
  });
  expect(serverFor({ kind: 'asn', value: 'AS15169' }, asn)).toEqual({
    base: 'https://rdap.arin.net/registry/',
  });
});

test('a damaged file asks nobody', () => {
  expect(serverFor({ kind: 'domain', value: 'a.com' }, 'junk')).toHaveProperty('nobody');
});
