import type { ProviderCase } from './case';

const ioc = { kind: 'ipv4', value: '203.0.113.7' } as const;
const organization = '11111111-2222-3333-4444-555555555555';

const service = (more: object = {}) => ({
  port: 443,
  protocol: 'HTTP',
  transport_protocol: 'tcp',
  scan_time: '2026-11-20T06:45:37Z',
  ...more,
});
const host = (services: unknown, more: object = {}) => ({
  result: { resource: { ip: '203.0.113.7', services, ...more }, extensions: {} },
});
const threat = (confidence?: unknown) => ({ name: 'Example RAT', type: ['C2_SERVER'], confidence });
const problem = (status: number, detail: string) => ({ title: 'Problem', status, detail });
const asOf = Date.UTC(2026, 10, 20, 6, 45, 37);

export default {
  key: 'SECRET-CENSYS-PAT',
  carries: ['Authorization', 'Bearer SECRET-CENSYS-PAT'],
  settings: (baseUrl) => ({ key: 'SECRET-CENSYS-PAT', organization, baseUrl }),
  examples: [
    {
      name: 'a service with the fingerprint of malware',
      ioc,
      body: host([service({ port: 22 }), service({ threats: [threat(0.9)] })]),
      reads: { level: 'malicious', summary: 'Example RAT, 2 open services', asOf },
    },
    {
      name: 'a threat without a confidence',
      ioc,
      body: host([service({ threats: [{ ...threat(), name: null, malware: { name: 'Example Bot' } }] })]),
      reads: { level: 'malicious', summary: 'Example Bot, 1 open service' },
    },
    {
      name: 'a threat of little confidence',
      ioc,
      body: host([service({ threats: [threat(0.3)] })]),
      reads: { level: 'suspicious', summary: 'Example RAT, 1 open service' },
    },
    {
      name: 'the label C2 alone',
      ioc,
      body: host([service({ labels: [{ value: 'C2' }] })]),
      reads: { level: 'suspicious', summary: 'labelled C2, 1 open service' },
    },
    {
      name: 'a reputation as bad as can be',
      ioc,
      body: host([service()], { reputation: { score: 81 } }),
      reads: { level: 'malicious', summary: 'reputation 81 of 100, where 100 is worst, 1 open service' },
    },
    {
      name: 'a reputation of high risk',
      ioc,
      body: host([service()], { reputation: { score: 61 } }),
      reads: { level: 'suspicious', summary: 'reputation 61 of 100, where 100 is worst, 1 open service' },
    },
    {
      name: 'a reputation of no meaning',
      ioc,
      body: host([service()], { reputation: { score: 60 } }),
      reads: { level: 'unknown', summary: 'reputation 60 of 100, where 100 is worst, 1 open service' },
    },
    {
      name: 'a benign reputation',
      ioc,
      body: host([service()], { reputation: { score: 20 } }),
      reads: { level: 'benign', summary: 'reputation 20 of 100, where 100 is worst, 1 open service' },
    },
    {
      name: 'a threat outweighs a benign reputation',
      ioc,
      body: host([service({ threats: [threat(1)] })], { reputation: { score: 0 } }),
      reads: {
        level: 'malicious',
        summary: 'Example RAT, reputation 0 of 100, where 100 is worst, 1 open service',
      },
    },
    {
      name: 'open services and other labels are facts, not a judgement',
      ioc,
      body: host([service({ labels: [{ value: 'OPEN_DIRECTORY' }], threats: null })]),
      reads: { level: null, summary: '1 open service' },
    },
    {
      name: 'scanned, and nothing open',
      ioc,
      body: host(null),
      reads: { level: null, summary: '0 open services' },
    },
    {
      name: 'details of the wrong kind do not spoil the rest',
      ioc,
      body: host([service({ threats: 'none', labels: 7, software: {}, cert: [] })], {
        dns: [],
        whois: 'x',
        location: 7,
        autonomous_system: 'AS64500',
        reputation: { score: 'high' },
      }),
      reads: { level: null, summary: '1 open service' },
    },
    { name: 'not seen', ioc, status: 404, body: problem(404, 'Host not found'), reads: 'none' },
    { name: 'a 404 of some other server', ioc, status: 404, body: { message: 'no route' }, reads: 'failure' },
    { name: 'an address it cannot read', ioc, status: 422, body: problem(422, 'bad ip'), reads: 'failure' },
    {
      name: 'the old API',
      ioc,
      body: { code: 200, status: 'OK', result: { services: [] } },
      reads: 'failure',
    },
    { name: 'spent credits', ioc, status: 403, body: problem(403, 'No credits left'), reads: 'failure' },
  ],
  paths: [
    [ioc, `/v3/global/asset/host/203.0.113.7?organization_id=${organization}`],
    [
      { kind: 'ipv6', value: '2001:db8::7' },
      `/v3/global/asset/host/2001:db8::7?organization_id=${organization}`,
    ],
  ],
  recorded: [
    { file: 'censys/platform_host.json', ioc, reads: null },
    { file: 'censys/platform_host_threat.json', ioc, reads: 'malicious' },
    { file: 'censys/platform_not_found.json', status: 404, ioc, reads: 'none' },
    { file: 'censys/platform_bad_key.json', status: 401, ioc, reads: 'refused' },
    { file: 'censys/platform_forbidden_or_no_credits.json', status: 403, ioc, reads: 'refused' },
    { file: 'censys/platform_rate_limited.json', status: 429, ioc, reads: 'limited' },
    // The old Search API has another shape; it is refused rather than half read.
    { file: 'censys/legacy_v2_host.json', ioc, reads: 'bad-answer' },
  ],
} satisfies ProviderCase;
