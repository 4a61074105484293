import { z } from 'zod';
import { find, hostOf, type Ioc } from '../ioc';
import { abuseChFields } from '../core/abuse-ch';
import { abuseChExport, abuseChList, type ExportRow, readExport } from '../core/abuse-ch-export';
import { clip } from '../core/clip';
import { keyOf } from '../core/enrichment';
import { evidenceTime } from '../core/evidence-time';
import { counted, factsOf, tagsOf } from '../core/facts';
import type { ListEntry } from '../core/ioc-list-entry';
import { defineLocalProvider } from '../core/plugin';
import { answered, none } from '../core/reading';

const who = 'URLhaus';
const columns = ['dateadded', 'url', 'url_status', 'threat', 'tags', 'urlhaus_link'];

/** What is kept of a URL, or of a host over its URLs. */
const kept = z.union([
  z.object({ status: z.string(), threat: z.string(), tags: z.string(), added: z.string(), link: z.string() }),
  z.object({ urls: z.int(), online: z.int(), newest: z.string() }),
]);

export default defineLocalProvider({
  id: 'urlhaus-export',
  name: 'URLhaus export',
  homepage: 'https://urlhaus.abuse.ch/',
  settings: z.object(abuseChFields(z.string(), z.boolean(), 'https://urlhaus-api.abuse.ch')),
  ...abuseChList,
  kinds: ['url', 'domain', 'ipv4'],

  files: (settings) => [
    {
      ...abuseChExport(settings, 'recent.csv'),
      kinds: ['url', 'domain', 'ipv4'],
      read(answer) {
        const rows = readExport(answer, who, columns);
        return rows.ok ? { ok: true, value: entriesOf(rows.value) } : rows;
      },
    },
  ],

  find(ioc, [hit]) {
    if (hit === undefined) return none('Not among the malware URLs of the last 30 days.');
    const known = kept.parse(JSON.parse(hit.note));
    const { level } = hit;
    if ('urls' in known) {
      return answered({
        level,
        summary: `${counted(known.urls, 'malware URL')} in 30 days, ${known.online} online`,
        facts: factsOf({ 'Newest URL': known.newest }),
        ...evidenceTime(ioc.kind, known.newest),
        link: `https://urlhaus.abuse.ch/host/${encodeURIComponent(ioc.value)}/`,
      });
    }
    return answered({
      level,
      summary: `${known.status === 'online' ? 'Spreads malware now' : 'Spread malware, gone since'}`,
      facts: factsOf({ Threat: known.threat, Status: known.status, Added: known.added }),
      tags: tagsOf(known.tags.split(',')),
      ...evidenceTime(ioc.kind, known.added),
      ...(known.link.startsWith('https://urlhaus.abuse.ch/url/') ? { link: known.link } : {}),
    });
  },
});

interface Host {
  readonly ioc: Ioc;
  urls: number;
  online: number;
  newest: string;
}

/** Each URL, then each host with what is known of all its URLs. */
function* entriesOf(rows: Iterable<ExportRow | null>): Generator<ListEntry | null> {
  const hosts = new Map<string, Host>();
  for (const row of rows) {
    const entry = row === null ? null : entryOf(row);
    yield entry;
    const host = entry === null ? null : hostOf(entry.ioc);
    if (row === null || host === null || (host.kind !== 'domain' && host.kind !== 'ipv4')) continue;
    const known = hosts.get(keyOf(host)) ?? { ioc: host, urls: 0, online: 0, newest: '' };
    known.urls += 1;
    if (row['url_status'] === 'online') known.online += 1;
    const added = row['dateadded'] ?? '';
    if (added > known.newest) known.newest = added;
    hosts.set(keyOf(host), known);
  }
  for (const { ioc, ...known } of hosts.values()) {
    // Legitimate hosts are abused too, and the export does not say which are.
    yield { ioc, level: 'suspicious', note: JSON.stringify(known) };
  }
}

function entryOf(row: ExportRow): ListEntry | null {
  const { url = '', url_status: status = '', threat = '', tags = '', dateadded: added = '' } = row;
  const [only] = find(url);
  // Part of a URL is another URL, perhaps a harmless one.
  if (only?.kind !== 'url' || only.start !== 0 || only.end !== url.length) return null;
  const short = { status, threat, tags, added, link: row['urlhaus_link'] ?? '' };
  const note = Object.fromEntries(Object.entries(short).map(([name, text]) => [name, clip(text)]));
  return {
    ioc: { kind: 'url', value: only.value },
    level: status === 'online' ? 'malicious' : 'suspicious',
    note: JSON.stringify(note),
  };
}
