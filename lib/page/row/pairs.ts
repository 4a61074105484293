/** A name and what stands for it: a cell and its column, or `src=10.1.2.3` in a line. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Characters of one text that are looked at, and pairs that are taken from it. */
const most = 4_096;
const mostPairs = 128;

const key = String.raw`(?<![\w.@-])([A-Za-z_@][\w.@-]{0,63})`;
const pair = new RegExp(
  `${key}["']?\\s{0,2}[=:]\\s{0,2}(?:"([^"\\n]{0,256})"|'([^'\\n]{0,256})'|([^\\s"',;|{}]{1,256}))`,
  'g',
);
const before = new RegExp(`${key}["']?\\s{0,2}[=:]\\s{0,2}["'[(]{0,2}$`);

/** The pairs of a log line, of CEF, LEEF, JSON and the like, in their order. */
export function pairsIn(text: string): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [, name = '', double, single, bare] of text.slice(0, most).matchAll(pair)) {
    pairs.push({ name, value: double ?? single ?? bare ?? '' });
    if (pairs.length === mostPairs) break;
  }
  return pairs;
}

/** The name of the value that begins where this text ends: `… "src_ip": "` → `src_ip`. */
export const nameBefore = (text: string): string | null => before.exec(text.slice(-128))?.[1] ?? null;
