import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { form, inFields } from '../page/fields';
import { type Pages, servePages } from '../page/serve-pages';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { badgesOn } from './closed-root';
import { foundOn, siteOn } from './configure';
import { card } from './console-page';

let pages: Pages;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [pages, browser] = await Promise.all([servePages({ form: { '/': form } }), launchChromium()]);
  own = await browser.open('manifest.json');
  await siteOn(browser, own, pages.origin('form'), 'known');
});

afterAll(() => Promise.all([browser.close(), pages.stop()]));

const fields = (on: boolean) => ask(own, 'site.set', { origin: pages.origin('form'), formFields: on });
/** A key of the browser's list of commands. */
async function command(name: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    (chrome.commands.onCommand as unknown as { dispatch(...args: unknown[]): void }).dispatch(name, tab);
  }, name);
}

const keysOn = async (page: Page) => (await foundOn(own, page)).map(({ key }) => key).toSorted();

it('nothing in a form field is read unless the site says so', async () => {
  const page = await browser.context.newPage();
  await page.goto(pages.origin('form'));
  await page.waitForTimeout(2_500);
  expect(await keysOn(page)).toEqual([]);
  await page.close();
});

it('values that are shown are found, the draft, the password and the hidden one never', async () => {
  await fields(true);
  const page = await browser.context.newPage();
  await page.goto(pages.origin('form'));
  await expect.poll(() => keysOn(page), { timeout: 15_000 }).toEqual(inFields);
  // A draft, typed and left; a field that somebody is in while a script changes it.
  await page.locator('#draft').pressSequentially('203.0.113.110');
  await page.locator('#late').focus();
  await page.evaluate(() => {
    (document.getElementById('late') as HTMLTextAreaElement).value = '203.0.113.111';
  });
  await page.waitForTimeout(1_200);
  await page.locator('#draft').focus();
  await page.locator('#draft').blur();
  await page.waitForTimeout(1_500);
  expect(await keysOn(page)).toEqual(inFields);
  expect(await page.locator('form').innerHTML()).not.toContain('sightline');
  await page.close();
});

it('a badge at the edge of the field stands for each, opens its card by pointer and key, and goes with the switch', async () => {
  await fields(true);
  const page = await browser.context.newPage();
  await page.goto(pages.origin('form'));
  await expect.poll(() => keysOn(page), { timeout: 15_000 }).toEqual(inFields);
  const badges = async () => (await badgesOn(page)).length;
  await expect.poll(badges, { timeout: 10_000 }).toBe(inFields.length);
  const box = await page.locator('[id="incident.short_description"]').boundingBox();
  if (box === null) throw new Error('The field is not on screen.');
  await page.mouse.move(box.x + 30, box.y + 6, { steps: 4 });
  await page.mouse.move(box.x + 32, box.y + 8, { steps: 2 });
  await card(page, '203.0.113.1');
  await card(page, 'Short description');
  await page.mouse.click(box.x + 30, box.y + 500);
  // A pointer that just moved elsewhere closes a card; one that rests does not.
  await page.waitForTimeout(1_000);
  await command('next-ioc');
  await card(page, 'Enrich now');
  await card(page, '203.0.113.2');
  await fields(false);
  await expect.poll(badges, { timeout: 10_000 }).toBe(0);
  await page.close();
});
