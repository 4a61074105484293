import { z } from 'zod';
import { evidenceTime } from '../../core/evidence-time';
import { bytes, counted, distinct, factsOf, tagsOf } from '../../core/facts';
import type { Answer, Level } from '../../core/verdict';

/** A detail that is left out when it is not what the documentation says. */
const text = z.string().nullish().catch(undefined);
const tags = z.array(z.string()).nullish().catch(undefined);
/** Numbers come as strings. */
const count = z.coerce.number().int().nonnegative().optional().catch(undefined);
const blacklists = z.object({ spamhaus_dbl: text, surbl: text }).nullish().catch(undefined);
const status = z.enum(['online', 'offline', 'unknown']).catch('unknown');

/** Only URLhaus's own pages are linked to, whatever the answer says. */
const reference = z.string().startsWith('https://urlhaus.abuse.ch/').optional().catch(undefined);

export const urlSchema = z.object({
  url: z.string(),
  url_status: status,
  threat: text,
  date_added: text,
  last_online: text,
  tags,
  blacklists,
  payloads: z
    .array(z.object({ signature: text, filename: text }))
    .nullish()
    .catch(undefined),
  urlhaus_reference: reference,
});

export const hostSchema = z.object({
  urls: z.array(z.object({ url_status: status, threat: text, date_added: text, tags })),
  url_count: count,
  firstseen: text,
  blacklists,
  urlhaus_reference: reference,
});

export const payloadSchema = z.object({
  sha256_hash: z.string(),
  signature: text,
  file_type: text,
  file_size: count,
  firstseen: text,
  lastseen: text,
  url_count: count,
});

/** A URL that still serves malware is malicious; one that no longer does may have been cleaned since. */
export function urlAnswer(found: z.infer<typeof urlSchema>): Answer {
  const online = found.url_status === 'online';
  const families = distinct(found.payloads?.map(({ signature }) => signature) ?? []);
  return {
    level: online ? 'malicious' : 'suspicious',
    summary: `Malware URL, ${found.url_status === 'unknown' ? 'unknown whether online' : found.url_status}`,
    facts: factsOf({
      Threat: found.threat,
      Family: families,
      Added: found.date_added,
      'Last online': found.last_online,
      Files: distinct(found.payloads?.map(({ filename }) => filename) ?? []).slice(0, 6),
      'Spamhaus DBL': found.blacklists?.spamhaus_dbl,
      SURBL: found.blacklists?.surbl,
    }),
    ...(online ? {} : evidenceTime('url', found.last_online, found.date_added)),
    tags: tagsOf(found.tags ?? []),
    ...(found.urlhaus_reference ? { link: found.urlhaus_reference } : {}),
  };
}

/**
 * A host with any malware URL online is malicious, one whose URLs are all gone suspicious. A legitimate host that is
 * abused (Spamhaus DBL says `abused_legit_…`; gist.github.com is one) is never more than suspicious.
 */
export function hostAnswer(found: z.infer<typeof hostSchema>): Answer {
  const { urls, blacklists } = found;
  const total = Math.max(found.url_count ?? 0, urls.length);
  const online = urls.filter(({ url_status }) => url_status === 'online').length;
  const abused = blacklists?.spamhaus_dbl?.startsWith('abused_legit') === true;
  const level: Level = total === 0 ? 'unknown' : online > 0 && !abused ? 'malicious' : 'suspicious';
  // The answer lists the newest URLs alone.
  const newest = total > urls.length ? ` of the newest ${urls.length}` : '';
  return {
    level,
    summary: `${counted(total, 'malware URL')}, ${online}${newest} online${abused ? '; a legitimate host that is abused' : ''}`,
    score: { value: online, of: urls.length },
    facts: factsOf({
      Threat: distinct(urls.map(({ threat }) => threat)),
      'First seen': found.firstseen,
      Newest: urls[0]?.date_added,
      'Spamhaus DBL': blacklists?.spamhaus_dbl,
      SURBL: blacklists?.surbl,
    }),
    ...(online > 0 ? {} : evidenceTime('domain', urls[0]?.date_added)),
    tags: tagsOf(urls.flatMap(({ tags }) => tags ?? [])),
    ...(found.urlhaus_reference ? { link: found.urlhaus_reference } : {}),
  };
}

/** A file that malware URLs served. */
export function payloadAnswer(found: z.infer<typeof payloadSchema>): Answer {
  return {
    level: 'malicious',
    summary: `${found.signature ? 'Known malware' : 'A file'} served by ${counted(found.url_count ?? 0, 'malware URL')}`,
    facts: factsOf({
      Family: found.signature,
      Type: found.file_type,
      Size: bytes(found.file_size),
      'First seen': found.firstseen,
      'Last seen': found.lastseen,
    }),
  };
}
