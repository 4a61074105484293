import { find } from '../ioc';
import { clip } from './clip';
import { entryOf, type Part } from './ioc-list-entry';
import type { Level } from './verdict';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Indicators of a STIX 2.0 or 2.1 bundle; null when the text is none. Other objects judge nothing and are passed over. */
export function readStix(text: string, now: number): readonly Part[] | null {
  if (!/^\s*\{/.test(text)) return null;
  let bundle: unknown;
  try {
    bundle = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(bundle) || bundle['type'] !== 'bundle' || !Array.isArray(bundle['objects'])) return null;
  return bundle['objects']
    .filter(isObject)
    .filter(({ type }) => type === 'indicator')
    .map((indicator) => readIndicator(indicator, now));
}

function readIndicator(indicator: Json, now: number): Part {
  const source = String(indicator['pattern'] ?? indicator['id'] ?? 'indicator');
  const expired = Date.parse(String(indicator['valid_until'] ?? '')) <= now;
  if (indicator['revoked'] === true || expired) return { source, entries: [] };
  // Patterns in other languages (Snort, YARA, Sigma) came with STIX 2.1.
  const values = (indicator['pattern_type'] ?? 'stix') === 'stix' ? valuesOf(source) : null;
  if (!values) return { source, entries: null };
  const found = values.flatMap((value) => {
    const [one, ...others] = find(value);
    return one && others.length === 0 ? [one] : [];
  });
  const note = clip(String(indicator['name'] ?? indicator['description'] ?? ''));
  const entries = found.map((ioc) =>
    entryOf(ioc, note, levelOf(indicator['indicator_types'] ?? indicator['labels'])),
  );
  return { source, entries: entries.length === 0 ? null : entries };
}

const comparison = /([a-z0-9-]+:[\w.'-]+)\s*=\s*(?:'((?:\\.|[^'\\])*)'|(\d+))/g;

/** Object paths that hold an indicator by itself (STIX 2.1, 6: cyber-observable objects). */
const path =
  /^(?:(?:ipv4-addr|ipv6-addr|domain-name|url|email-addr):value|email-message:from_ref\.value|file:hashes\.'?(?:MD5|SHA-?1|SHA-?256|SHA-?512)'?|autonomous-system:number)$/i;

/**
 * The values of a pattern that any one of them fulfils: equalities joined by OR. With AND, FOLLOWEDBY or NOT no single
 * value is what the pattern means, so it is not understood.
 */
function valuesOf(pattern: string): readonly string[] | null {
  const rest = pattern.replaceAll(comparison, '');
  if (!/^(?:[[\]()\s]|\bOR\b)*$/i.test(rest)) return null;
  return [...pattern.matchAll(comparison)].flatMap(([, left = '', text, number]) => {
    if (!path.test(left)) return [];
    return number === undefined ? [(text ?? '').replace(/\\(.)/g, '$1')] : [`AS${number}`];
  });
}

/** The open vocabulary of indicator types (STIX 2.1, 10.9). */
function levelOf(types: unknown): Level | undefined {
  const all: readonly unknown[] = Array.isArray(types) ? types : [];
  if (all.includes('malicious-activity') || all.includes('compromised')) return 'malicious';
  if (all.includes('anomalous-activity')) return 'suspicious';
  return all.includes('benign') ? 'benign' : undefined;
}
