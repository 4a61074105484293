import { z } from 'zod';
import type { Kind } from '../../ioc';
import { evidenceTime } from '../../core/evidence-time';
import { counted, distinct, factsOf, tagsOf } from '../../core/facts';
import type { Reading } from '../../core/plugin';
import { answered } from '../../core/reading';
import type { Level } from '../../core/verdict';

const text = z.string().nullish().catch(undefined);

/** A record of `GET /api/v2/intelligence/`. Details may be null or empty. */
const recordSchema = z.object({
  value: z.string(),
  status: z.string(),
  confidence: z.number().min(0).max(100),
  itype: text,
  source: text,
  tlp: text,
  org: text,
  asn: text,
  country: text,
  created_ts: text,
  modified_ts: text,
  expiration_ts: text,
  meta: z.object({ severity: text, maltype: text }).nullish().catch(undefined),
  tags: z
    .array(z.object({ name: z.string() }))
    .nullish()
    .catch(undefined),
});
type Known = z.infer<typeof recordSchema>;

export const answerSchema = z.object({
  objects: z.array(recordSchema),
  meta: z.object({ total_count: z.number().nullish().catch(undefined) }),
});

/** Types of indicator that describe (a VPN, a parked domain, a paste site) and accuse nobody, however sure the feed is. */
const describing =
  /^(?:anon_proxy|anon_vpn|comm_proxy|disposable_email|dyn_dns|free_email|geolocation|i2p|ipcheck|parked|pastesite|proxy|sinkhole|social_media|speedtest|suppress|torrent_tracker|tor|vpn|vps)(?:_(?:ip|ipv6|domain|url))?$/;

const severities = ['low', 'medium', 'high', 'very-high'];

/**
 * 65 and 25 are where other clients of ThreatStream part "bad" and "suspicious". Severity counts too: a feed may be
 * entirely sure (100) that an address was once a bot, of low severity.
 */
function levelOf({ itype, confidence, meta }: Known): Level {
  if (describing.test(itype ?? '')) return 'unknown';
  if (confidence > 65 && severities.indexOf(meta?.severity ?? '') >= 1) return 'malicious';
  return confidence > 25 ? 'suspicious' : 'unknown';
}

const rank: Readonly<Record<Level, number>> = { malicious: 3, suspicious: 2, unknown: 1, benign: 0 };
const isActive = ({ status }: Known): boolean => status === 'active';

/** From the record that weighs most to the one that weighs least: active ones first. */
const byWeight = (a: Known, b: Known): number =>
  Number(isActive(b)) - Number(isActive(a)) ||
  rank[levelOf(b)] - rank[levelOf(a)] ||
  b.confidence - a.confidence;

/**
 * What the records of one value say. Only an active one has a vote: "inactive" has expired, and "falsepos" is somebody's
 * word that the value was never bad, which withdraws that record and acquits of no other.
 */
export function reading(kind: Kind, records: readonly Known[]): Reading {
  const sorted = records.toSorted(byWeight);
  const active = sorted.filter(isActive);
  const [first = records[0]] = sorted;
  const wrong = records.filter(({ status }) => status === 'falsepos').length;
  const newest = active
    .map(({ modified_ts, created_ts }) => modified_ts ?? created_ts ?? '')
    .toSorted()
    .at(-1);
  return answered({
    level: first && active.length > 0 ? levelOf(first) : 'unknown',
    summary: summaryOf(first, records.length, active.length, wrong),
    ...(first && active.length > 0 ? { score: { value: first.confidence, of: 100 } } : {}),
    facts: factsOf({
      Type: distinct(sorted.map(({ itype }) => itype)),
      Severity: first?.meta?.severity,
      Malware: distinct(sorted.map(({ meta }) => meta?.maltype)),
      Sources: distinct(sorted.map(({ source }) => source)).slice(0, 6),
      Network: [first?.asn, first?.org].filter(Boolean).join(' '),
      Country: first?.country,
      Changed: first?.modified_ts?.slice(0, 10),
      Expires: first?.expiration_ts?.slice(0, 10),
      TLP: distinct(sorted.map(({ tlp }) => (tlp === '' ? null : tlp))),
    }),
    ...evidenceTime(kind, newest),
    tags: tagsOf(sorted.flatMap(({ tags }) => (tags ?? []).map(({ name }) => name))),
  });
}

function summaryOf(first: Known | undefined, all: number, active: number, wrong: number): string {
  const count = all > 1 ? `, ${counted(all, 'record')}` : '';
  if (active === 0)
    return `${wrong === all ? 'Marked as false positive' : 'Expired, no longer active'}${count}`;
  const noted = wrong > 0 ? `, ${wrong} marked as false positive` : '';
  const severity = first?.meta?.severity ? `, severity ${first.meta.severity}` : '';
  return `${first?.itype ?? 'Known'}, ${first?.confidence} % confidence${severity}${count}${noted}`;
}
