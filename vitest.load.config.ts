import { defineConfig } from 'vitest/config';

/** A thousand IOCs in a real browser, at real budgets: minutes. */
export default defineConfig({
  test: {
    include: ['test/load/*.test.ts'],
    fileParallelism: false,
    hookTimeout: 700_000,
  },
});
