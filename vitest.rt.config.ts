import { defineConfig } from 'vitest/config';

/** Tests against a real Request Tracker: slow, and they install Debian packages where those are missing. */
export default defineConfig({
  test: {
    include: ['test/rt/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
