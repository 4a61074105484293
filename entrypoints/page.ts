import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Result } from '../lib/core/failure';
import { find } from '../lib/ioc';
import { type PagePush, type Send, unreachable } from '../lib/messages';
import { Sightline } from '../lib/page/start';

interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
}

type World = typeof globalThis & {
  browser?: { runtime: Runtime };
  chrome?: { runtime: Runtime };
  sightline?: Sightline;
};

/** The page script: injected into the frames of sites that are switched on, in the isolated world. */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const runtime = (world.browser ?? world.chrome)?.runtime;
  if (runtime === undefined || !(document.documentElement instanceof HTMLElement)) return;
  if (world.sightline !== undefined) {
    world.sightline.join();
    return;
  }

  const send: Send = async (name, request) => {
    try {
      const reply = (await runtime.sendMessage({ name, request })) as Result<never> | undefined;
      return reply ?? { ok: false, failure: unreachable };
    } catch {
      // The extension was reloaded under this page, or its worker could not start.
      return { ok: false, failure: unreachable };
    }
  };

  world.sightline = new Sightline(find, send);
  world.sightline.start(
    (push) => {
      runtime.onMessage.addListener((message) => {
        if (typeof message === 'object' && message !== null && 'push' in message) push(message as PagePush);
      });
    },
    () => runtime.id !== undefined,
  );
});
