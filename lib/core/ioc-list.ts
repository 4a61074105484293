import { find } from '../ioc';
import { clip } from './clip';
import { readCsv } from './ioc-list-csv';
import { entryOf, type Part } from './ioc-list-entry';
import { readStix } from './ioc-list-stix';

/**
 * Reads an imported list as it is gone through, so that a long one can be read in slices: a STIX 2 bundle, CSV with a
 * header, or plain text with one or more indicators a line, defanged or not. What is not understood is never guessed.
 */
export function readIocList(text: string, now = Date.now()): Iterable<Part> {
  const source = text.replace(/^\uFEFF/, '');
  return readStix(source, now) ?? readCsv(source) ?? readText(source);
}

function* readText(text: string): Generator<Part> {
  const line = /([^\r\n]*)(?:\r?\n|\r|$)/y;
  while (line.lastIndex < text.length) yield readLine(line.exec(text)?.[1] ?? '');
}

function readLine(source: string): Part {
  // A hosts file sinks each name to an address of nowhere, which is not on the list itself.
  const line = source.replace(/^\s*(?:0\.0\.0\.0|127\.0\.0\.1|::1?)\s+(?=\S)/, '').trim();
  if (line === '' || /^(?:#|\/\/|;|!)/.test(line)) return { source, entries: [] };
  const found = find(line);
  if (found.length === 0) return { source, entries: null };
  const last = found.length === 1 ? found[0] : undefined;
  // What follows a single indicator is said about it.
  const note = last ? clip(line.slice(last.end).replace(/^[\s,;|#"/]+|"$/g, '')) : '';
  return {
    source,
    entries: found.map((ioc) => entryOf(ioc, note, undefined, found.length === 1 ? line : '')),
  };
}
