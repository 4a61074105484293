import type { Block, Document } from './document';

/**
 * The document without the blocks at its end that make it longer than `limit`, and a sentence that says so. `sizeOf` is
 * the size of one block in the tracker's own markup.
 */
export function cut(document: Document, limit: number, sizeOf: (block: Block) => number): Document {
  let size = 0;
  const fits = document.findIndex((block) => {
    size += sizeOf(block);
    return size > limit;
  });
  if (fits === -1) return document;
  const words = 'The rest did not fit. The whole report is in Sightline.';
  return [...document.slice(0, fits), { block: 'paragraph', line: [{ text: words }] }];
}
