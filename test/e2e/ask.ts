import type { Page } from 'playwright-core';
import type { Result } from '../../lib/core/failure';
import type { Messages, Name } from '../../lib/messages';

/** Sends a message from one of the extension's own pages, as its buttons do. Throws the failure's words. */
export async function ask<N extends Name>(
  page: Page,
  name: N,
  request: Messages[N]['request'],
): Promise<Messages[N]['reply']> {
  const result = await page.evaluate(
    (message) => chrome.runtime.sendMessage(message) as Promise<Result<unknown>>,
    { name, request },
  );
  if (!result.ok) throw new Error(`${name}: ${result.failure.message}`);
  return result.value as Messages[N]['reply'];
}
