import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config } from '../lab/config';
import { startWorld, type World } from '../lab/world';
import { type Firefox, grantInFirefox, launchFirefox } from './firefox';

let world: World;
let firefox: Firefox;

beforeAll(async () => {
  [world, firefox] = await Promise.all([startWorld(), launchFirefox()]);
});

afterAll(() => Promise.all([firefox.close(), world.stop()]));

describe('in Firefox', () => {
  it('grants nothing at install, and an origin when a click asks for it', async () => {
    const page = await firefox.open('manifest.json');
    const granted = () =>
      page.evaluate(() => chrome.permissions.contains({ origins: ['http://127.0.0.1/*'] }));
    expect(await granted()).toBe(false);
    await grantInFirefox(firefox, 'http://127.0.0.1/*');
    expect(await granted()).toBe(true);
    await page.close();
  });

  it('marks a console, asks nobody before a hover, and shows the verdict after it', async () => {
    const own = await firefox.open('manifest.json');
    const send = (name: string, request: unknown) =>
      own.evaluate((message) => chrome.runtime.sendMessage(message), { name, request });
    const origin = world.consoles.origin('siem');
    await grantInFirefox(firefox, 'http://siem.localhost/*');
    await send('configuration.import', { text: JSON.stringify(config(world)) });
    await send('secret.set', { id: 'virustotal', field: 'key', value: world.virustotal.key });
    await send('site.set', { origin, on: true });
    const page = await firefox.browser.newPage();
    await page.goto(origin);
    await page.waitForFunction(() => CSS.highlights.has('sl-none'));
    expect(world.lookups()).toEqual([]);
    const cell = await page.$('tbody td:nth-child(3)');
    const box = await cell?.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 10, { steps: 4 });
    await page.mouse.move((box?.x ?? 0) + 34, (box?.y ?? 0) + 12, { steps: 4 });
    await page.waitForFunction(() => CSS.highlights.has('sl-mal'));
    const paths = () => world.lookups().map(({ path }) => path);
    await expect.poll(paths, { timeout: 10_000 }).toContain('/api/v3/ip_addresses/203.0.113.77');
    await page.close();
    await own.close();
  });

  it('reaches a console on a host name of its own', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(world.consoles.origin('siem'));
    expect(await page.title()).toBe('Log search');
    await page.close();
  });
});
