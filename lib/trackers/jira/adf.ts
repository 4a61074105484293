import type { Block, Document, Inline, Line } from '../../core/markdown/document';

/** A node of the Atlassian Document Format (developer.atlassian.com, document structure). */
interface Node {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Node[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

/** The document as Jira Cloud takes it. Text is never empty, code carries no other mark, a list is never empty. */
export const toAdf = (document: Document) => ({
  type: 'doc',
  version: 1,
  content: document.flatMap(blockNodes),
});

function blockNodes(block: Block): readonly Node[] {
  switch (block.block) {
    case 'heading':
      return [
        { type: 'heading', attrs: { level: Math.min(block.level, 6) }, content: lineNodes(block.line) },
      ];
    case 'paragraph':
      return [paragraph(block.line)];
    case 'bullets':
      return block.items.length === 0
        ? []
        : [
            {
              type: 'bulletList',
              content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
            },
          ];
    case 'code':
      return [{ type: 'codeBlock', content: textNodes(block.text) }];
    case 'table':
      return [
        {
          type: 'table',
          content: [row('tableHeader', block.head), ...block.rows.map((cells) => row('tableCell', cells))],
        },
      ];
  }
}

const row = (type: 'tableHeader' | 'tableCell', cells: readonly Line[]): Node => ({
  type: 'tableRow',
  content: cells.map((cell) => ({ type, content: [paragraph(cell)] })),
});

const paragraph = (line: Line): Node => ({ type: 'paragraph', content: lineNodes(line) });

const lineNodes = (line: Line): readonly Node[] => line.flatMap(inlineNodes);

function inlineNodes({ text, mark, link }: Inline): readonly Node[] {
  const marks = [
    ...(mark ? [{ type: mark }] : []),
    ...(link !== undefined && mark === undefined ? [{ type: 'link', attrs: { href: link } }] : []),
  ];
  const nodes: Node[] = [];
  for (const [index, part] of text.split('\n').entries()) {
    if (index > 0) nodes.push({ type: 'hardBreak' });
    if (part !== '')
      nodes.push(marks.length > 0 ? { type: 'text', text: part, marks } : { type: 'text', text: part });
  }
  return nodes;
}

const textNodes = (text: string): Node[] => (text === '' ? [] : [{ type: 'text', text }]);
