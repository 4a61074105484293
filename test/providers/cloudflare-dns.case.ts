import type { ProviderCase } from './case';

const domain = { kind: 'domain', value: 'badhost.test' } as const;

const told = (Status: unknown, more: object = {}) => ({
  Status,
  TC: false,
  Question: [{ name: 'badhost.test', type: 1 }],
  ...more,
});
const leads = (...addresses: string[]) => ({
  Answer: addresses.map((data) => ({ name: 'badhost.test', type: 1, TTL: 60, data })),
});
const alias = { name: 'badhost.test', type: 5, TTL: 60, data: 'cdn.test.' };

export default {
  settings: (baseUrl) => ({ baseUrl }),
  examples: [
    {
      name: 'blocked',
      ioc: domain,
      body: told(0, { ...leads('0.0.0.0'), Comment: ['EDE(16): Censored'] }),
      reads: { level: 'malicious', summary: 'Blocked as malware or phishing' },
    },
    {
      name: 'blocked, the comment as text',
      ioc: domain,
      body: told(0, { ...leads('0.0.0.0'), Comment: 'EDE(17): Filtered' }),
      reads: { level: 'malicious', summary: 'Blocked as malware or phishing' },
    },
    {
      name: 'led to 0.0.0.0 by whomever',
      ioc: domain,
      body: told(0, { ...leads('0.0.0.0'), Comment: 7 }),
      reads: { level: 'suspicious', summary: 'Leads to 0.0.0.0, as what is blocked does' },
    },
    {
      name: 'a comment on something else',
      ioc: domain,
      body: told(0, { ...leads('0.0.0.0'), Comment: ['EDE(22): No Reachable Authority'] }),
      reads: { level: 'suspicious', summary: 'Leads to 0.0.0.0, as what is blocked does' },
    },
    {
      name: 'an address',
      ioc: domain,
      body: told(0, { Answer: [alias, ...leads('192.0.2.1').Answer] }),
      reads: 'none',
    },
    {
      name: 'one real address beside 0.0.0.0',
      ioc: domain,
      body: told(0, leads('0.0.0.0', '192.0.2.1')),
      reads: 'none',
    },
    { name: 'a name without an address', ioc: domain, body: told(0, { Answer: [alias] }), reads: 'none' },
    { name: 'no such name, which is no block', ioc: domain, body: told(3, { Authority: [] }), reads: 'none' },
    { name: 'name servers that fail', ioc: domain, body: told(2), reads: 'none' },
    { name: 'a refusal', ioc: domain, body: told(5), reads: 'failure' },
    { name: 'a status that is no number', ioc: domain, body: told('0'), reads: 'failure' },
    { name: 'an answer without its question', ioc: domain, body: { Status: 0 }, reads: 'failure' },
    {
      name: 'an invalid name',
      ioc: domain,
      status: 400,
      body: { error: 'Invalid query name.' },
      reads: 'failure',
    },
  ],
  paths: [
    [domain, '/dns-query?name=badhost.test&type=A'],
    [{ kind: 'domain', value: 'bücher.test' }, '/dns-query?name=xn--bcher-kva.test&type=A'],
  ],
  // The two of Spamhaus answer for a block list that is not asked: it refuses public resolvers.
  recorded: [
    { file: 'doh/cloudflare_security_block.json', ioc: domain, reads: 'malicious' },
    { file: 'doh/a_found.json', ioc: domain, reads: 'none' },
    { file: 'doh/nxdomain.json', ioc: domain, reads: 'none' },
    { file: 'doh/spamhaus_dbl_refused_public_resolver.json', ioc: domain, reads: 'none' },
  ],
} satisfies ProviderCase;
