import { mkdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ask } from '../../test/e2e/ask';
import { type Chromium, launchChromium } from '../../test/e2e/chromium';
import { configure, foundOn, tabOf } from '../../test/e2e/configure';
import { card, hover, lined } from '../../test/e2e/console-page';
import { willAllow } from '../../test/e2e/grants';
import { chooseMenu, openPopup } from '../../test/e2e/surfaces';
import { until } from '../../test/e2e/wait-until';
import { startWorld, type World } from '../../test/lab/world';
import { cardClip, surface, ticketPage } from '../surfaces';
import { differences, figuresOf, reports } from './figures';

const folder = 'demo-output';
const c2 = '203.0.113.77';

/** Does the whole flow by itself. Answers the status: 0 where the extension's figures equal the lab's record. */
export async function demonstrate(): Promise<number> {
  await mkdir(folder, { recursive: true });
  const world = await startWorld();
  const browser = await launchChromium();
  try {
    const own = await configure(browser, world);
    const page = await switchSiteOn(browser, world);
    const millisecondsToFirstVerdict = await firstVerdict(page);
    await rightClick(browser, page, own);
    await batch(browser, page, own);
    await again(page, own);
    await pictures(browser, page, world, own);
    const found = (await foundOn(own, page)).length;
    const figures = figuresOf(await reports(own), found);
    const wrong = differences(figures, world);
    for (const difference of wrong) console.error(`Differs: ${difference}`);
    console.log(`Screenshots are in ${folder}/`);
    console.log(JSON.stringify({ ...figures, millisecondsToFirstVerdict }));
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await world.stop();
  }
}

/** The analyst turns the site on in the popup; the browser's prompt is allowed. */
async function switchSiteOn(browser: Chromium, world: World): Promise<Page> {
  const site = world.consoles.origin('siem');
  await willAllow(browser, 'http://siem.localhost/*');
  const page = await browser.context.newPage();
  await page.goto(site);
  const popup = await openPopup(browser, page);
  await popup.getByRole('button', { name: 'Turn on for' }).click();
  await lined(page, 'sl-none');
  console.log('The site is on: IOCs are marked.');
  return page;
}

/** From the start of a page load to the first verdict on the page, with the pointer going straight to an IOC. */
async function firstVerdict(page: Page): Promise<number> {
  await page.reload();
  await lined(page, 'sl-none');
  await hover(page, c2);
  await lined(page, 'sl-mal');
  const milliseconds = Math.round(await page.evaluate(() => performance.now()));
  await card(page, 'Malicious');
  await page.keyboard.press('Escape');
  console.log(`A hover asked the sources: ${c2} is malicious.`);
  return milliseconds;
}

/** The colleague's notes, selected and enriched by the context menu. */
async function rightClick(browser: Chromium, page: Page, own: Page): Promise<void> {
  const selectionText = await page.evaluate(() => {
    const notes = document.querySelector('.detail ul');
    if (notes) getSelection()?.selectAllChildren(notes);
    return getSelection()?.toString() ?? '';
  });
  await chooseMenu(browser, page, { menuItemId: 'enrich', selectionText });
  await batchDone(own, 'Selection');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  console.log('A right-click enriched the case notes as a batch.');
}

/** The whole table, pasted into the popup. */
async function batch(browser: Chromium, page: Page, own: Page): Promise<void> {
  const text = await page.evaluate(() => document.querySelector('table')?.innerText ?? '');
  const popup = await openPopup(browser, page);
  await popup.getByRole('button', { name: 'Paste IOCs' }).click();
  await popup.getByRole('textbox', { name: 'IOCs or text' }).fill(text);
  await popup.getByRole('button', { name: 'Enrich', exact: true }).click();
  await batchDone(own, 'Pasted');
  console.log('The popup enriched the pasted table as a batch.');
}

async function batchDone(own: Page, title: string): Promise<void> {
  await until(`the batch "${title}"`, async () => {
    const last = await ask(own, 'batch.last', {});
    return last !== null && last.title.startsWith(title) && last.running === 0 && last.waiting === 0;
  });
}

/** "Enrich now" on a known IOC runs its Enrichment again. */
async function again(page: Page, own: Page): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(2, 2);
  await hover(page, c2, 1);
  const shown = await card(page, 'Open report');
  await shown.click('Enrich now');
  await until('the second run', async () => {
    const report = await ask(own, 'report.get', { key: `ipv4|${c2}` });
    return report !== null && report.enrichment.runs > 1 && report.enrichment.state === 'closed';
  });
  console.log('Enriched again: the same Enrichment, a second run.');
}

/** Page, card, popup, side panel and the filed ticket. */
async function pictures(browser: Chromium, page: Page, world: World, own: Page): Promise<void> {
  await until('the Investigations', async () =>
    (await reports(own)).every(
      ({ enrichment }) => enrichment.level !== 'malicious' || enrichment.filing?.state === 'filed',
    ),
  );
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2);
  await wait(500);
  await page.screenshot({ path: `${folder}/page.png` });
  await hover(page, c2, 1);
  const clip = await cardClip(page, 20, 60);
  await wait(300);
  await page.screenshot({ path: `${folder}/card.png`, clip });
  await page.keyboard.press('Escape');

  const tabId = await tabOf(own, page);
  await picture(browser, `popup.html?tab=${tabId}`, 'popup', { width: 400, height: 600 });
  const report = `sidepanel.html#report=${encodeURIComponent(`ipv4|${c2}`)}`;
  await picture(browser, report, 'panel', { width: 420, height: 760 });

  const ticket = await ticketPage(browser, world, ticketOf(world));
  await ticket.screenshot({ path: `${folder}/ticket.png`, fullPage: true });
  await ticket.close();
}

async function picture(
  browser: Chromium,
  path: string,
  name: string,
  size: { width: number; height: number },
): Promise<void> {
  const page = await surface(browser, path, size, c2);
  await wait(300);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
}

const ticketOf = ({ requestTracker }: World): number =>
  requestTracker.tickets.find(({ fields }) => fields.get('IOC')?.includes(c2))?.id ?? 1;
