import type { Block, Document } from './document';
import { parseLine } from './parse-line';

/**
 * Reads the Markdown of a ticket body: headings, paragraphs (line breaks are kept), bullets, fenced code and tables.
 * Everything else stays the text it is; nothing is lost and no HTML is understood.
 */
export function parseMarkdown(source: string): Document {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const document: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const [used, block] = blockAt(lines, at);
    at += used;
    if (block) document.push(block);
  }
  return document;
}

const isHeading = (line: string) => /^#{1,6}\s+\S/.test(line);
const isBullet = (line: string) => /^\s*[-*+]\s+\S/.test(line);
/** A line with more backticks further on is a code span, no fence (CommonMark, 4.5). */
const isFence = (line: string) => /^```+[^`]*$/.test(line);
const isTable = (lines: readonly string[], at: number) =>
  (lines[at] ?? '').startsWith('|') && /^\|(\s*:?-+:?\s*\|)+\s*$/.test(lines[at + 1] ?? '');
const isBlank = (line: string) => line.trim() === '';

function blockAt(lines: readonly string[], at: number): readonly [number, Block | null] {
  const line = lines[at] ?? '';
  if (isBlank(line)) return [1, null];
  if (isFence(line)) return codeAt(lines, at);
  if (isTable(lines, at)) return tableAt(lines, at);
  if (isHeading(line)) {
    const [, signs = '', text = ''] = /^(#+)\s+(.*?)\s*$/.exec(line) ?? [];
    return [1, { block: 'heading', level: signs.length, line: parseLine(text) }];
  }
  if (isBullet(line)) return bulletsAt(lines, at);
  const end = endOf(lines, at + 1, (at) => startsBlock(lines, at));
  const text = lines.slice(at, end).map((line) => line.trim());
  return [end - at, { block: 'paragraph', line: parseLine(text.join('\n')) }];
}

const startsBlock = (lines: readonly string[], at: number): boolean => {
  const line = lines[at] ?? '';
  return isBlank(line) || isFence(line) || isHeading(line) || isBullet(line) || isTable(lines, at);
};

/** The first index from `at` on where `stops` holds, or the end. */
function endOf(lines: readonly string[], at: number, stops: (at: number) => boolean): number {
  let end = at;
  while (end < lines.length && !stops(end)) end += 1;
  return end;
}

/** An unclosed fence reaches to the end (CommonMark, 4.5). */
function codeAt(lines: readonly string[], at: number): readonly [number, Block] {
  const fence = /^`+/.exec(lines[at] ?? '')?.[0] ?? '```';
  const end = endOf(lines, at + 1, (at) => new RegExp(`^${fence}\`*\\s*$`).test(lines[at] ?? ''));
  return [end + 1 - at, { block: 'code', text: lines.slice(at + 1, end).join('\n') }];
}

/** Lines that are indented go on with the bullet before them. */
function bulletsAt(lines: readonly string[], at: number): readonly [number, Block] {
  const end = endOf(lines, at, (at) => !isBullet(lines[at] ?? '') && !/^\s+\S/.test(lines[at] ?? ''));
  const items: string[] = [];
  for (const line of lines.slice(at, end)) {
    if (isBullet(line)) items.push(line.replace(/^\s*[-*+]\s+/, '').trimEnd());
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return [end - at, { block: 'bullets', items: items.map(parseLine) }];
}

function tableAt(lines: readonly string[], at: number): readonly [number, Block] {
  const end = endOf(lines, at + 2, (at) => !(lines[at] ?? '').startsWith('|'));
  const head = cellsOf(lines[at] ?? '');
  const rows = lines.slice(at + 2, end).map((line) => {
    const cells = cellsOf(line);
    return head.map((_, column) => parseLine(cells[column] ?? ''));
  });
  return [end - at, { block: 'table', head: head.map(parseLine), rows }];
}

const cellsOf = (row: string): string[] =>
  row
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
