import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { isLocal, type Limit, type Provider } from '../lib/core/plugin';
import { limitWords } from '../lib/engine/limit-words';
import { providers } from '../lib/registry';
import { kindsWords } from '../lib/ui/options/plugin-words';

/** Under this heading of `docs/sources.md` stands the table. */
const heading = '## What each is asked, and tells';
const document = 'docs/sources.md';

const head = ['source', 'kinds', 'key', 'at most', 'a request', 'fresh', 'up to', 'weight', 'discloses'];

/** Milliseconds as people say them: "24 h". */
function spanWords(milliseconds: number): string {
  const hours = milliseconds / 3_600_000;
  if (hours >= 72) return `${Number((hours / 24).toFixed(1))} days`;
  return hours >= 1 ? `${Number(hours.toFixed(1))} h` : `${Math.round(milliseconds / 60_000)} min`;
}

/** Whether a key is needed, as its settings say. */
function keyWords({ settings, missing }: Provider): string {
  const form = z.toJSONSchema(settings, { io: 'input' }) as {
    properties?: Record<string, { secret?: boolean }>;
  };
  if (!Object.values(form.properties ?? {}).some(({ secret }) => secret)) return 'none';
  const fresh = settings.parse({});
  // One's own instance lacks an address first.
  const placed = fresh['baseUrl'] === '' ? { ...fresh, baseUrl: 'https://own.example' } : fresh;
  return missing(placed) === null ? 'optional' : 'needed';
}

const limitsWords = (limits: readonly Limit[]): string => limits.map(limitWords).join(', ');

/** The cells of one row, by the registry alone. */
function cellsOf(provider: Provider): readonly string[] {
  const { id, kinds, weight, discloses } = provider;
  const asked = isLocal(provider)
    ? ['', '', '', '']
    : [
        limitsWords(provider.limitsBy?.(provider.settings.parse({})) ?? provider.limits),
        provider.batch === undefined ? '1' : `up to ${provider.batch.size}`,
        `${spanWords(provider.fresh.found)}; no record ${spanWords(provider.fresh.none)}`,
        `TLP:${provider.maxTlp.toUpperCase()}`,
      ];
  const scarce = 'scarce' in provider && provider.scarce ? ' On demand.' : '';
  return [
    `\`${id}\``,
    kindsWords(kinds),
    keyWords(provider),
    ...asked,
    String(weight),
    `${discloses.class}: ${discloses.words}${scarce}`.replaceAll('|', '\\|'),
  ];
}

/** Every row, the head first. */
export const rows: readonly (readonly string[])[] = [head, ...providers.map(cellsOf)];

/** The table as the document has it, its cells without the spaces that align them. */
export function rowsInDocument(): readonly (readonly string[])[] {
  const [, after = ''] = readFileSync(document, 'utf8').split(`${heading}\n`);
  const [table = ''] = after.split(/^## /m);
  return table
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s:|-]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

/** Writes the table anew; `npm run format` aligns it. */
export function writeTable(): void {
  const text = readFileSync(document, 'utf8');
  const [before, after = ''] = text.split(`${heading}\n`);
  const rest = after.slice(after.search(/^## /m));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [first = [], ...others] = rows;
  const table = [line(first), line(first.map(() => '---')), ...others.map(line)].join('\n');
  const words =
    'Written from the registry by `npm run sources`, with untouched settings and no key where one is optional. Weight: how far its judgement counts, 0 to 1.';
  writeFileSync(document, `${before}${heading}\n\n${words}\n\n${table}\n\n${rest}`);
}
