import { registrations } from './indicators';
import type { Asked, Reply } from './reply';
import { type Piece, serve } from './serve';

const day = 86_400_000;
const allowed = { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/rdap+json' };
const empty: Reply = { status: 404, headers: { 'Access-Control-Allow-Origin': '*' } };

/**
 * A registry's RDAP server (RFC 7480, 9082, 9083) under `/rdap/`, and beside it IANA's bootstrap files (RFC 9224), which
 * name a registry for the documentation ranges and reserved names; a client whose proxy this is asks here. Not found is 404 with an empty body.
 */
export const startRdap = (): Promise<Piece> =>
  serve('rdap', (asked) => {
    const { method, url, headers } = asked;
    if (method === 'OPTIONS') return { status: 405 };
    if (method !== 'GET') return { status: 501 };
    const [, root, type, ...rest] = url.pathname.split('/');
    if (root !== 'rdap') return empty;
    if (type?.endsWith('.json')) return bootstrap(asked, type);
    // RFC 7480, 4.2: a client says which representation it wants; a registry may refuse what it does not have.
    if (!/json|\*\/\*/.test(headers['accept'] ?? '*/*')) return { status: 406, headers: allowed };
    const value = decodeURIComponent(rest.join('/'));
    if (type === 'domain') return domain(value);
    if (type === 'ip') return network(value);
    if (type === 'autnum') return autnum(value);
    return { status: 400, headers: allowed, body: { errorCode: 400, title: 'Unknown path' } };
  });

function bootstrap({ url, headers }: Asked, file: string): Reply {
  // As in IANA's files: the same registry by https, and by http for those who cannot.
  const servers = ['https://registry.example/', `http://${headers['host'] ?? url.host}/rdap/`];
  const entries: Readonly<Record<string, readonly string[]>> = {
    'dns.json': ['example', 'test', 'invalid'],
    'ipv4.json': ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'],
    'ipv6.json': ['2001:db8::/32'],
    'asn.json': ['64496-64511'],
  };
  const served = entries[file];
  if (!served) return empty;
  const body = { version: '1.0', publication: new Date().toISOString(), services: [[served, servers]] };
  return { status: 200, headers: allowed, body };
}

function domain(name: string): Reply {
  if (name !== name.toLowerCase() || name.endsWith('.')) {
    return { status: 400, headers: allowed, body: { errorCode: 400, title: 'Malformed name' } };
  }
  const known = registrations[name];
  if (!known) return empty;
  const at = (days: number) => new Date(Date.now() + days * day).toISOString();
  return found({
    objectClassName: 'domain',
    ldhName: name.toUpperCase(),
    status: known.status ?? ['active'],
    entities: [registrar],
    events: [
      { eventAction: 'registration', eventDate: at(-known.days) },
      { eventAction: 'expiration', eventDate: at(365 - (known.days % 365)) },
    ],
    nameservers: [{ objectClassName: 'nameserver', ldhName: 'NS1.HOSTING.EXAMPLE' }],
    secureDNS: { delegationSigned: false },
  });
}

function network(value: string): Reply {
  const prefix = ['192.0.2.', '198.51.100.', '203.0.113.', '2001:db8:'].find((start) =>
    value.startsWith(start),
  );
  if (!prefix) return empty;
  const six = prefix.includes('db8');
  return found({
    objectClassName: 'ip network',
    handle: `NET-${prefix.replaceAll(/\W+$/g, '').replaceAll(/\W/g, '-')}`,
    startAddress: six ? '2001:db8::' : `${prefix}0`,
    endAddress: six ? '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff' : `${prefix}255`,
    ipVersion: six ? 'v6' : 'v4',
    name: 'EXAMPLE-HOSTING',
    type: 'ASSIGNED PA',
    country: 'NL',
    entities: [registrant],
    events: [{ eventAction: 'registration', eventDate: new Date(Date.now() - 900 * day).toISOString() }],
  });
}

function autnum(value: string): Reply {
  const number = Number(value);
  if (!(number >= 64496 && number <= 64511)) return empty;
  return found({
    objectClassName: 'autnum',
    handle: `AS${number}`,
    startAutnum: number,
    endAutnum: number,
    name: 'EXAMPLE-HOSTING-AS',
    country: 'NL',
    entities: [registrant],
  });
}

const found = (body: Record<string, unknown>): Reply => ({
  status: 200,
  headers: allowed,
  body: { rdapConformance: ['rdap_level_0'], ...body },
});

const card = (name: string, email: string) => [
  'vcard',
  [
    ['version', {}, 'text', '4.0'],
    ['fn', {}, 'text', name],
    ['email', {}, 'text', email],
  ],
];
const abuse = {
  objectClassName: 'entity',
  roles: ['abuse'],
  vcardArray: card('Abuse desk', 'abuse@hosting.example'),
};
const registrar = {
  objectClassName: 'entity',
  handle: '9999',
  roles: ['registrar'],
  vcardArray: card('Example Registrar Ltd', 'info@registrar.example'),
  entities: [abuse],
};
const registrant = {
  objectClassName: 'entity',
  handle: 'EXH-1',
  roles: ['registrant'],
  vcardArray: card('Example Hosting B.V.', 'noc@hosting.example'),
  entities: [abuse],
};
