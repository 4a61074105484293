import type { Block, Document, Inline, Line } from './document';

/** The document as Markdown (CommonMark with GitHub's tables) that `parseMarkdown` reads back as the same text. */
export const toMarkdown = (document: Document): string => `${document.map(writeBlock).join('\n\n')}\n`;

function writeBlock(block: Block): string {
  switch (block.block) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${oneLine(block.line)}`;
    case 'paragraph':
      return writeLine(block.line).split('\n').map(guardStart).join('\n');
    case 'bullets':
      return block.items.map((item) => `- ${oneLine(item)}`).join('\n');
    case 'code':
      return writeFence(block.text);
    case 'table': {
      const row = (cells: readonly Line[]) => `| ${cells.map(writeCell).join(' | ')} |`;
      return [row(block.head), `|${block.head.map(() => ' --- |').join('')}`, ...block.rows.map(row)].join(
        '\n',
      );
    }
  }
}

/** A space parts two marks that touch: `**a****b**` would be read as something else. */
const writeLine = (line: Line): string =>
  line
    .map(writeInline)
    .reduce(
      (written, piece) => written + (/[`*]$/.test(written) && /^[`*]/.test(piece) ? ' ' : '') + piece,
      '',
    );

const oneLine = (line: Line): string => writeLine(line).replaceAll('\n', ' ');

/** A pipe is a border unless a backslash stands before it, in code too. */
const writeCell = (line: Line): string => oneLine(line).replaceAll('|', '\\|');

function writeInline({ text, mark, link }: Inline): string {
  if (mark === 'code') return writeCode(text.replaceAll('\n', ' '));
  const escaped = text.replace(/[\\`*[\]<]/g, '\\$&');
  if (link !== undefined) return `[${escaped}](${link.replaceAll('(', '%28').replaceAll(')', '%29')})`;
  const sign = mark === 'strong' ? '**' : mark === 'em' ? '*' : '';
  // Markup may not begin or end with a space.
  return sign === '' || text.trim() === ''
    ? escaped
    : escaped.replace(/^(\s*)(.*?)(\s*)$/s, `$1${sign}$2${sign}$3`);
}

function writeCode(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const padding = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return text === '' ? '' : `${fence}${padding}${text}${padding}${fence}`;
}

function writeFence(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}\n${text}\n${fence}`;
}

const longestRun = (text: string): number =>
  Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** Keeps text from being read as a heading, a bullet, a quote, a table, a rule or a numbered list. */
const guardStart = (line: string): string =>
  line.replace(/^(\s*)([#>|~=+-])/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2');
