import { z } from 'zod';
import { find, type Ioc, type Kind } from '../ioc';
import { addressFields, openAddress } from '../core/address';
import { under } from '../core/base-url';
import { clip } from '../core/clip';
import { factsOf } from '../core/facts';
import { fail, ok, type Result } from '../core/failure';
import type { ListEntry } from '../core/ioc-list-entry';
import { defineLocalProvider, type ListFile } from '../core/plugin';
import { answered, none } from '../core/reading';

const hour = 3_600_000;

const text = z.string().catch('');

/** A line of the lists: a block, an AS number, or at the end what the list is and how many lines it has. */
const block = z.object({ cidr: z.string(), sblid: text, rir: text });
const network = z.object({ asn: z.int().min(1).max(4_294_967_295), asname: text, cc: text, domain: text });
const metadata = z.object({
  type: z.literal('metadata'),
  records: z.int(),
  timestamp: z.number().optional(),
});

/** What is kept of a line besides its block or number. */
const kept = z.record(z.string(), z.string());

const file = (baseUrl: string, name: string, kinds: readonly Kind[]): ListFile => ({
  name,
  url: under(baseUrl, `/${name}.json`),
  kinds,
  // "Please do not fetch more than once an hour"; once a day is what it changes.
  every: 24 * hour,
  atMost: hour,
  oldAfter: 7 * 24 * hour,
  maxBytes: 8 * 1024 * 1024,
  read: (answer) => read(answer.text),
});

export default defineLocalProvider({
  id: 'spamhaus-drop',
  name: 'Spamhaus DROP',
  homepage: 'https://www.spamhaus.org/blocklists/do-not-route-or-peer/',
  settings: z.object(
    addressFields(z.string(), z.boolean(), 'https://www.spamhaus.org/drop', {
      title: 'Address',
      description: 'The folder of drop_v4.json, drop_v6.json and asndrop.json.',
    }),
  ),
  origins: openAddress.origins,
  missing: openAddress.missing,
  terms: {
    words: 'Free of charge; © The Spamhaus Project. Its name and copyright stay with the data.',
    url: 'https://www.spamhaus.org/drop/terms/',
  },
  kinds: ['ipv4', 'ipv6', 'cidr', 'asn'],
  discloses: {
    class: 'local',
    words: 'Sees that its lists are downloaded once a day, never what is looked up in them.',
  },
  weight: 0.9,
  onByDefault: false,

  files: ({ baseUrl }) => [
    file(baseUrl, 'drop_v4', ['ipv4', 'cidr']),
    file(baseUrl, 'drop_v6', ['ipv6', 'cidr']),
    file(baseUrl, 'asndrop', ['asn']),
  ],

  find(ioc, [hit]) {
    if (hit === undefined) return none('In no network that Spamhaus says to drop.');
    const known = kept.parse(JSON.parse(hit.note));
    const { sblid = '' } = known;
    return answered({
      level: 'malicious',
      summary:
        ioc.kind === 'asn'
          ? 'A network of criminals, says Spamhaus'
          : `In ${hit.entry}, a network of criminals, says Spamhaus`,
      facts: factsOf({
        Block: ioc.kind === 'asn' ? '' : hit.entry,
        'Spamhaus entry': sblid,
        Registry: known['rir'],
        Name: known['asname'],
        Country: known['cc'],
        Domain: known['domain'],
        Source: '© The Spamhaus Project',
      }),
      ...(/^SBL\d+$/.test(sblid) ? { link: `https://check.spamhaus.org/sbl/query/${sblid}` } : {}),
    });
  },
});

/** JSON, one object a line; the last one counts the others, so that a list that was cut is seen. */
function read(whole: string): Result<Iterable<ListEntry | null>> {
  const lines = whole.split('\n').filter((line) => line.trim() !== '');
  const end = metadata.safeParse(jsonOf(lines.pop() ?? ''));
  if (end.success && end.data.records === lines.length) return ok(entriesOf(lines));
  return fail(
    'bad-answer',
    'The list of Spamhaus has no end, or not as many lines as it says. It is fetched again later.',
  );
}

function* entriesOf(lines: readonly string[]): Generator<ListEntry | null> {
  for (const line of lines) yield entryOf(jsonOf(line));
}

function entryOf(line: unknown): ListEntry | null {
  const blocked = block.safeParse(line);
  if (blocked.success) {
    const { cidr, ...rest } = blocked.data;
    const [only, more] = find(cidr);
    return only?.kind === 'cidr' && more === undefined ? noted(only, rest) : null;
  }
  const owned = network.safeParse(line);
  if (!owned.success) return null;
  const { asn, ...rest } = owned.data;
  return noted({ kind: 'asn', value: `AS${asn}` }, rest);
}

const noted = ({ kind, value }: Ioc, rest: Readonly<Record<string, string>>): ListEntry => ({
  ioc: { kind, value },
  note: JSON.stringify(
    Object.fromEntries(Object.entries(rest).map(([name, text]) => [name, clip(text, 100)])),
  ),
});

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}
