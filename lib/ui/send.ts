import browser from 'webextension-polyfill';
import type { Result } from '../core/failure';
import { type Push, type Send, unreachable } from '../messages';

/** Asks the background from one of the extension's own pages. Never throws: silence is a failure with words. */
export const send: Send = async (name, request) => {
  try {
    const reply: unknown = await browser.runtime.sendMessage({ name, request });
    return isResult(reply) ? (reply as never) : { ok: false, failure: unreachable };
  } catch {
    // The worker is gone or was replaced; the words say what to do.
    return { ok: false, failure: unreachable };
  }
};

const isResult = (reply: unknown): reply is Result<unknown> =>
  typeof reply === 'object' && reply !== null && 'ok' in reply;

const isPush = (message: unknown): message is Push =>
  typeof message === 'object' && message !== null && 'push' in message;

/** Listens to what the background pushes to the extension's own pages. Returns the way to stop. */
export function onPush(listen: (push: Push) => void): () => void {
  const listener = (message: unknown): undefined => {
    if (isPush(message)) listen(message);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
