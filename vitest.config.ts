import { defineConfig } from 'vitest/config';

export default defineConfig({
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/rt/**', 'test/kill/**', 'test/load/**'],
    environment: 'node',
    // Two: by itself vitest leaves one processor to others, and on a machine of two takes twice as long.
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
