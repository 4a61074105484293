import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('reaches a console on a host name of its own', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(world.consoles.origin('siem'));
    expect(await page.title()).toBe('Log search');
    await page.close();
  });
});
