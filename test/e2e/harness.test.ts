import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { type Chromium, launchChromium } from './chromium';
import { closedRoot } from './closed-root';
import { grant, openSidePanel, revoke } from './grants';
import { stopWorker } from './stop-worker';
import { openPopup, sidePanel } from './surfaces';

let world: World;
let browser: Chromium;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium()]);
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

const contains = async (pattern: string) =>
  (await browser.worker()).evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), pattern);

describe('the harness', () => {
  it('starts with no grant, grants an origin as a user would, and takes it back', async () => {
    expect(await contains('http://127.0.0.1/*')).toBe(false);
    await grant(browser, 'http://127.0.0.1/*');
    expect(await contains('http://127.0.0.1/*')).toBe(true);
    await revoke(browser, 'http://127.0.0.1/*');
    expect(await contains('http://127.0.0.1/*')).toBe(false);
  });

  it('reaches a console on a plain-http host that is not loopback in name', async () => {
    const page = await browser.context.newPage();
    await page.goto(world.consoles.origin('siem', true));
    expect(await page.evaluate(() => [isSecureContext, document.title])).toEqual([false, 'Log search']);
    await page.close();
  });

  it('opens the popup over a tab', async () => {
    const page = await browser.context.newPage();
    await page.goto(world.consoles.origin('siem'));
    const popup = await openPopup(browser, page);
    expect(await popup.title()).not.toBe('');
    await page.close();
  });

  it('opens the side panel', async () => {
    await openSidePanel(browser);
    const panel = await sidePanel(browser);
    expect(await panel.title()).not.toBe('');
  });

  it('stops the worker, and a message starts it again', async () => {
    const page = await browser.open('popup.html');
    const asBefore = async () => (await browser.worker()).evaluate(() => 'stopped' in globalThis);
    await (await browser.worker()).evaluate(() => Object.assign(globalThis, { stopped: false }));
    expect(await asBefore()).toBe(true);
    await stopWorker(browser);
    await page.evaluate(() => chrome.runtime.sendMessage({}).catch(() => null));
    expect(await asBefore()).toBe(false);
    await page.close();
  });

  it('reads and clicks in a closed shadow root', async () => {
    const page = await browser.context.newPage();
    await page.setContent('<p>page</p>');
    await page.evaluate(() => {
      const host = document.createElement('aside');
      host.setAttribute('data-sightline', '');
      host.style.position = 'fixed';
      host.style.top = '40px';
      document.documentElement.append(host);
      const button = document.createElement('button');
      button.textContent = 'Enrich now';
      button.addEventListener('click', (event) => (document.title = `clicked ${event.isTrusted}`));
      host.attachShadow({ mode: 'closed' }).append(button);
    });
    const card = await closedRoot(page);
    expect(card?.text).toBe('Enrich now');
    await card?.click('Enrich');
    expect(await page.title()).toBe('clicked true');
    await page.close();
  });
});
