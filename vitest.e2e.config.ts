import { defineConfig } from 'vitest/config';

/** End-to-end tests: real browsers with the production build, one file at a time. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    setupFiles: ['test/e2e/left-open.ts'],
    environment: 'node',
    fileParallelism: false,
    // A busy machine makes a browser miss a moment now and then; what fails three times is broken. Nearby, nothing is hidden.
    retry: process.env['CI'] ? 2 : 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
