import type { ProviderCase } from './case';

const card = (...properties: readonly (readonly [string, unknown])[]) => [
  'vcard',
  properties.map(([name, value]) => [name, {}, 'text', value]),
];

const abuse = { roles: ['abuse'], vcardArray: card(['fn', ''], ['email', 'abuse@registrar.test']) };

/** The suite's clock stands at 2026-11-24. */
const domain = (registered: string, status: readonly string[] = ['active']) => ({
  objectClassName: 'domain',
  ldhName: 'BADHOST.COM',
  status,
  events: [
    { eventAction: 'registration', eventDate: registered },
    { eventAction: 'expiration', eventDate: '2028-01-01T00:00:00Z' },
  ],
  nameservers: [{ objectClassName: 'nameserver', ldhName: 'NS1.BADHOST.COM' }],
  entities: [{ roles: ['registrar'], vcardArray: card(['fn', 'Registrar Ltd']), entities: [abuse] }],
});

const ioc = { kind: 'domain', value: 'badhost.com' } as const;
const ip = { kind: 'ipv4', value: '8.8.8.8' } as const;

export default {
  settings: (baseUrl) => ({ baseUrl }),
  examples: [
    {
      name: 'a name registered days ago',
      ioc,
      body: domain('2026-11-18T03:12:44Z'),
      reads: { level: 'suspicious', summary: 'Registered 5 days ago with Registrar Ltd' },
    },
    {
      name: 'an old name on hold',
      ioc,
      body: domain('1997-09-15T04:00:00Z', ['client delete prohibited', 'client hold']),
      reads: { level: 'suspicious', summary: 'Registered 29 years ago with Registrar Ltd; client hold' },
    },
    {
      name: 'an old name has no vote',
      ioc,
      body: domain('1997-09-15T04:00:00Z'),
      reads: { level: null, summary: 'Registered 29 years ago with Registrar Ltd' },
    },
    {
      name: 'the domain of a mailbox',
      ioc: { kind: 'email', value: 'a.b@badhost.com' },
      body: domain('2026-06-01T00:00:00Z'),
      reads: { level: null, summary: 'Registered 5 months ago with Registrar Ltd' },
    },
    {
      name: 'a registrar that gives its name as an organisation alone',
      ioc,
      body: {
        ...domain('1997-09-15T04:00:00Z'),
        entities: [
          { roles: ['registrar'], vcardArray: card(['fn', ''], ['org', ['Registrar Ltd', 'Domains']]) },
        ],
      },
      reads: { level: null, summary: 'Registered 29 years ago with Registrar Ltd' },
    },
    {
      name: 'a network',
      ioc: ip,
      body: {
        objectClassName: 'ip network',
        name: 'GOGL',
        startAddress: '8.8.8.0',
        endAddress: '8.8.8.255',
        country: 'US',
        entities: [{ roles: ['registrant'], vcardArray: card(['fn', 'Google LLC']), entities: [abuse] }],
      },
      reads: { level: null, summary: 'GOGL, Google LLC, US' },
    },
    { name: 'an empty 404', ioc, status: 404, body: '', reads: 'none' },
    {
      name: 'an RDAP 404',
      ioc,
      status: 404,
      body: { errorCode: 404, title: 'Domain not found' },
      reads: 'none',
    },
    {
      name: 'a 404 of some other server, in words',
      ioc,
      status: 404,
      body: '404 page not found',
      reads: 'missing',
    },
    {
      name: 'a 404 of a gateway',
      ioc,
      status: 404,
      body: { message: 'no Route matched with those values' },
      reads: 'missing',
    },
    { name: 'a web page with 404', ioc, status: 404, body: '<html>Not Found</html>', reads: 'failure' },
    {
      name: 'an answer about another name',
      ioc,
      body: { ...domain('1997-09-15T04:00:00Z'), ldhName: 'other.com' },
      reads: 'failure',
    },
    { name: 'an object without a class', ioc, body: { errorCode: 200 }, reads: 'failure' },
    {
      name: 'details of the wrong kind do not spoil the rest',
      ioc,
      body: { objectClassName: 'domain', status: 'active', events: {}, entities: [7, null, { roles: 'x' }] },
      reads: { level: null, summary: 'Registered' },
    },
  ],
  paths: [
    [ioc, '/domain/badhost.com'],
    [{ kind: 'domain', value: 'bücher.com' }, '/domain/xn--bcher-kva.com'],
    [{ kind: 'url', value: 'https://user@badhost.com:8443/a?b=c' }, '/domain/badhost.com'],
    [{ kind: 'url', value: 'https://bücher.com/ä?q=ü' }, '/domain/xn--bcher-kva.com'],
    [{ kind: 'url', value: 'http://8.8.8.8/x' }, '/ip/8.8.8.8'],
    [{ kind: 'email', value: 'a.b@badhost.com' }, '/domain/badhost.com'],
    [{ kind: 'ipv6', value: '2001:4860:4860::8888' }, '/ip/2001:4860:4860::8888'],
    [{ kind: 'asn', value: 'AS15169' }, '/autnum/15169'],
  ],
  recorded: [
    { file: 'rdap/domain_google.com.json', ioc: { kind: 'domain', value: 'google.com' }, reads: null },
    {
      file: 'rdap/domain_young.json',
      ioc: { kind: 'domain', value: 'login-example-secure.com' },
      reads: 'suspicious',
    },
    { file: 'rdap/ip_8.8.8.8.json', ioc: { kind: 'ipv4', value: '8.8.8.8' }, reads: null },
    {
      file: 'rdap/no_service_for_tld.json',
      status: 404,
      ioc: { kind: 'domain', value: 'google.io' },
      reads: 'none',
    },
    {
      file: 'rdap/not_found_registry.json',
      status: 404,
      ioc: { kind: 'domain', value: 'nobody-has-this.com' },
      reads: 'none',
    },
    {
      file: 'rdap/rate_limited.json',
      status: 429,
      ioc: { kind: 'domain', value: 'google.com' },
      reads: 'limited',
    },
  ],
} satisfies ProviderCase;
