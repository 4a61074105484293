import { defineConfig } from 'vitest/config';

export default defineConfig({
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/rt/**', 'test/kill/**', 'test/load/**'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
