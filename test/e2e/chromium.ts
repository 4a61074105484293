import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { hostRules } from '../lab/consoles';
import { findChromium } from './find-browser';
import { listPages } from './open-pages';

/** Where `npm run build` puts the extension; tests load it untouched. */
const built = resolve('.output/chrome-mv3');

export interface Chromium {
  readonly context: BrowserContext;
  /** The extension's id. */
  readonly id: string;
  /** The background as it runs now; started again when it was stopped. */
  worker(): Promise<Worker>;
  /** A page of the extension in a tab: `sidepanel.html`, `options.html#sources`. */
  open(path: string): Promise<Page>;
  /** A second client on the same browser: it also lists popups and the side panel, which the first does not. */
  observe(): Promise<Browser>;
  close(): Promise<void>;
}

export interface Launch {
  /** Shows the window. */
  readonly headed?: boolean;
  /** A profile that outlives the browser; a fresh one otherwise. */
  readonly profile?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  /** Pages are kept as they are when the user leaves them, as in a browser that no tool drives. */
  readonly backForwardCache?: boolean;
  /** Rules of the resolver besides the lab's own (`MAP host:443 127.0.0.1:PORT`); their certificates are not checked. */
  readonly hosts?: string;
  /** The folder of an extension to load instead of the production build. */
  readonly extension?: string;
}

/** Starts Chromium with the production build. Nothing is granted. */
export async function launchChromium(launch: Launch = {}): Promise<Chromium> {
  const { headed, profile, size, dark, backForwardCache, hosts, extension = built } = launch;
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium found. Run `npm run ensure-browser`.');
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'sightline-')));
  const context = await chromium.launchPersistentContext(folder, {
    headless: !headed,
    executablePath,
    viewport: headed ? null : (size ?? { width: 1280, height: 800 }),
    colorScheme: dark ? 'dark' : 'light',
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(backForwardCache ? ['--disable-back-forward-cache'] : []),
    ],
    args: [
      '--no-sandbox',
      // Lets the DevTools protocol click the toolbar icon.
      '--enable-unsafe-extension-debugging',
      '--disable-gpu',
      '--disable-background-networking',
      '--remote-debugging-port=0',
      `--host-resolver-rules=${[hostRules, hosts].filter(Boolean).join(', ')}`,
      ...(hosts === undefined ? [] : ['--ignore-certificate-errors']),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const observers: Browser[] = [];
  const forget = listPages(() => context.pages());
  const started = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(started.url()).hostname;
  return {
    context,
    id,
    worker: () => runningWorker(context, id),
    async open(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
    async observe() {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(folder)}`);
      observers.push(browser);
      return browser;
    },
    async close() {
      forget();
      await Promise.all(observers.map((browser) => browser.close()));
      await context.close();
      if (profile === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Chromium writes the port it chose into its profile. */
async function debuggingPort(profile: string): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const port = Number(text.split('\n')[0]);
    if (port > 0) return port;
    await wait(50);
  }
  throw new Error('Chromium did not say on which port it can be observed.');
}

async function runningWorker(context: BrowserContext, id: string): Promise<Worker> {
  const mine = () => context.serviceWorkers().find((worker) => worker.url().includes(id));
  const running = mine();
  return running ?? (await context.waitForEvent('serviceworker', { timeout: 35_000 }));
}
