import { clip } from './clip';
import type { Level } from './verdict';

/** Tags that are a judgement; all others ("vpn", "cloud", "self-signed", "eol-product") describe. */
const judgements: Readonly<Record<string, Level>> = {
  c2: 'malicious',
  malware: 'malicious',
  compromised: 'suspicious',
};

/**
 * The level of a host that Shodan has scanned, by its tags; null for facts alone: an open port, however odd, and a known
 * CVE accuse nobody. A honeypot poses as what it is not, so what else it is tagged with is suspicious at most.
 */
export function tagLevel(tags: readonly string[]): Level | null {
  const levels = tags.flatMap((tag) => judgements[tag] ?? []);
  if (levels.includes('malicious')) return tags.includes('honeypot') ? 'suspicious' : 'malicious';
  return levels[0] ?? null;
}

/** "tagged c2" for each tag that made the level. */
export const tagWords = (tags: readonly string[]): string[] =>
  tags
    .filter((tag) => judgements[tag] !== undefined || (tag === 'honeypot' && tagLevel(tags) !== null))
    .map((tag) => `tagged ${clip(tag, 60)}`);
