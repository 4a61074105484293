import { build } from 'esbuild';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Runs a TypeScript script: `node scripts/run.mjs FILE [arguments]`. Node 20 cannot strip types, so the script and what
// it imports of ours are bundled first; packages stay where they are.
const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) throw new Error('Usage: node scripts/run.mjs FILE [arguments]');
const outfile = resolve('node_modules/.cache/sightline', `${entry.replaceAll(/\W+/g, '-')}.mjs`);
await mkdir(resolve(outfile, '..'), { recursive: true });
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv = [process.argv[0] ?? 'node', entry, ...rest];
await import(pathToFileURL(outfile).href);
