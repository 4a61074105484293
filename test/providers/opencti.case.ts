import { query, vulnerabilityQuery } from '../../lib/providers/opencti/query';
import type { ProviderCase } from './case';

const address = { kind: 'ipv4', value: '203.0.113.4' } as const;
const domain = { kind: 'domain', value: 'badhost.test' } as const;
const hash = { kind: 'sha256', value: 'a'.repeat(64) } as const;

const cve = { kind: 'cve', value: 'CVE-2021-44228' } as const;

const edges = (...nodes: unknown[]) => ({ edges: nodes.map((node) => ({ node })) });
const indicator = (id: string, score: unknown, more: object = {}) => ({
  id,
  name: '203.0.113.4',
  x_opencti_score: score,
  revoked: false,
  valid_from: '2026-01-01T00:00:00.000Z',
  valid_until: '2027-01-01T00:00:00.000Z',
  ...more,
});
const observable = (value: string, score: unknown, more: object = {}) => ({
  id: 'o1',
  entity_type: 'IPv4-Addr',
  observable_value: value,
  x_opencti_score: score,
  updated_at: '2026-10-01T00:00:00.000Z',
  ...more,
});
const found = (observables: unknown[], indicators: unknown[] = []) => ({
  data: { stixCyberObservables: edges(...observables), indicators: edges(...indicators) },
});
const vulnerability = (name: string, more: object = {}) => ({ id: 'v1', name, ...more });
const known = (...vulnerabilities: unknown[]) => ({ data: { vulnerabilities: edges(...vulnerabilities) } });
const falsePositive = { objectLabel: [{ value: 'False positive' }] };

const anyOf = (key: string, values: string[]) => ({
  mode: 'and',
  filters: [{ key, values, operator: 'eq', mode: 'or' }],
  filterGroups: [],
});
const body = (key: string, values: string[], iocs = 1) => ({
  query,
  variables: {
    observables: anyOf(key, values),
    indicators: anyOf('name', values),
    first: 10 * iocs,
  },
});
const cveBody = (values: string[]) => ({
  query: vulnerabilityQuery,
  variables: { vulnerabilities: anyOf('name', values), first: 10 * values.length },
});
const asked = (key: string, ...values: string[]) => ({ method: 'POST', body: body(key, values) }) as const;

