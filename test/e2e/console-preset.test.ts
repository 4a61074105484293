import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consoles } from '../../lib/consoles';
import { recognise, signElements } from '../../lib/consoles/recognise';
import { page as documentOf } from '../page/consoles/console';
import { heads } from '../page/consoles/heads';
import { type Pages, servePages } from '../page/serve-pages';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { foundOn } from './configure';
import { grant, revoke, willAllow } from './grants';
import { openPopup } from './surfaces';
import { lined } from './console-page';

const redmine = documentOf('<p>Beacon to 198.51.100.23</p>', '', '', heads.Redmine?.html);
const blade = documentOf('<table><tr><td>203.0.113.77</td></tr></table>');
const portal = documentOf(
  '<h1>Logs of 192.0.2.10</h1><iframe id="f" width="600"></iframe>',
  '',
  `
document.getElementById('f').src = 'http://blade.localhost:' + location.port + '/';`,
);

let pages: Pages;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  const denying = { '/': redmine };
  const sites = {
    redmine: { '/': redmine },
    denied: denying,
    portal: { '/': portal },
    blade: { '/': blade },
  };
  [pages, browser] = await Promise.all([servePages(sites), launchChromium()]);
  own = await browser.open('manifest.json');
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

const open = async (name: string) => {
  const page = await browser.context.newPage();
  await page.goto(pages.origin(name));
  return page;
};

it('the page of every console that stands on any host is recognised by what it holds', async () => {
  const page = await browser.context.newPage();
  for (const [name, { html, path = '/' }] of Object.entries(heads)) {
    await page.setContent(documentOf('', '', '', html));
    const elements = await page.evaluate(
      (all) => all.filter((selector) => document.querySelector(selector) !== null),
      signElements(consoles),
    );
    const look = {
      url: `https://siem.corp.example${path}`,
      title: await page.title(),
      elements: new Set(elements),
    };
    expect(recognise(consoles, look)?.console.name, name).toBe(name);
  }
  await page.close();
});

describe('a console on a host of its own', () => {
  beforeEach(async () => {
    await ask(own, 'site.set', { origin: pages.origin('redmine'), on: false });
    await revoke(browser, 'http://redmine.localhost/*').catch(() => undefined);
  });

  it('is named in the popup, marked by one click for one host, and given back by another', async () => {
    const page = await open('redmine');
    await willAllow(browser, 'http://redmine.localhost/*');
    const popup = await openPopup(browser, page);
    const offer = popup.locator('.first');
    await offer.getByText('This looks like Redmine, by its page.').waitFor();
    expect(await offer.locator('b').first().textContent()).toBe('redmine.localhost');
    await offer.getByRole('button', { name: 'Turn on for Redmine' }).click();
    await lined(page, 'sl-none');
    const granted = () => own.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
    await expect.poll(granted).toContain('http://redmine.localhost/*');
    await popup.getByText('Marked from now on, as Redmine.').waitFor();
    await popup.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => !CSS.highlights.has('sl-none'));
    await popup.getByRole('button', { name: 'Turn on for Redmine' }).waitFor();
    await expect.poll(granted).not.toContain('http://redmine.localhost/*');
    await popup.close();
    await page.close();
  });

  it('that the browser was told to keep away from stays unmarked, and the popup says what to do', async () => {
    const page = await open('denied');
    const popup = await openPopup(browser, page);
    await popup.evaluate(() => {
      const refuse = () => Promise.resolve(false);
      for (const api of [chrome, (globalThis as { browser?: typeof chrome }).browser]) {
        if (api !== undefined) Object.defineProperty(api.permissions, 'request', { value: refuse });
      }
    });
    await popup.getByRole('button', { name: 'Turn on for Redmine' }).click();
    await popup.getByRole('alert').getByText('Turn it on again and choose Allow.').waitFor();
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await popup.close();
    await page.close();
  });
});

it('frames that belong to a site are read in its tabs, and nowhere else', async () => {
  for (const name of ['portal', 'blade']) await grant(browser, `http://${name}.localhost/*`);
  const origin = pages.origin('portal');
  await ask(own, 'site.set', { origin, on: true, mode: 'known', frames: ['http://blade.localhost/*'] });
  const page = await open('portal');
  const keys = async () => (await foundOn(own, page)).map(({ key }) => key).toSorted();
  await expect.poll(keys, { timeout: 10_000 }).toEqual(['ipv4|192.0.2.10', 'ipv4|203.0.113.77']);
  const alone = await open('blade');
  await alone.waitForTimeout(1_500);
  expect(await foundOn(own, alone)).toEqual([]);
  expect(await alone.evaluate(() => CSS.highlights.size)).toBe(0);
  await page.close();
  await alone.close();
});
