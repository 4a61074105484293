import type { ProviderCase } from './case';

const domain = { kind: 'domain', value: 'badhost.test' } as const;

const info = (risk: unknown, more: object = {}) => ({
  iid: 7,
  type: 'domain',
  indicator: 'badhost.test',
  risk,
  risk_recommended: risk,
  retired: 0,
  stamp_seen: '2026-11-20 08:00:00',
  ...more,
});
const path = (encoded: string) => `/api/info.php?indicator=${encoded}&pretty=0&key=`;

export default {
  key: 'SECRET-PULSE-KEY',
  carries: 'query',
  settings: (baseUrl) => ({ key: 'SECRET-PULSE-KEY', baseUrl }),
  examples: [
    {
      name: 'a high risk with a threat',
      ioc: domain,
      body: info('high', { threats: [{ tid: 1, name: 'Zeus', category: 'malware', risk: 'high' }] }),
      reads: {
        level: 'malicious',
        summary: 'Risk: high; Zeus',
        asOf: Date.UTC(2026, 10, 20, 8),
      },
    },
    {
      name: 'a critical risk, details of the wrong kind',
      ioc: domain,
      body: info('critical', { threats: 'none', riskfactors: [7], stamp_seen: null }),
      reads: { level: 'malicious', summary: 'Risk: critical' },
    },
    {
      name: 'a medium risk',
      ioc: domain,
      body: info('medium'),
      reads: { level: 'suspicious', summary: 'Risk: medium' },
    },
    {
      name: 'a high risk that is retired',
      ioc: domain,
      body: info('high', { retired: 'No recent activity' }),
      reads: { level: 'unknown', summary: 'Risk: high; retired' },
    },
    {
      name: 'a risk that is itself called retired',
      ioc: domain,
      body: info('retired', { retired: null }),
      reads: { level: 'unknown', summary: 'Risk: retired' },
    },
    {
      name: 'no risk, which is no promise',
      ioc: domain,
      body: info('none'),
      reads: { level: 'unknown', summary: 'Risk: none' },
    },
    {
      name: 'not found',
      ioc: domain,
      status: 404,
      body: { error: 'Indicator not found.' },
      reads: 'none',
    },
    {
      name: 'not found with status 200',
      ioc: domain,
      body: { error: 'Indicator not found.' },
      reads: 'none',
    },
    {
      name: 'a wrong key with status 200, repeated in the error',
      ioc: domain,
      body: { error: 'Invalid API key SECRET-PULSE-KEY' },
      reads: 'failure',
    },
    {
      name: 'a key that is not found is no IOC that is not found',
      ioc: domain,
      body: { error: 'API key not found.' },
      reads: 'refused',
    },
    {
      name: 'a spent limit that names the key is no refusal',
      ioc: domain,
      body: { error: 'Request limit exceeded for this API key.' },
      reads: 'limited',
    },
    { name: 'another error', ioc: domain, body: { error: 'Something went wrong.' }, reads: 'rejected' },
    {
      name: 'a 404 of some other server',
      ioc: domain,
      status: 404,
      body: { message: 'no' },
      reads: 'failure',
    },
    { name: 'a risk that is not documented', ioc: domain, body: info('purple'), reads: 'failure' },
  ],
  paths: [
    [domain, path('badhost.test')],
    [{ kind: 'domain', value: 'bücher.test' }, path('xn--bcher-kva.test')],
    [{ kind: 'ipv6', value: '2001:db8::7' }, path('2001%3Adb8%3A%3A7')],
    [
      { kind: 'url', value: 'http://badhost.test/a?b=c&d=e#f' },
      path('http%3A%2F%2Fbadhost.test%2Fa%3Fb%3Dc%26d%3De%23f'),
    ],
    [{ kind: 'url', value: 'http://bücher.test/ü' }, path('http%3A%2F%2Fxn--bcher-kva.test%2F%25C3%25BC')],
  ],
  recorded: [
    { file: 'pulsedive/domain_high.json', ioc: domain, reads: 'malicious' },
    // Its risk is medium, and Pulsedive has retired it for want of activity.
    { file: 'pulsedive/domain_medium.json', ioc: domain, reads: 'unknown' },
    { file: 'pulsedive/domain_none.json', ioc: domain, reads: 'unknown' },
    { file: 'pulsedive/not_found.json', status: 404, ioc: domain, reads: 'none' },
    { file: 'pulsedive/bad_key.json', status: 401, ioc: domain, reads: 'refused' },
    { file: 'pulsedive/rate_limited.json', status: 429, ioc: domain, reads: 'limited' },
    { file: 'pulsedive/rate_limited.json', ioc: domain, reads: 'limited' },
  ],
} satisfies ProviderCase;
