import type { ProviderCase } from './case';

const ioc = { kind: 'ipv4', value: '203.0.113.7' } as const;

const host = (tags: readonly string[], vulns: readonly string[] = []) => ({
  ip: '203.0.113.7',
  ports: [22, 443],
  cpes: ['cpe:/a:example:server:2.4'],
  hostnames: ['host7.badhost.test'],
  tags,
  vulns,
});

export default {
  settings: (baseUrl) => ({ baseUrl }),
  examples: [
    {
      name: 'a command-and-control server',
      ioc,
      body: host(['self-signed', 'c2']),
      reads: { level: 'malicious', summary: 'tagged c2, 2 open ports' },
    },
    {
      name: 'a compromised host',
      ioc,
      body: host(['compromised'], ['CVE-2021-41773']),
      reads: { level: 'suspicious', summary: 'tagged compromised, 2 open ports, 1 known CVE' },
    },
    {
      name: 'open ports and CVEs are facts, not a judgement',
      ioc,
      body: host(['eol-product'], ['CVE-2021-41773', 'CVE-2019-0211']),
      reads: { level: null, summary: '2 open ports, 2 known CVEs' },
    },
    { name: 'never seen', ioc, status: 404, body: { detail: 'No information available' }, reads: 'none' },
    { name: 'a wrong address', ioc, status: 404, body: { detail: 'Not Found' }, reads: 'missing' },
    { name: 'a 404 of some other server', ioc, status: 404, body: ['not here'], reads: 'failure' },
    { name: 'an address it cannot read', ioc, status: 422, body: { detail: 'invalid' }, reads: 'failure' },
    { name: 'an answer without ports', ioc, body: { ip: '203.0.113.7' }, reads: 'failure' },
  ],
  paths: [
    [ioc, '/203.0.113.7'],
    [{ kind: 'ipv6', value: '2001:db8::7' }, '/2001:db8::7'],
  ],
  recorded: [
    { file: 'shodan-internetdb/found.json', ioc: { kind: 'ipv4', value: '8.8.8.8' }, reads: null },
    { file: 'shodan-internetdb/clean_8.8.8.8.json', ioc: { kind: 'ipv4', value: '8.8.8.8' }, reads: null },
    {
      file: 'shodan-internetdb/not_found.json',
      status: 404,
      ioc: { kind: 'ipv4', value: '8.8.8.8' },
      reads: 'none',
    },
    {
      file: 'shodan-internetdb/rate_limited.json',
      status: 429,
      ioc: { kind: 'ipv4', value: '8.8.8.8' },
      reads: 'limited',
    },
  ],
} satisfies ProviderCase;
