import type { ProviderCase } from './case';

const address = { kind: 'ipv4', value: '203.0.113.4' } as const;
const domain = { kind: 'domain', value: 'badhost.test' } as const;

const attribute = (value: string, to_ids: unknown, more: object = {}) => ({
  id: '101',
  event_id: '7',
  type: 'ip-dst',
  category: 'Network activity',
  timestamp: '1731929600',
  to_ids,
  value,
  Event: { id: '7', info: 'Example campaign' },
  ...more,
});
const found = (...Attribute: unknown[]) => ({ response: { Attribute } });
const falsePositive = { Tag: [{ name: 'false-positive:risk="high"' }] };

const ipTypes = ['ip-src', 'ip-dst', 'ip-src|port', 'ip-dst|port', 'domain|ip'];
const body = (value: string[], type: string[], limit = 100) => ({
  returnFormat: 'json',
  value,
  type,
  limit,
  includeEventTags: true,
  enforceWarninglist: true,
});
const path = '/attributes/restSearch';

export default {
  key: 'SECRET-MISP-KEY',
  carries: ['Authorization', 'SECRET-MISP-KEY'],
  settings: (baseUrl) => ({ key: 'SECRET-MISP-KEY', baseUrl }),
  needs: 'Needs the address of your MISP.',
  examples: [
    {
      name: 'an attribute for detection',
      ioc: address,
      body: found(attribute('203.0.113.4', true), attribute('203.0.113.4|443', false)),
      reads: { level: 'malicious', summary: '2 attributes, 1 for detection, in “Example campaign”' },
    },
    {
      name: 'context alone',
      ioc: address,
      body: found(attribute('203.0.113.4', false, { Tag: 'none', timestamp: 'x', Event: [] })),
      reads: { level: 'suspicious', summary: '1 attribute, none for detection' },
    },
    {
      name: 'marked as a false positive',
      ioc: domain,
      body: found(attribute('BADHOST.test', true, falsePositive)),
      reads: { level: 'unknown', summary: '1 attribute, 1 marked as false positive, in “Example campaign”' },
    },
    {
      name: 'a CVE, which is no malicious thing whatever it is marked for',
      ioc: { kind: 'cve', value: 'CVE-2021-44228' },
      body: found(attribute('CVE-2021-44228', true, { type: 'vulnerability' })),
      reads: { level: null, summary: '1 attribute, in “Example campaign”' },
    },
    {
      name: 'a URL in the form that a feed has it in',
      ioc: { kind: 'url', value: 'https://bücher.test' },
      body: found(attribute('https://xn--bcher-kva.test/', true)),
      reads: { level: 'malicious', summary: '1 attribute, 1 for detection, in “Example campaign”' },
    },
    { name: 'another value', ioc: domain, body: found(attribute('notbadhost.test', true)), reads: 'none' },
    { name: 'no attribute', ioc: domain, body: found(), reads: 'none' },
    { name: 'an attribute without to_ids', ioc: domain, body: found({ value: 'x' }), reads: 'failure' },
    { name: 'a 404 of some other server', ioc: domain, status: 404, body: '<html>', reads: 'failure' },
  ],
  paths: [
    [address, path, { method: 'POST', body: body(['203.0.113.4'], ipTypes) }],
    [{ kind: 'ipv6', value: '2001:db8::4' }, path, { method: 'POST', body: body(['2001:db8::4'], ipTypes) }],
    [
      { kind: 'domain', value: 'bücher.test' },
      path,
      {
        method: 'POST',
        body: body(['xn--bcher-kva.test'], ['domain', 'hostname', 'domain|ip', 'hostname|port']),
      },
    ],
    [
      { kind: 'url', value: 'http://badhost.test/%41' },
      path,
      { method: 'POST', body: body([String.raw`http://badhost.test/\%41`], ['url', 'uri', 'link']) },
    ],
    // MISP holds a URL as it was typed, which colleagues do in one form and feeds in another.
    [
      { kind: 'url', value: 'https://bücher.test/ä?q=ü' },
      path,
      {
        method: 'POST',
        body: body(
          ['https://bücher.test/ä?q=ü', 'https://xn--bcher-kva.test/%C3%A4?q=%C3%BC'].map((url) =>
            url.replaceAll('%', String.raw`\%`),
          ),
          ['url', 'uri', 'link'],
        ),
      },
    ],
    [
      { kind: 'url', value: 'http://badhost.test' },
      path,
      { method: 'POST', body: body(['http://badhost.test', 'http://badhost.test/'], ['url', 'uri', 'link']) },
    ],
  ],
  batched: [
    {
      iocs: [address, { kind: 'cve', value: 'CVE-2021-44228' }, { kind: 'ipv4', value: '203.0.113.5' }],
      asked: {
        method: 'POST',
        path,
        body: body(['203.0.113.4', 'CVE-2021-44228', '203.0.113.5'], [...ipTypes, 'vulnerability'], 300),
      },
      body: found(attribute('203.0.113.5', true), attribute('cve-2021-44228', false)),
      reads: ['none', null, 'malicious'],
    },
    // Whether the second has none, or its own were left out of a full answer, cannot be told.
    {
      iocs: [address, { kind: 'ipv4', value: '203.0.113.5' }],
      asked: { method: 'POST', path, body: body(['203.0.113.4', '203.0.113.5'], ipTypes, 200) },
      body: found(...Array.from({ length: 200 }, () => attribute('203.0.113.4', true))),
      reads: ['malicious', 'too-large'],
    },
  ],
  recorded: [
    { file: 'misp/attributes_found.json', ioc: { kind: 'ipv4', value: '198.51.100.23' }, reads: 'malicious' },
    { file: 'misp/attributes_found.json', ioc: { kind: 'ipv4', value: '198.51.100.2' }, reads: 'none' },
    { file: 'misp/attributes_empty.json', ioc: domain, reads: 'none' },
    { file: 'misp/bad_key.json', status: 403, ioc: domain, reads: 'refused' },
  ],
} satisfies ProviderCase;
