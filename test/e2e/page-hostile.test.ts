import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world';
import { attacks } from '../page/hostile';
import { type Pages, servePages } from '../page/serve-pages';
import { ask } from './ask';
import { checkHostile, listed } from './check-hostile';
import { type Chromium, launchChromium } from './chromium';
import { closedRoot } from './closed-root';
import { configure, siteOn } from './configure';

let world: World;
let pages: Pages[];
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [world, browser, pages] = await Promise.all([
    startWorld(),
    launchChromium(),
    Promise.all(
      attacks.map(({ html, csp }) =>
        servePages({ hostile: { '/': html } }, csp === undefined ? {} : { 'Content-Security-Policy': csp }),
      ),
    ),
  ]);
  own = await configure(browser, world, {
    investigations: { tracker: 'request-tracker', automatic: false, perHour: 10 },
  });
  await ask(own, 'list.import', listed(attacks));
});

afterAll(() => Promise.all([browser.close(), world.stop(), ...pages.map((one) => one.stop())]));

describe('a page that means harm', () => {
  it('is one of twenty at least', () => {
    expect(new Set(attacks.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20);
  });

  for (const [at, attack] of attacks.entries()) {
    it(`${attack.name}: spends no lookup, runs nothing, and the card stands`, async () => {
      const origin = pages[at]?.origin('hostile') ?? '';
      await siteOn(browser, own, origin, 'hover');
      const page = await browser.context.newPage();
      const session = await browser.context.newCDPSession(page);
      await page.goto(origin, { waitUntil: attack.unloaded ? 'commit' : 'load' });
      await checkHostile(attack, {
        world,
        own,
        page,
        box: () => page.locator('#ioc').boundingBox(),
        read: () => closedRoot(page),
        say: (expression) => say(session, expression),
        look: (expression) => look(session, expression),
      });
      await page.close();
    });
  }
});

async function say(session: CDPSession, expression: string, contextId?: number): Promise<unknown> {
  const context = contextId === undefined ? {} : { contextId };
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, ...context });
  if (exceptionDetails !== undefined)
    throw new Error(`${exceptionDetails.text}: ${result.description ?? ''}`);
  return result.value;
}

/** In a new world each time: a page that writes itself anew takes the others away. */
async function look(session: CDPSession, expression: string): Promise<unknown> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  return say(session, expression, executionContextId);
}