export default {
  key: 'SECRET-OPENCTI-TOKEN',
  carries: ['Authorization', 'Bearer SECRET-OPENCTI-TOKEN'],
  settings: (baseUrl) => ({ key: 'SECRET-OPENCTI-TOKEN', baseUrl }),
  needs: 'Needs the address of your OpenCTI.',
  examples: [
    {
      name: 'an indicator in force',
      ioc: address,
      body: found([observable('203.0.113.4', 40, { indicators: edges(indicator('i1', 80)) })]),
      reads: { level: 'malicious', summary: '1 indicator in force, score 80 of 100' },
    },
    {
      name: 'an indicator that no observable stands behind, told twice',
      ioc: address,
      body: found([], [indicator('i1', 75), indicator('i1', 75)]),
      reads: { level: 'malicious', summary: '1 indicator in force, score 75 of 100' },
    },
    {
      name: 'an indicator with the score of which nobody said more',
      ioc: address,
      body: found([], [indicator('i1', 50, { valid_until: null, revoked: null })]),
      reads: { level: 'suspicious', summary: '1 indicator in force, score 50 of 100' },
    },
    {
      name: 'an indicator that ran out, and an observable of low score',
      ioc: address,
      body: found([
        observable('203.0.113.4', 20, {
          indicators: edges(indicator('i1', 90, { valid_until: '2026-02-01T00:00:00.000Z' })),
        }),
      ]),
      reads: {
        level: 'unknown',
        summary: '1 indicator, none in force, score 20 of 100',
        asOf: Date.UTC(2026, 9, 1),
      },
    },
    {
      name: 'an indicator that was taken back',
      ioc: address,
      body: found([], [indicator('i1', 90, { revoked: true })]),
      reads: { level: 'unknown', summary: '1 indicator, none in force, score 0 of 100' },
    },
    {
      name: 'an indicator that is not in force yet',
      ioc: address,
      body: found([], [indicator('i1', 90, { valid_from: '2026-12-01T00:00:00.000Z' })]),
      reads: { level: 'unknown', summary: '1 indicator, none in force, score 0 of 100' },
    },
    {
      name: 'an observable alone, however high its score',
      ioc: domain,
      body: found([
        observable('BADHOST.test', 100, { objectLabel: 'none', objectMarking: [7], indicators: null }),
      ]),
      reads: { level: 'suspicious', summary: 'Seen, without an indicator, score 100 of 100' },
    },
    {
      name: 'an observable that is marked as a false positive, with what rests on it',
      ioc: address,
      body: found([
        observable('203.0.113.4', 90, { ...falsePositive, indicators: edges(indicator('i1', 90)) }),
      ]),
      reads: {
        level: 'unknown',
        summary: '1 indicator in force, score 90 of 100, marked as false positive',
      },
    },
    {
      name: 'a file, by one of its hashes',
      ioc: hash,
      body: found([observable('load.bin', 60, { hashes: [{ algorithm: 'SHA-256', hash: 'A'.repeat(64) }] })]),
      reads: { level: 'suspicious', summary: 'Seen, without an indicator, score 60 of 100' },
    },
    {
      name: 'a CVE, which is no malicious thing however high its score',
      ioc: cve,
      body: known(
        vulnerability('cve-2021-44228', {
          description: 'Remote code execution by lookups in log messages',
          x_opencti_cvss_base_score: 10,
          x_opencti_cvss_base_severity: 'CRITICAL',
          objectLabel: [{ value: 'exploited' }],
        }),
      ),
      reads: { level: null, summary: 'CVSS 10, critical' },
    },
    {
      name: 'a CVE that two feeds brought, one as an alias, without a score',
      ioc: cve,
      body: known(
        vulnerability('Log4Shell', { x_opencti_aliases: ['CVE-2021-44228'], createdBy: null }),
        vulnerability('CVE-2021-44228', { x_opencti_cvss_base_score: 'high', objectLabel: 'none' }),
      ),
      reads: { level: null, summary: 'Known, without a score, 2 records' },
    },
    { name: 'another CVE', ioc: cve, body: known(vulnerability('CVE-2021-4422')), reads: 'none' },
    { name: 'no vulnerability', ioc: cve, body: known(), reads: 'none' },
    { name: 'a vulnerability without a name', ioc: cve, body: known({ id: 'v1' }), reads: 'failure' },
    { name: 'observables in place of vulnerabilities', ioc: cve, body: found([]), reads: 'failure' },
    {
      name: 'an error about a CVE with status 200',
      ioc: cve,
      body: { errors: [{ message: 'Cannot query field "vulnerabilities"' }], ...known() },
      reads: 'failure',
    },
    { name: 'nothing', ioc: domain, body: found([]), reads: 'none' },
    { name: 'another value', ioc: domain, body: found([observable('notbadhost.test', 90)]), reads: 'none' },
    {
      name: 'an error with status 200, and half an answer',
      ioc: domain,
      body: { errors: [{ message: 'Cannot return null' }], ...found([]) },
      reads: 'failure',
    },
    { name: 'errors that are none', ioc: domain, body: { errors: [], ...found([]) }, reads: 'none' },
    {
      name: 'an observable without an id',
      ioc: domain,
      body: found([{ observable_value: 'x' }]),
      reads: 'failure',
    },
    { name: 'no data', ioc: domain, body: { data: null }, reads: 'failure' },
    { name: 'a 404 of some other server', ioc: domain, status: 404, body: '<html>', reads: 'failure' },
  ],
  paths: [
    [address, '/graphql', asked('value', '203.0.113.4')],
    [{ kind: 'ipv6', value: '2001:db8::4' }, '/graphql', asked('value', '2001:db8::4')],
    // It keeps names and URLs as they came, in one form or the other.
    [
      { kind: 'domain', value: 'bücher.test' },
      '/graphql',
      asked('value', 'bücher.test', 'xn--bcher-kva.test'),
    ],
    [
      { kind: 'url', value: 'http://badhost.test/"}]}{' },
      '/graphql',
      asked('value', 'http://badhost.test/"}]}{'),
    ],
    [
      { kind: 'url', value: 'https://bücher.test/ä?q=ü' },
      '/graphql',
      asked('value', 'https://bücher.test/ä?q=ü', 'https://xn--bcher-kva.test/%C3%A4?q=%C3%BC'),
    ],
    [cve, '/graphql', { method: 'POST', body: cveBody([cve.value]) }],
    [hash, '/graphql', asked('hashes.SHA-256', hash.value)],
    [{ kind: 'md5', value: 'b'.repeat(32) }, '/graphql', asked('hashes.MD5', 'b'.repeat(32))],
  ],
  batched: [
    {
      iocs: [address, { kind: 'email', value: 'a@badhost.test' }, domain],
      asked: {
        method: 'POST',
        path: '/graphql',
        body: body('value', ['203.0.113.4', 'a@badhost.test', 'badhost.test'], 3),
      },
      body: found(
        [observable('badhost.test', 60)],
        [indicator('i1', 90), indicator('i2', 90, { name: 'Campaign' })],
      ),
      reads: ['malicious', 'none', 'suspicious'],
    },
    {
      iocs: [cve, { kind: 'cve', value: 'CVE-2024-3400' }],
      asked: { method: 'POST', path: '/graphql', body: cveBody([cve.value, 'CVE-2024-3400']) },
      body: known(vulnerability('CVE-2024-3400')),
      reads: ['none', null],
    },
    // Whether the second has none, or its own were left out of a full answer, cannot be told.
    {
      iocs: [address, domain],
      asked: { method: 'POST', path: '/graphql', body: body('value', ['203.0.113.4', 'badhost.test'], 2) },
      body: found(
        [],
        Array.from({ length: 20 }, (_, at) => indicator(`i${at}`, 90)),
      ),
      reads: ['malicious', 'too-large'],
    },
  ],
  recorded: [
    // Its indicator ran out in January 2025, so the observable's own score of 80 is what is left.
    {
      file: 'opencti/observable_found.json',
      ioc: { kind: 'ipv4', value: '198.51.100.23' },
      reads: 'suspicious',
    },
    { file: 'opencti/observable_found.json', ioc: { kind: 'ipv4', value: '198.51.100.2' }, reads: 'none' },
    { file: 'opencti/observable_empty.json', ioc: domain, reads: 'none' },
    { file: 'opencti/bad_key.json', ioc: domain, reads: 'refused' },
    { file: 'opencti/bad_key.json', status: 401, ioc: domain, reads: 'refused' },
  ],
} satisfies ProviderCase;
