import { z } from 'zod';
import { find, type Ioc } from '../ioc';
import { abuseChFields } from '../core/abuse-ch';
import { abuseChExport, abuseChList, type ExportRow, readExport } from '../core/abuse-ch-export';
import { clip } from '../core/clip';
import { evidenceTime } from '../core/evidence-time';
import { factsOf, tagsOf } from '../core/facts';
import type { ListEntry } from '../core/ioc-list-entry';
import { defineLocalProvider } from '../core/plugin';
import { answered, none } from '../core/reading';

const who = 'ThreatFox';
const columns = ['first_seen_utc', 'ioc_id', 'ioc_value', 'ioc_type', 'confidence_level'];
const kinds = ['ipv4', 'domain', 'url', 'md5', 'sha1', 'sha256'] as const;

/** As the ThreatFox that is asked: below, its reporter did not believe it more than half. */
const convicting = 50;

/** What is kept of a record. */
const kept = z.object({
  id: z.string(),
  value: z.string(),
  threat: z.string(),
  malware: z.string(),
  confidence: z.number(),
  first: z.string(),
  last: z.string(),
  tags: z.string(),
});

export default defineLocalProvider({
  id: 'threatfox-export',
  name: 'ThreatFox export',
  homepage: 'https://threatfox.abuse.ch/',
  settings: z.object(abuseChFields(z.string(), z.boolean(), 'https://threatfox-api.abuse.ch')),
  ...abuseChList,
  kinds,

  files: (settings) => [
    {
      ...abuseChExport(settings, 'recent.csv'),
      kinds,
      read(answer) {
        const rows = readExport(answer, who, columns);
        return rows.ok ? { ok: true, value: entriesOf(rows.value) } : rows;
      },
    },
  ],

  find(ioc, [hit]) {
    if (hit === undefined) return none('Not among the recent records.');
    const { id, value, threat, malware, confidence, first, last, tags } = kept.parse(JSON.parse(hit.note));
    return answered({
      level: hit.level,
      summary: `${malware === '' ? 'Malware' : malware}, ${confidence} % confidence`,
      score: { value: confidence, of: 100 },
      facts: factsOf({
        Record: value === ioc.value ? '' : value,
        Threat: threat,
        'First seen': first,
        'Last seen': last,
      }),
      ...evidenceTime(ioc.kind, last === '' ? first : last),
      tags: tagsOf(tags.split(',')),
      ...(/^\d+$/.test(id) ? { link: `https://threatfox.abuse.ch/ioc/${id}/` } : {}),
    });
  },
});

function* entriesOf(rows: Iterable<ExportRow | null>): Generator<ListEntry | null> {
  for (const row of rows) yield row === null ? null : entryOf(row);
}

function entryOf(row: ExportRow): ListEntry | null {
  const value = row['ioc_value'] ?? '';
  const ioc = iocOf(value, row['ioc_type'] ?? '');
  const confidence = Number(row['confidence_level']);
  if (ioc === null || !(confidence >= 0 && confidence <= 100)) return null;
  const note: z.infer<typeof kept> = {
    id: clip(row['ioc_id'] ?? ''),
    value: clip(value),
    threat: clip(row['threat_type'] ?? ''),
    malware: clip(row['malware_printable'] ?? ''),
    confidence,
    first: clip(row['first_seen_utc'] ?? ''),
    last: clip(row['last_seen_utc'] ?? ''),
    tags: clip(row['tags'] ?? ''),
  };
  const level = confidence >= convicting ? 'malicious' : 'suspicious';
  return { ioc, level, note: JSON.stringify(note) };
}

/** Kinds by the export's own names. An address comes with its port, which is not part of the indicator. */
const types: Readonly<Record<string, Ioc['kind']>> = {
  'ip:port': 'ipv4',
  domain: 'domain',
  url: 'url',
  md5_hash: 'md5',
  sha1_hash: 'sha1',
  sha256_hash: 'sha256',
};

function iocOf(value: string, type: string): Ioc | null {
  const text = type === 'ip:port' ? value.replace(/:\d+$/, '') : value;
  const [only] = find(text);
  const whole = only !== undefined && only.start === 0 && only.end === text.length;
  return whole && only.kind === types[type] ? { kind: only.kind, value: only.value } : null;
}
