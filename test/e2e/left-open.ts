import { afterEach, beforeEach } from 'vitest';
import { openPages } from './open-pages';

// A try that failed leaves its pages open. The next one would read them for its own: pages are looked up by address.
let before: ReadonlySet<unknown> = new Set();

beforeEach(async () => {
  before = new Set(await openPages());
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const left = (await openPages()).filter((page) => !before.has(page));
  await Promise.all(left.map((page) => page.close().catch(() => undefined)));
});
