import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from './find-browser';
import { listPages } from './open-pages';

/** Where `npm run build` puts the extension; tests load it untouched. */
const extension = resolve('.output/firefox-mv3');

export interface Firefox {
  readonly browser: Browser;
  /** The origin of the extension's pages, `moz-extension://UUID`. */
  readonly origin: string;
  /** A page of the extension in a tab. */
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

const uuid = '5a1a5a1a-0000-4000-8000-516871116e00';

/** Starts Firefox with the production build; prompts for origins answer themselves with "Allow". */
export async function launchFirefox({ headed = false } = {}): Promise<Firefox> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('No Firefox found. Run `npm run ensure-browser -- firefox`.');
  const browser = await launch({
    browser: 'firefox',
    headless: !headed,
    executablePath,
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': JSON.stringify({ 'sightline@sightline.invalid': uuid }),
    },
  });
  await browser.installExtension(extension);
  const origin = `moz-extension://${uuid}`;
  const forget = listPages(() => browser.pages());
  return {
    browser,
    origin,
    async open(path) {
      const page = await browser.newPage();
      // A navigation to an extension page never settles over WebDriver BiDi; the document says when it is there.
      page.goto(`${origin}/${path}`).catch(() => null);
      for (let tries = 0; tries < 100; tries += 1) {
        const ready = await page
          .evaluate(() => location.protocol === 'moz-extension:' && document.readyState === 'complete')
          .catch(() => false);
        if (ready) return page;
        await wait(100);
      }
      throw new Error(`${path} did not open in Firefox.`);
    },
    close() {
      forget();
      return browser.close();
    },
  };
}

/** Asks for match patterns by a real click in a page of the extension; Firefox allows it. */
export async function grantInFirefox(firefox: Firefox, ...patterns: readonly string[]): Promise<void> {
  const page = await firefox.open('manifest.json');
  await page.evaluate((origins) => {
    const button = document.createElement('button');
    button.id = 'grant';
    button.style.cssText = 'position:fixed;inset:0;z-index:9';
    button.addEventListener('click', () => {
      void chrome.permissions.request({ origins }).then((allowed) => (button.title = String(allowed)));
    });
    document.body.append(button);
  }, patterns as string[]);
  await page.click('#grant');
  await page.waitForFunction(() => document.querySelector<HTMLElement>('#grant')?.title === 'true');
  await page.close();
}
