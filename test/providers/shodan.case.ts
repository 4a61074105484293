import type { ProviderCase } from './case';

const ioc = { kind: 'ipv4', value: '203.0.113.7' } as const;
const google = { kind: 'ipv4', value: '8.8.8.8' } as const;

const host = (tags: unknown, more: object = {}) => ({
  ip_str: '203.0.113.7',
  ports: [443, 22],
  hostnames: ['host7.badhost.test'],
  org: 'Example Hosting',
  isp: 'Example Hosting',
  asn: 'AS64500',
  os: null,
  tags,
  last_update: '2026-11-20T10:11:12.000000',
  ...more,
});

export default {
  key: 'SECRET-SHODAN-KEY',
  carries: 'query',
  settings: (baseUrl) => ({ key: 'SECRET-SHODAN-KEY', baseUrl }),
  examples: [
    {
      name: 'a command-and-control server',
      ioc,
      body: host(['self-signed', 'c2']),
      reads: {
        level: 'malicious',
        summary: 'tagged c2, 2 open ports',
        asOf: Date.UTC(2026, 10, 20, 10, 11, 12),
      },
    },
    {
      name: 'a compromised host with known holes',
      ioc,
      body: host(['compromised'], { vulns: ['CVE-2021-41773'] }),
      reads: { level: 'suspicious', summary: 'tagged compromised, 2 open ports, 1 known CVE' },
    },
    {
      name: 'a honeypot that poses as malware',
      ioc,
      body: host(['malware', 'honeypot']),
      reads: { level: 'suspicious', summary: 'tagged malware, tagged honeypot, 2 open ports' },
    },
    {
      name: 'open ports, CVEs and a VPN are facts, not a judgement',
      ioc,
      body: host(['vpn', 'cloud', 'honeypot'], { vulns: ['CVE-2021-41773', 'CVE-2019-0211'] }),
      reads: { level: null, summary: '2 open ports, 2 known CVEs' },
    },
    {
      name: 'details of the wrong kind do not spoil the rest',
      ioc,
      body: host(null, { vulns: { 'CVE-2021-41773': {} }, hostnames: 'host7', os: 7, last_update: 7 }),
      reads: { level: null, summary: '2 open ports' },
    },
    {
      name: 'never seen',
      ioc,
      status: 404,
      body: { error: 'No information available for that IP.' },
      reads: 'none',
    },
    { name: 'a 404 of some other server', ioc, status: 404, body: { error: 'no route' }, reads: 'failure' },
    { name: 'an error with status 200', ioc, body: { error: 'Access denied' }, reads: 'failure' },
    { name: 'a port that is no number', ioc, body: host([], { ports: ['443/tcp'] }), reads: 'failure' },
    {
      name: 'an error that repeats the key',
      ioc,
      status: 403,
      body: { error: 'Access denied: ?key=SECRET-SHODAN-KEY' },
      reads: 'failure',
    },
  ],
  paths: [
    [ioc, '/shodan/host/203.0.113.7?minify=true&key='],
    [{ kind: 'ipv6', value: '2001:db8::7' }, '/shodan/host/2001:db8::7?minify=true&key='],
  ],
  // api_info_free.json tells what a plan may do, which is not asked.
  recorded: [
    { file: 'shodan/host_8.8.8.8.json', ioc: google, reads: null },
    { file: 'shodan/host_vulnerable.json', ioc: google, reads: null },
    { file: 'shodan/not_found.json', status: 404, ioc: google, reads: 'none' },
    { file: 'shodan/bad_key.json', status: 401, ioc: google, reads: 'refused' },
    { file: 'shodan/rate_limited.json', status: 429, ioc: google, reads: 'limited' },
  ],
} satisfies ProviderCase;
