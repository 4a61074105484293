import type { Document } from './document';
import { toMarkdown } from './write';

/** The document without the blocks at its end that make its Markdown longer than `limit`, and a sentence that says so. */
export function cut(document: Document, limit: number): Document {
  let size = 0;
  const kept: Document[number][] = [];
  for (const block of document) {
    size += toMarkdown([block]).length + 1;
    if (size > limit) {
      return [
        ...kept,
        { block: 'paragraph', line: [{ text: 'The rest did not fit. The whole report is in Sightline.' }] },
      ];
    }
    kept.push(block);
  }
  return document;
}
