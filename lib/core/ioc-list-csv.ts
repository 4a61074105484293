import { find } from '../ioc';
import { clip } from './clip';
import { entryOf, levelNamed, type Part } from './ioc-list-entry';

/** Names of columns that lists of the wild use, in order of trust. */
const valueNames = [
  'value',
  'indicator',
  'ioc',
  'ioc_value',
  'observable',
  'ip',
  'domain',
  'url',
  'hash',
  'sha256',
  'md5',
];
const noteNames = ['note', 'notes', 'description', 'comment', 'threat', 'malware', 'tags', 'name'];
const levelNames = ['level', 'verdict', 'classification'];

/** Rows of a CSV with a header that names a column for the indicators; null when the text is something else. */
export function readCsv(text: string): Iterable<Part> | null {
  const source = text.replace(/^(?:\s*(?:#[^\n]*)?\n)+/, '');
  const first = /^[^\r\n]*/.exec(source)?.[0] ?? '';
  const separator = [',', ';', '\t'].find((sign) => first.includes(sign)) ?? ',';
  const rows = records(source, separator);
  const names = rows.next().value?.map((name) => name.trim().toLowerCase().replaceAll(' ', '_')) ?? [];
  const column = (wanted: readonly string[]) =>
    wanted.map((name) => names.indexOf(name)).find((at) => at >= 0);
  const value = column(valueNames);
  if (value === undefined) return null;
  const [note, level] = [column(noteNames), column(levelNames)];
  return readRows(rows, value, note, level);
}

function* readRows(rows: Iterable<readonly string[]>, value: number, note?: number, level?: number) {
  for (const row of rows) yield readRow(row, value, note, level);
}

function readRow(row: readonly string[], value: number, note?: number, level?: number): Part {
  const cell = row[value]?.trim() ?? '';
  const source = row.join(', ');
  if (source.trim() === '' || source.startsWith('#')) return { source, entries: [] };
  const found = find(cell);
  const words = note === undefined ? '' : clip(row[note] ?? '');
  const own = level === undefined ? undefined : levelNamed(row[level] ?? '');
  return { source, entries: found.length === 0 ? null : found.map((ioc) => entryOf(ioc, words, own, cell)) };
}

/** Records of RFC 4180: fields may be quoted, with separators, line breaks and doubled quotes inside. */
function* records(text: string, separator: string): Generator<readonly string[], undefined> {
  const field = new RegExp(`(?:"((?:[^"]|"")*)"?|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|\\r|$)`, 'y');
  let row: string[] = [];
  while (field.lastIndex < text.length || row.length > 0) {
    const at = field.lastIndex;
    const [all = '', quoted, plain = '', end = ''] = field.exec(text) ?? [];
    // Text after a closing quote fits no rule: the rest of the line is taken as it is.
    if (all === '' && at < text.length && end === '') {
      const rest = /[^\r\n]*/y;
      rest.lastIndex = at;
      row.push(rest.exec(text)?.[0] ?? '');
      field.lastIndex = Math.max(rest.lastIndex, at + 1);
    } else row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === separator) continue;
    yield row;
    row = [];
    if (field.lastIndex >= text.length) break;
  }
  return undefined;
}
