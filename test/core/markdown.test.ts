import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Document, Inline, Line } from '../../lib/core/markdown/document';
import { parseMarkdown } from '../../lib/core/markdown/parse';
import { toMarkdown } from '../../lib/core/markdown/write';

const text = fc
  .oneof(fc.string({ unit: fc.constantFrom(...'ab \\`*_[]()<>#|-+~=.!:/1') }), fc.string())
  .map((text) => text.replace(/[\n\r]/g, ' '))
  .filter((text) => text.trim() !== '');
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text.map((text) => ({ text })),
  fc.tuple(text, fc.constantFrom('strong', 'em', 'code')).map(([text, mark]) => ({ text, mark })),
  text.map((text) => ({ text, link: 'https://host.test/a_(b)' })),
);
const line = fc.array(inline, { minLength: 1, maxLength: 5 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ block: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 4 }), line }),
  fc.record({ block: fc.constant('paragraph' as const), line }),
  fc.record({
    block: fc.constant('bullets' as const),
    items: fc.array(line, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ block: fc.constant('code' as const), text }),
  fc.integer({ min: 1, max: 4 }).chain((width) => {
    const row = fc.array(line, { minLength: width, maxLength: width });
    return fc.record({
      block: fc.constant('table' as const),
      head: row,
      rows: fc.array(row, { maxLength: 3 }),
    });
  }),
);

const textOf = (line: Line): string => line.map(({ text }) => text).join('');

/** All that a reader sees, one word after the other. */
function words(document: Document): string {
  const parts = document.flatMap((block) => {
    if (block.block === 'code') return [block.text];
    if (block.block === 'bullets') return block.items.map(textOf);
    if (block.block === 'table') return [block.head, ...block.rows].flat().map(textOf);
    return [textOf(block.line)];
  });
  return parts.join('').replace(/\s+/g, '');
}

test('whatever a source says, its words come back as words and never as markup', () => {
  fc.assert(
    fc.property(text, (text) => {
      const read = parseMarkdown(toMarkdown([{ block: 'paragraph', line: [{ text: `a${text}z` }] }]));
      expect(read).toHaveLength(1);
      expect(words(read)).toBe(words([{ block: 'paragraph', line: [{ text: `a${text}z` }] }]));
      expect(read[0]?.block === 'paragraph' && read[0].line.every(({ mark, link }) => !mark && !link)).toBe(
        true,
      );
    }),
  );
});

test('no document loses a character on its way through Markdown', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (document) => {
      expect(words(parseMarkdown(toMarkdown(document)))).toBe(words(document));
    }),
  );
});

test('any text at all can be read', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'a\\`*[](|#- \n') }),
      (text) => void parseMarkdown(text),
    ),
  );
});

test('a report keeps its structure', () => {
  const document: Document = [
    { block: 'heading', level: 2, line: [{ text: 'Why' }] },
    { block: 'paragraph', line: [{ text: 'Malicious.', mark: 'strong' }, { text: ' Two say so:\nA, B.' }] },
    {
      block: 'bullets',
      items: [
        [{ text: '203[.]0[.]113[.]7', mark: 'code' }],
        [{ text: 'see ' }, { text: 'there', link: 'https://a.test/b' }],
      ],
    },
    { block: 'code', text: 'a\n\n```\nb' },
    {
      block: 'table',
      head: [[{ text: 'Source' }], [{ text: 'Answer' }]],
      rows: [[[{ text: 'A|B' }], [{ text: 'x | y', mark: 'code' }]]],
    },
  ];
  expect(parseMarkdown(toMarkdown(document))).toEqual(document);
});

test('what people type by hand is understood', () => {
  const read = parseMarkdown(
    'Hello *there*\r\nsecond line\n* one\n  goes on\n* **two** `2*2`\n\n<b>not HTML</b> 5 * 3 * 2',
  );
  expect(read).toEqual([
    {
      block: 'paragraph',
      line: [{ text: 'Hello ' }, { text: 'there', mark: 'em' }, { text: '\nsecond line' }],
    },
    {
      block: 'bullets',
      items: [
        [{ text: 'one goes on' }],
        [{ text: 'two', mark: 'strong' }, { text: ' ' }, { text: '2*2', mark: 'code' }],
      ],
    },
    { block: 'paragraph', line: [{ text: '<b>not HTML</b> 5 * 3 * 2' }] },
  ]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])('%s is no link', (address) => {
  const read = parseMarkdown(`[click](${address})`);
  expect(read[0]?.block === 'paragraph' && read[0].line.some(({ link }) => link)).toBe(false);
});
