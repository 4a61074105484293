import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Trie {
  readonly nodeFlags: Uint8Array;
  readonly edgeStart: Uint16Array;
  readonly edgeLength: Uint8Array;
  readonly edgeChild: Uint16Array;
  readonly labelText: string;
  readonly rulesRoot: number;
}

const ICANN = 1;

const require = createRequire(import.meta.url);
const root = dirname(require.resolve('tldts/package.json'));
/** The version of the package that they are taken from. */
export const version = (require('tldts/package.json') as { version: string }).version;
const trie = (await import(
  /* @vite-ignore */ pathToFileURL(join(root, 'dist/es6/src/data/trie.js')).href
)) as Trie;

const edgesOf = (node: number): number[] => {
  const first = trie.edgeStart[node] ?? 0;
  return Array.from({ length: (trie.edgeStart[node + 1] ?? first) - first }, (_, i) => first + i);
};

const isPublic = (node: number): boolean =>
  ((trie.nodeFlags[node] ?? 0) & ICANN) !== 0 ||
  edgesOf(node).some((edge) => isPublic(trie.edgeChild[edge] ?? 0));

let offset = 0;
const labels = Array.from(trie.edgeLength, (length) => trie.labelText.slice(offset, (offset += length)));

const all = new Set<string>();
for (const edge of edgesOf(trie.rulesRoot)) {
  if (isPublic(trie.edgeChild[edge] ?? 0)) all.add(new URL(`http://a.${labels[edge]}`).hostname.slice(2));
}

/** Every top-level domain of the root zone as an A-label, in order. */
export const topLevelDomains: readonly string[] = [...all].sort();
