import type { Chromium } from './chromium';

/** Stops the background as the browser does when it has been idle: at once, in the middle of whatever it does. */
export async function stopWorker(browser: Chromium): Promise<void> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const session = await browser.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
