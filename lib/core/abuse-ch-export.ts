import { abuseCh } from './abuse-ch';
import { under } from './base-url';
import { fail, ok, type Result } from './failure';
import type { HttpAnswer } from './http';
import type { ListFile } from './plugin';

/** A row by its column names. */
export type ExportRow = Readonly<Record<string, string>>;

const hour = 3_600_000;

/** What is the same for each source that keeps such an export. */
export const abuseChList = {
  origins: abuseCh.origins,
  missing: abuseCh.missing,
  terms: abuseCh.terms,
  discloses: {
    class: 'local',
    words: 'Sees that its list is downloaded every hour, never what is looked up in it.',
  },
  weight: 0.9,
  onByDefault: false,
} as const;

interface Settings {
  readonly key: string;
  readonly baseUrl: string;
}

/**
 * What the exports of abuse.ch platforms have in common (urlhaus.abuse.ch/api, threatfox.abuse.ch/export): made every five
 * minutes, not to be fetched more often, with the Auth-Key in the path.
 */
export const abuseChExport = ({ key, baseUrl }: Settings, name: string) =>
  ({
    name,
    url: under(baseUrl, `/v2/files/exports/${name}`),
    keyed: (request) => ({
      ...request,
      url: under(baseUrl, `/v2/files/exports/${encodeURIComponent(key)}/${name}`),
    }),
    every: hour,
    atMost: 300_000,
    oldAfter: 48 * hour,
    maxBytes: 96 * 1024 * 1024,
  }) satisfies Partial<ListFile>;

/**
 * Rows of such an export: CSV with every field in quotes, its columns named in a comment above, and in some a comment below
 * that counts the rows. Null for a row that has other columns. A failure where the columns are not there, or the count is
 * another: then it is not this export, or not all of it.
 */
export function readExport(
  { text }: HttpAnswer,
  who: string,
  columns: readonly string[],
): Result<Iterable<ExportRow | null>> {
  const names = namesIn(text, columns);
  if (names === null) {
    return fail('bad-answer', `${who} sent something that is not its export. Check the address and the key.`);
  }
  const counted = /^# *Number of entries: *(\d+)\s*$/m.exec(text)?.[1];
  if (counted !== undefined && Number(counted) !== count(text)) {
    return fail(
      'bad-answer',
      `The export of ${who} has not as many rows as it says. It is fetched again later.`,
    );
  }
  return ok(rowsOf(text, names));
}

/** The comment that names all of these columns. */
function namesIn(text: string, columns: readonly string[]): readonly string[] | null {
  for (const [, comment = ''] of text.slice(0, 20_000).matchAll(/^#[ \t]*(\S[^\r\n]*)/gm)) {
    const names = comment.split(',').map((name) => name.trim().replaceAll('"', ''));
    if (columns.every((column) => names.includes(column))) return names;
  }
  return null;
}

const count = (text: string): number => text.match(/^(?!#)[^\r\n]+/gm)?.length ?? 0;

function* rowsOf(text: string, names: readonly string[]): Generator<ExportRow | null> {
  const line = /([^\r\n]*)(?:\r?\n|\r|$)/y;
  while (line.lastIndex < text.length) {
    const row = line.exec(text)?.[1] ?? '';
    if (row === '' || row.startsWith('#')) continue;
    const fields = fieldsOf(row);
    yield fields?.length === names.length
      ? Object.fromEntries(names.map((name, at) => [name, fields[at] ?? '']))
      : null;
  }
}

/** Fields in quotes, doubled quotes inside; white space between them is none of theirs. Null where the line is cut. */
function fieldsOf(row: string): readonly string[] | null {
  const field = /\s*"((?:[^"]|"")*)"\s*(,|$)/y;
  const fields: string[] = [];
  for (let end = ','; end === ',';) {
    const [, quoted, next] = field.exec(row) ?? [];
    if (quoted === undefined || next === undefined) return null;
    fields.push(quoted.replaceAll('""', '"'));
    end = next;
  }
  return fields;
}
