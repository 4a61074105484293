import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('everything that the detector exports, with its tables, is at most 14 kB minified and compressed', async () => {
  const { outputFiles } = await build({
    entryPoints: ['lib/ioc/index.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const [file] = outputFiles;
  expect(file?.text).toMatch(/export\{.*\bfind\b/);
  expect(gzipSync(file?.contents ?? '', { level: 9 }).length).toBeLessThanOrEqual(14_000);
});
