import type { BrowserContext, Page } from 'playwright-core';
import type { Chromium } from './chromium';

/** `chrome.developerPrivate`, as far as the page `chrome://extensions` shows it to us. */
interface DeveloperPrivate {
  addHostPermission(id: string, pattern: string): Promise<void>;
  removeHostPermission(id: string, pattern: string): Promise<void>;
}

/**
 * Makes the browser's prompt for this match pattern answer itself with "Allow": from now on a click on one of our own
 * buttons gets the permission without a prompt, which no test could click.
 */
export const willAllow = (browser: Chromium, pattern: string): Promise<void> =>
  inExtensionsPage(browser, 'addHostPermission', pattern);

/** Takes a grant back, as a user does on `chrome://extensions`. */
export const revoke = (browser: Chromium, pattern: string): Promise<void> =>
  inExtensionsPage(browser, 'removeHostPermission', pattern);

/** Grants a match pattern: the permission is asked for by a real click in the extension's origin, and allowed. */
export async function grant(browser: Chromium, pattern: string): Promise<void> {
  await willAllow(browser, pattern);
  await byClick(browser, async (page) => {
    await page.evaluate((origin) => {
      globalThis.clicked = () => chrome.permissions.request({ origins: [origin] });
    }, pattern);
  });
}

/** Opens the side panel of the window that `tab` is in; the extension's own buttons do the same. */
export const openSidePanel = (browser: Chromium): Promise<void> =>
  byClick(browser, async (page) => {
    await page.evaluate(() => {
      globalThis.clicked = () =>
        chrome.sidePanel.open({ windowId: chrome.windows.WINDOW_ID_CURRENT }).then(() => true);
    });
  });

declare global {
  /** What the button of `byClick` does. */
  var clicked: (() => Promise<boolean>) | undefined;
}

/** Runs what `prepare` put in `clicked` in answer to a real click in a page of the extension that runs none of its code. */
async function byClick(browser: Chromium, prepare: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.open('manifest.json');
  try {
    await prepare(page);
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.textContent = 'Do it';
      button.addEventListener('click', () => {
        globalThis.clicked?.().then(
          (done) => (button.textContent = done ? 'Done' : 'Refused'),
          (error: unknown) => (button.textContent = String(error)),
        );
      });
      document.body.append(button);
    });
    const button = page.locator('button');
    await button.click();
    await page.waitForFunction(() => document.querySelector('button')?.textContent !== 'Do it');
    const said = await button.textContent();
    if (said !== 'Done') throw new Error(`The browser answered: ${said}`);
  } finally {
    await page.close();
  }
}

async function inExtensionsPage(
  { context, id }: { context: BrowserContext; id: string },
  method: keyof DeveloperPrivate,
  pattern: string,
): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto('chrome://extensions');
    await page.evaluate(
      ([method, id, pattern]) =>
        (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate[method](id, pattern),
      [method, id, pattern] as const,
    );
  } finally {
    await page.close();
  }
}
