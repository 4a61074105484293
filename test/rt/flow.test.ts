import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { ask } from '../e2e/ask';
import { type Chromium, launchChromium } from '../e2e/chromium';
import { configure, foundOn, siteOn } from '../e2e/configure';
import { card, hover, lined } from '../e2e/console-page';
import { until } from '../e2e/wait-until';
import { config } from '../lab/config';
import { startWorld, type World } from '../lab/world';
import { type RequestTracker, startRequestTracker } from '../servers/request-tracker';

const c2 = '203.0.113.77';

/** As a mail gateway brings it: plain, defanged, and split by markup. */
const mail = `<p>Outbound to ${c2} port 8808.</p>
<p>Also hxxps://cdn-sync[.]badhost[.]example/u/load.bin and 198[.]51[.]100[.]61.</p>
<p>Host <b>invoice-</b><i>portal.example</i>, hash b0c1f3f7<b>a3d64c1f9b7e2a5580d1c9e4</b>.</p>`;

const inMail = [
  `ipv4|${c2}`,
  'url|https://cdn-sync.badhost.example/u/load.bin',
  'ipv4|198.51.100.61',
  'domain|invoice-portal.example',
  'md5|b0c1f3f7a3d64c1f9b7e2a5580d1c9e4',
];

let rt: RequestTracker;
let world: World;
let browser: Chromium;
let own: Page;
let page: Page;

beforeAll(async () => {
  [rt, world, browser] = await Promise.all([startRequestTracker(), startWorld(), launchChromium()]);
  own = await configure(browser, world, {
    trackers: { 'request-tracker': { on: true, baseUrl: rt.url, queue: rt.queue } },
    sources: config(world).sources ?? {},
  });
  await ask(own, 'secret.set', { id: 'request-tracker', field: 'token', value: rt.token });
  const id = await createTicket();
  page = await browser.context.newPage();
  await page.goto(rt.url);
  await page.locator('input[name=user]').fill(rt.login.user);
  await page.locator('input[name=pass]').fill(rt.login.password);
  await page.locator('input[type=submit]').first().click();
  await siteOn(browser, own, rt.url);
  await page.goto(`${rt.url}/Ticket/Display.html?id=${id}`);
}, 600_000);

// What did not start cannot be stopped, and must not keep the others running.
afterAll(() => Promise.all([browser?.close(), world?.stop(), rt?.stop()]));

async function rest(
  path: string,
  body?: object,
): Promise<{ id?: string; total?: number; items?: { id: string }[] }> {
  const response = await fetch(`${rt.url}/REST/2.0/${path}`, {
    headers: { Authorization: `token ${rt.token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  return (await response.json()) as { id?: string };
}

const createTicket = async (): Promise<string> =>
  (
    await rest('ticket', {
      Queue: rt.plainQueue,
      Subject: 'Proxy alert',
      Content: mail,
      ContentType: 'text/html',
    })
  ).id ?? '';

/** Everything in the queue that Investigations go to; the mail above is in another. */
const investigations = async () =>
  (await rest(`tickets?query=${encodeURIComponent(`Queue = '${rt.queue}'`)}`)).items ?? [];

const enrichment = async () => (await ask(own, 'report.get', { key: `ipv4|${c2}` }))?.enrichment;

describe('a ticket page of a real Request Tracker', () => {
  it('shows every IOC of the mail: plain, defanged and split', async () => {
    await lined(page, 'sl-none');
    const keys = async () => (await foundOn(own, page)).map(({ key }) => key);
    await until(
      'the history, which the page loads later',
      async () => (await keys()).includes(inMail[0] ?? ''),
      20,
    );
    await until('all of them', async () => inMail.every(async (key) => (await keys()).includes(key)), 5);
    expect(await keys()).toEqual(expect.arrayContaining(inMail));
  });

  it('files one Investigation for the malicious one, with the report in it', async () => {
    await hover(page, c2);
    await card(page, 'Malicious');
    await until('the filing', async () => (await enrichment())?.filing?.state === 'filed');
    const tickets = await investigations();
    expect(tickets).toHaveLength(1);
    const history = await fetch(`${rt.url}/REST/2.0/ticket/${tickets[0]?.id}/attachments?fields=Content`, {
      headers: { Authorization: `token ${rt.token}` },
    });
    const { items } = (await history.json()) as { items: { Content?: string }[] };
    const said = items.map(({ Content = '' }) => Content).join('\n');
    expect(said).toContain('VirusTotal');
    expect(said).toContain('17 of');
  });

  it('re-runs the same Enrichment when the IOC is asked again, and files no second ticket', async () => {
    const before = await enrichment();
    await ask(own, 'enrich', { iocs: [{ kind: 'ipv4', value: c2 }], trigger: 'panel', again: true });
    await until('the second run', async () => {
      const now = await enrichment();
      return now?.runs === 2 && now.state === 'closed';
    });
    const after = await enrichment();
    expect(after?.openedAt).toBe(before?.openedAt);
    expect(after?.filing).toEqual(before?.filing);
    expect(await investigations()).toHaveLength(1);
  });
});
