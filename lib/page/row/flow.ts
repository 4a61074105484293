import type { Endpoint, Row } from '../../core/seen';
import type { Find } from '../find-memo';
import type { Pair } from './pairs';

/** Field names of a console that mean the two sides of a connection there, besides those that mean it everywhere. */
export interface SideNames {
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Letters and figures alone: `src_ip`, `SrcIP` and `src.ip` are one name. */
const bare = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** ECS, CIM, OCSF, CEF, LEEF, Zeek, Suricata, PAN-OS, Junos, W3C and their like. */
const address = {
  source: set(
    'src srcip srcaddr srcaddress srcipaddr srcipaddress source sourceip sourceaddress sourceipaddress sourceipv4 ' +
      'sourceipv6 saddr sip ipsrc cip client clientip clientaddr clientaddress clientipaddress idorigh origh ' +
      'srcendpointip callerip calleripaddress attackerip attackeraddress',
  ),
  destination: set(
    'dst dstip dstaddr dstaddress dstipaddr dstipaddress dest destip destaddr destaddress destipaddress destination ' +
      'destinationip destinationaddress destinationipaddress destinationipv4 destinationipv6 daddr dip ipdst target ' +
      'targetip targetaddress idresph resph dstendpointip victimip',
  ),
};
const port = {
  source: set(
    'srcport sourceport sport spt clientport cport idorigp origp srcpt srcendpointport sourceportnumber',
  ),
  destination: set(
    'dstport dport dpt destport destinationport targetport idrespp respp dstpt dstendpointport destinationportnumber',
  ),
};

/** What a console that says `LocalIP` calls the port: `LocalPort`; in IDMEF the port is the service's, not the node's. */
const portBeside = (own: string): string =>
  own.replace(/(?:ip|addr|address)$/, 'port').replace(/node(?:address\d*)?port$/, 'serviceport');

type Side = 'source' | 'destination';

/** `10.1.2.3:51233 -> 198.51.100.23:443`, as Suricata, Snort and many text logs write it. */
const arrow = /^\s{0,4}(?::(\d{1,5})|\/(\d{1,5}))?\s{0,4}(?:-+>|=+>|\u2192|\xbb)\s{0,4}$/;

/**
 * Source and destination of the connection that a row is about.
 * @param line the line of the indicator, bounded; an arrow between two addresses is read in it
 */
export function flowOf(
  pairs: readonly Pair[],
  line: string,
  { sources, destinations }: SideNames,
  find: Find,
): Pick<Row, 'source' | 'destination'> {
  const own = { source: new Set(sources.map(bare)), destination: new Set(destinations.map(bare)) };
  const side = (which: Side): Endpoint | undefined => {
    const said = best(
      pairs,
      (name) => address[which].has(name) || own[which].has(name),
      (value) => endpointIn(value, find),
    );
    if (said === undefined) return undefined;
    const ports = new Set([...own[which]].map(portBeside));
    const at = said.port ?? best(pairs, (name) => port[which].has(name) || ports.has(name), portIn);
    return at === undefined ? said : { ip: said.ip, port: at };
  };
  const drawn = arrowIn(line, find);
  const source = side('source') ?? drawn?.source;
  const destination = side('destination') ?? drawn?.destination;
  return { ...(source && { source }), ...(destination && { destination }) };
}

/**
 * The value of the name that fits with the least of it left out, since consoles lead names with where they come from:
 * `data.srcip`, `suricata.eve.src_ip`.
 */
function best<T>(
  pairs: readonly Pair[],
  fits: (name: string) => boolean,
  read: (value: string) => T | undefined,
): T | undefined {
  let found: T | undefined;
  let least = Infinity;
  for (const { name, value } of pairs) {
    const parts = name.split('.').slice(0, 12);
    const left = parts.findIndex((_, at) => fits(bare(parts.slice(at).join('.'))));
    if (left === -1 || left >= least) continue;
    const read1 = read(value.slice(0, 256));
    if (read1 === undefined) continue;
    found = read1;
    least = left;
  }
  return found;
}

function endpointIn(value: string, find: Find): Endpoint | undefined {
  const [first] = find(value);
  if (first === undefined || (first.kind !== 'ipv4' && first.kind !== 'ipv6')) return undefined;
  if (!/^["'[(\s]*$/.test(value.slice(0, first.start))) return undefined;
  const at = portIn(/^\]?[:/](\d{1,5})\b/.exec(value.slice(first.end))?.[1] ?? '');
  return at === undefined ? { ip: first.value } : { ip: first.value, port: at };
}

function portIn(value: string): number | undefined {
  const number = /^\s*(\d{1,5})\s*$/.exec(value)?.[1];
  return number === undefined || Number(number) > 65_535 || Number(number) === 0 ? undefined : Number(number);
}

function arrowIn(
  line: string,
  find: Find,
): { readonly source: Endpoint; readonly destination: Endpoint } | null {
  const found = find(line).filter(({ kind }) => kind === 'ipv4' || kind === 'ipv6');
  for (const [at, one] of found.entries()) {
    const other = found[at + 1];
    if (other === undefined || !arrow.test(line.slice(one.end, other.start))) continue;
    const source = endpointIn(line.slice(one.start, other.start), find);
    const destination = endpointIn(line.slice(other.start, other.end + 8), find);
    if (source !== undefined && destination !== undefined) return { source, destination };
  }
  return null;
}
