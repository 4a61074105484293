import { find } from '../ioc';
import { clip } from './clip';
import { readCsv } from './ioc-list-csv';
import { entryOf, readingOf, type ListReading, type Part } from './ioc-list-entry';
import { readStix } from './ioc-list-stix';

/**
 * Reads an imported list: a STIX 2 bundle, CSV with a header, or plain text with one or more indicators a line, defanged
 * or not. What is not understood is counted, never guessed.
 */
export function parseIocList(text: string, now = Date.now()): ListReading {
  const source = text.replace(/^\uFEFF/, '');
  const parts = readStix(source, now) ?? readCsv(source) ?? readText(source);
  return readingOf(parts, (source) => clip(source, 120));
}

const readText = (text: string): readonly Part[] => text.split(/\r?\n|\r/).map(readLine);

function readLine(source: string): Part {
  // A hosts file sinks each name to an address of nowhere, which is not on the list itself.
  const line = source.replace(/^\s*(?:0\.0\.0\.0|127\.0\.0\.1|::1?)\s+(?=\S)/, '').trim();
  if (line === '' || /^(?:#|\/\/|;|!)/.test(line)) return { source, entries: [] };
  const found = find(line);
  if (found.length === 0) return { source, entries: null };
  const last = found.length === 1 ? found[0] : undefined;
  // What follows a single indicator is said about it.
  const note = last ? clip(line.slice(last.end).replace(/^[\s,;|#"/]+|"$/g, '')) : '';
  return { source, entries: found.map((ioc) => entryOf(ioc, note, undefined)) };
}
