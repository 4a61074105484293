import type { ProviderCase } from './case';

const address = { kind: 'ipv4', value: '203.0.113.7' } as const;
const domain = { kind: 'domain', value: 'badhost.test' } as const;
const url = { kind: 'url', value: 'http://badhost.test/a?b=c' } as const;
const file = { kind: 'md5', value: 'b0c1f3f7a3d64c1f9b7e2a5580d1c9e4' } as const;

const rated = (score: unknown, cats: unknown = {}) => ({
  ip: '203.0.113.7',
  score,
  cats,
  reason: 'Security analyst review',
});
const site = (score: unknown, cats: object = {}) => ({
  result: { url: 'badhost.test', score, cats },
  tags: [],
});
const basic = `Basic ${Buffer.from('SECRET-XF-KEY:SECRET-PASSWORD').toString('base64')}`;

export default {
  key: 'SECRET-XF-KEY',
  carries: ['Authorization', basic],
  settings: (baseUrl) => ({ key: 'SECRET-XF-KEY', password: 'SECRET-PASSWORD', baseUrl }),
  examples: [
    {
      name: 'an address of high risk',
      ioc: address,
      body: rated(7.1, { 'Scanning IPs': 43, 'Botnet Command and Control Server': 86 }),
      reads: {
        level: 'malicious',
        summary: 'Risk 7.1 of 10, Botnet Command and Control Server, Scanning IPs',
      },
    },
    {
      name: 'an address of medium risk',
      ioc: address,
      body: rated(4, 'none'),
      reads: { level: 'suspicious', summary: 'Risk 4 of 10' },
    },
    {
      name: 'low risk, where every address begins',
      ioc: address,
      body: rated(1),
      reads: { level: 'unknown', summary: 'Risk 1 of 10' },
    },
    {
      name: 'a site of high risk',
      ioc: url,
      body: site(10, { Malware: true, 'Search Engines': false }),
      reads: { level: 'malicious', summary: 'Risk 10 of 10, Malware' },
    },
    {
      name: 'a site with a category alone',
      ioc: domain,
      body: site(null, { 'Web Hosting': true }),
      reads: { level: 'unknown', summary: 'Not rated, Web Hosting' },
    },
    { name: 'a site that is not rated', ioc: domain, body: site(null), reads: 'none' },
    {
      name: 'a file of high risk',
      ioc: file,
      body: { malware: { risk: 'high', family: ['tsunami'], origins: [] } },
      reads: { level: 'malicious', summary: 'Risk: high, tsunami' },
    },
    {
      name: 'a file of medium risk',
      ioc: file,
      body: { malware: { risk: 'medium', origins: { external: { family: ['heuristic'] } } } },
      reads: { level: 'suspicious', summary: 'Risk: medium, heuristic' },
    },
    {
      name: 'a file of low risk',
      ioc: file,
      body: { malware: { risk: 'low' } },
      reads: { level: 'unknown', summary: 'Risk: low' },
    },
    { name: 'not found', ioc: file, status: 404, body: { error: 'Not found.' }, reads: 'none' },
    {
      name: 'a 404 of some other server that speaks alike',
      ioc: file,
      status: 404,
      body: { timestamp: '2026-11-24', status: 404, error: 'Not Found', path: '/malware/x' },
      reads: 'missing',
    },
    { name: 'a 404 of some other server', ioc: url, status: 404, body: { message: 'no' }, reads: 'failure' },
    { name: 'a score that is no number', ioc: address, body: rated('7'), reads: 'failure' },
    { name: 'a score beyond 10', ioc: address, body: rated(70), reads: 'failure' },
    { name: 'an error with status 200', ioc: domain, body: { error: 'Not authorized.' }, reads: 'failure' },
  ],
  paths: [
    [address, '/ipr/203.0.113.7'],
    [{ kind: 'ipv6', value: '2001:db8::7' }, '/ipr/2001%3Adb8%3A%3A7'],
    [domain, '/url/badhost.test'],
    [{ kind: 'domain', value: 'bücher.test' }, '/url/xn--bcher-kva.test'],
    [url, '/url/http%3A%2F%2Fbadhost.test%2Fa%3Fb%3Dc'],
    [{ kind: 'url', value: 'http://bücher.test/../x' }, '/url/http%3A%2F%2Fxn--bcher-kva.test%2Fx'],
    [file, `/malware/${file.value}`],
  ],
  recorded: [
    { file: 'xforce/ipr_low_risk.json', ioc: address, reads: 'unknown' },
    { file: 'xforce/url_malicious.json', ioc: url, reads: 'malicious' },
    { file: 'xforce/malware_hash_high.json', ioc: file, reads: 'malicious' },
    { file: 'xforce/not_found.json', status: 404, ioc: file, reads: 'none' },
    { file: 'xforce/bad_key.json', status: 401, ioc: address, reads: 'refused' },
    { file: 'xforce/quota_exhausted.json', status: 402, ioc: address, reads: 'quota' },
  ],
} satisfies ProviderCase;
