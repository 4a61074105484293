import { z } from 'zod';
import { hostOf, type Ioc } from '../ioc';
import { abuseCh, abuseChFields, question, readQuery } from '../core/abuse-ch';
import { asciiHost, asciiUrl } from '../core/ascii-host';
import { evidenceTime } from '../core/evidence-time';
import { counted, distinct, factsOf, tagsOf } from '../core/facts';
import { defineProvider } from '../core/plugin';
import { answered, failed, none } from '../core/reading';

const who = 'ThreatFox';
const page = 'https://threatfox.abuse.ch';

const text = z.string().nullish().catch(undefined);

/** One record of `search_ioc` and `search_hash` (threatfox.abuse.ch/api). */
const recordSchema = z.object({
  id: z.coerce.string().optional().catch(undefined),
  ioc: z.string(),
  threat_type: text,
  malware_printable: text,
  confidence_level: z.coerce.number().min(0).max(100).default(0).catch(0),
  first_seen: text,
  last_seen: text,
  tags: z.array(z.string()).nullish().catch(undefined),
  reference: text,
});

const answerSchema = z.object({ data: z.array(recordSchema) });

/** From this confidence on a record convicts: below, its reporter did not believe it more than half. */
const convicting = 50;

export default defineProvider({
  id: 'threatfox',
  name: who,
  homepage: `${page}/`,
  settings: z.object(abuseChFields(z.string(), z.boolean(), 'https://threatfox-api.abuse.ch')),
  ...abuseCh,
  kinds: ['ipv4', 'domain', 'url', 'md5', 'sha256'],
  discloses: { class: 'passive', words: 'Sees the IOC. Looks it up; never reports anything.' },
  weight: 0.9,
  // Command and control servers come and go within hours.
  fresh: { found: 3_600_000, none: 1_800_000 },
  sample: { kind: 'ipv4', value: '8.8.8.8' },

  request: (ioc, { settings }) => question(settings, '/api/v1/', questionOf(ioc)),

  read(answer, ioc, { now }) {
    const found = readQuery(answer, { who, now, nothing: ['no_result', 'no_results'], schema: answerSchema });
    if (!found.ok) return failed(found.failure);
    const records = found.value?.data.filter((record) => isAbout(record.ioc, ioc)) ?? [];
    const [first] = records.toSorted((a, b) => b.confidence_level - a.confidence_level);
    if (!first) return none('ThreatFox has no record of it.');
    const seen = records.map(({ first_seen }) => first_seen ?? '').filter((date) => date !== '');
    // A record that was not seen again is as old as its first sighting.
    const newest = records
      .map((record) => record.last_seen ?? record.first_seen ?? '')
      .toSorted()
      .at(-1);
    return answered({
      level: first.confidence_level >= convicting ? 'malicious' : 'suspicious',
      summary: `${first.malware_printable ?? 'Malware'}, ${first.confidence_level} % confidence${records.length > 1 ? `, ${counted(records.length, 'record')}` : ''}`,
      score: { value: first.confidence_level, of: 100 },
      facts: factsOf({
        Malware: distinct(records.map(({ malware_printable }) => malware_printable)),
        Threat: distinct(records.map(({ threat_type }) => threat_type)),
        Records: distinct(records.slice(0, 6).map(({ ioc }) => ioc)),
        'First seen': seen.toSorted()[0],
        'Last seen': first.last_seen,
        Reference: first.reference,
      }),
      ...evidenceTime(ioc.kind, newest),
      tags: tagsOf(records.flatMap(({ tags }) => tags ?? [])),
      ...(first.id && /^\d+$/.test(first.id) ? { link: `${page}/ioc/${first.id}/` } : {}),
    });
  },

  link: (ioc) => `${page}/browse.php?search=ioc%3A${encodeURIComponent(termOf(ioc))}`,
});

function termOf({ kind, value }: Ioc): string {
  if (kind === 'domain') return asciiHost(value);
  return kind === 'url' ? asciiUrl(value) : value;
}

/** A search matches parts of words unless `exact_match` is told; an address must match parts, as it is kept with its port. */
function questionOf(ioc: Ioc): object {
  if (ioc.kind === 'md5' || ioc.kind === 'sha256') return { query: 'search_hash', hash: ioc.value };
  const question = { query: 'search_ioc', search_term: termOf(ioc) };
  return ioc.kind === 'ipv4' ? question : { ...question, exact_match: true };
}

/**
 * "203.0.113.4" is answered with "203.0.113.45:80" too: only the value itself, the address with a port, or a URL on the
 * address counts. A hash is answered with what its file talks to, so every record is about it.
 */
function isAbout(record: string, ioc: Ioc): boolean {
  if (ioc.kind === 'md5' || ioc.kind === 'sha256') return true;
  const term = termOf(ioc).toLowerCase();
  const told = record.toLowerCase();
  if (told === term) return true;
  if (ioc.kind !== 'ipv4') return false;
  return told.startsWith(`${term}:`) || hostOf({ kind: 'url', value: told })?.value === term;
}
