import type { Block, Document, Inline, Line } from '../../core/markdown/document';

/** The document in the wiki markup of Jira Data Center (its "Text Formatting Notation Help"). */
export const toWiki = (document: Document): string => document.map(blockWiki).join('\n\n');

function blockWiki(block: Block): string {
  switch (block.block) {
    case 'heading':
      return `h${Math.min(block.level, 6)}. ${oneLine(block.line)}`;
    case 'paragraph':
      return lineWiki(block.line);
    case 'bullets':
      return block.items.map((item) => `* ${oneLine(item)}`).join('\n');
    case 'code':
      // The closing word in the text would end the block early.
      return `{noformat}\n${block.text.replaceAll('{noformat}', '{ noformat}')}\n{noformat}`;
    case 'table':
      return [row('||', block.head), ...block.rows.map((cells) => row('|', cells))].join('\n');
  }
}

/** An empty cell needs a space, or Jira counts one column less. */
const row = (border: string, cells: readonly Line[]): string =>
  `${border}${cells.map((cell) => oneLine(cell) || ' ').join(border)}${border}`;

const oneLine = (line: Line): string => lineWiki(line).replaceAll('\n', ' ');

const lineWiki = (line: Line): string => line.map(inlineWiki).join('');

function inlineWiki({ text, mark, link }: Inline): string {
  const words = escape(text);
  if (link !== undefined) return `[${words}|${link.replaceAll('|', '%7C').replaceAll(']', '%5D')}]`;
  if (mark === 'code') return text.trim() === '' ? text : `{{${words}}}`;
  const sign = mark === 'strong' ? '*' : mark === 'em' ? '_' : '';
  return words.replace(/^(\s*)(.+?)(\s*)$/s, `$1${sign}$2${sign}$3`);
}

/** Everything that Jira would read as markup, a macro, a mention, an image, an emoticon, a list or a heading. */
const escape = (text: string): string =>
  text
    .replaceAll('\\', '&#92;')
    .replace(/[{}[\]*_+^~|!?#-]/g, '\\$&')
    .replace(/\((?=[xyni!?/+\-*\\])|[:;](?=[)(DPp])/g, '\\$&')
    .replace(/^(\s*)(h[1-6]|bq)\./gm, '$1$2\\.');
