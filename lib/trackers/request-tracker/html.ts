import type { Block, Document, Inline, Line } from '../../core/markdown/document';

/**
 * The document as HTML. Request Tracker shows a fixed set of tags and a few styles (RT::Interface::Web::Scrubber, where
 * `code` is missing), so code is a span in a monospaced face.
 */
export const toHtml = (document: Document): string => document.map(blockHtml).join('\n');

function blockHtml(block: Block): string {
  switch (block.block) {
    case 'heading': {
      const level = Math.min(block.level + 1, 6);
      return `<h${level}>${lineHtml(block.line)}</h${level}>`;
    }
    case 'paragraph':
      return `<p>${lineHtml(block.line)}</p>`;
    case 'bullets':
      return `<ul>${block.items.map((item) => `<li>${lineHtml(item)}</li>`).join('')}</ul>`;
    case 'code':
      return `<pre>${escape(block.text)}</pre>`;
    case 'table':
      return `<table border="1" cellpadding="4"><tr>${cells('th', block.head)}</tr>${block.rows
        .map((row) => `<tr>${cells('td', row)}</tr>`)
        .join('')}</table>`;
  }
}

const cells = (tag: 'th' | 'td', row: readonly Line[]): string =>
  row.map((cell) => `<${tag}>${lineHtml(cell)}</${tag}>`).join('');

const lineHtml = (line: Line): string => line.map(inlineHtml).join('');

function inlineHtml({ text, mark, link }: Inline): string {
  const words = escape(text).replaceAll('\n', '<br>');
  if (link !== undefined) return `<a href="${escape(link)}">${words}</a>`;
  if (mark === 'code') return `<span style="font-family: monospace">${words}</span>`;
  return mark ? `<${mark}>${words}</${mark}>` : words;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
