import type { Page } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import type { Result } from '../../lib/core/failure';
import type { Messages, Name } from '../../lib/messages';

/** A page of either browser's tool; both run functions in it the same way, only their types differ. */
export type AnyPage = Page | FirefoxPage;

/** Sends a message from one of the extension's own pages, as its buttons do. Throws the failure's words. */
export async function ask<N extends Name>(
  page: AnyPage,
  name: N,
  request: Messages[N]['request'],
): Promise<Messages[N]['reply']> {
  const result = await (page as Page).evaluate(
    (message) => chrome.runtime.sendMessage(message) as Promise<Result<unknown>>,
    { name, request },
  );
  if (!result.ok) throw new Error(`${name}: ${result.failure.message}`);
  return result.value as Messages[N]['reply'];
}
