interface Node {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly marks?: readonly { readonly type?: unknown }[];
  readonly content?: readonly Node[];
}

const notDocument = 'Operation value must be an Atlassian Document (see the Atlassian Document Format)';
const longest = 32_767;

/** What may stand in what, for the nodes that reports use (developer.atlassian.com, ADF structure). */
const blocks = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'codeBlock',
  'table',
  'rule',
  'blockquote',
  'panel',
];
const inline = ['text', 'hardBreak', 'inlineCard', 'emoji', 'mention', 'date', 'status'];
const children: Readonly<Record<string, readonly string[]>> = {
  doc: blocks,
  paragraph: inline,
  heading: inline,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'bulletList', 'orderedList', 'codeBlock'],
  codeBlock: ['text'],
  blockquote: ['paragraph', 'bulletList', 'orderedList', 'codeBlock'],
  panel: ['paragraph', 'heading', 'bulletList', 'orderedList'],
  table: ['tableRow'],
  tableRow: ['tableHeader', 'tableCell'],
  tableHeader: blocks,
  tableCell: blocks,
};

/** Why Jira would refuse this rich text, null when it takes it. Data Center takes a string, Cloud a document. */
export function documentProblem(edition: 'cloud' | 'datacenter', value: unknown): string | null {
  if (edition === 'datacenter') {
    if (typeof value !== 'string') return 'Operation value must be a string';
    return value.length > longest
      ? `The entered text is too long. It exceeds the allowed limit of ${longest} characters.`
      : null;
  }
  const doc = value as (Node & { version?: unknown }) | null;
  if (typeof doc !== 'object' || doc === null || doc.type !== 'doc' || doc.version !== 1) return notDocument;
  if (!Array.isArray(doc.content)) return notDocument;
  if (JSON.stringify(value).length > longest * 4) return `The entered text is too long.`;
  return valid(doc) ? null : 'INVALID_INPUT';
}

function valid(node: Node): boolean {
  if (node.type === 'text') return validText(node);
  const allowed = children[String(node.type)];
  const inside = node.content ?? [];
  if (allowed === undefined) return inside.length === 0;
  if (/List$|^table|^listItem$/.test(String(node.type)) && inside.length === 0) return false;
  if (node.type === 'codeBlock' && inside.some((child) => child.marks?.length)) return false;
  return inside.every((child) => allowed.includes(String(child.type)) && valid(child));
}

/** Text is never empty, and `code` stands alone or with a link. */
function validText({ text, marks = [] }: Node): boolean {
  if (typeof text !== 'string' || text === '') return false;
  const types = marks.map((mark) => String(mark.type));
  return !types.includes('code') || types.every((type) => ['code', 'link', 'annotation'].includes(type));
}
