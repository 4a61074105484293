import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

declare global {
  /** What the library's source leaves in the page. */
  var axe: { run(): Promise<{ violations: Violation[] }> } | undefined;
}

/** What axe finds wrong on a page as it stands: each rule, with the elements that break it. */
export async function axeViolations(page: Page): Promise<(readonly [string, readonly string[]])[]> {
  // A content security policy of the extension forbids inline scripts; the DevTools protocol is not bound by it.
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => globalThis.axe?.run());
  if (result === undefined) throw new Error('axe did not run.');
  return result.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)] as const);
}
