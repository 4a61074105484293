import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config, secrets } from '../lab/config';
import { startWorld, type World } from '../lab/world';
import { attacks } from '../page/hostile';
import { type Pages, servePages } from '../page/serve-pages';
import { ask } from './ask';
import { checkHostile, listed } from './check-hostile';
import { type Firefox, grantInFirefox, launchFirefox } from './firefox';
import { closedRootInFirefox, sayInFirefox } from './firefox-root';

let world: World;
let pages: Pages[];
let firefox: Firefox;
let own: Page;

beforeAll(async () => {
  [world, firefox, pages] = await Promise.all([
    startWorld(),
    launchFirefox(),
    Promise.all(
      attacks.map(({ html, csp }) =>
        servePages({ hostile: { '/': html } }, csp === undefined ? {} : { 'Content-Security-Policy': csp }),
      ),
    ),
  ]);
  await grantInFirefox(firefox, 'http://hostile.localhost/*', 'http://127.0.0.1/*');
  own = await firefox.open('manifest.json');
  const investigations = { tracker: 'request-tracker', automatic: false, perHour: 10 };
  await ask(own, 'configuration.import', { text: JSON.stringify({ ...config(world), investigations }) });
  for (const [id, fields] of Object.entries(secrets(world))) {
    for (const [field, value] of Object.entries(fields)) await ask(own, 'secret.set', { id, field, value });
  }
  await ask(own, 'list.import', listed(attacks));
});

afterAll(() => Promise.all([firefox.close(), world.stop(), ...pages.map((one) => one.stop())]));

describe('in Firefox, a page that means harm', () => {
  it('is one of twenty at least', () => {
    const names = attacks.filter(({ notInFirefox }) => notInFirefox === undefined).map(({ name }) => name);
    expect(new Set(names).size).toBeGreaterThanOrEqual(20);
  });

  for (const [at, attack] of attacks.entries()) {
    const { name, notInFirefox } = attack;
    it.skipIf(notInFirefox !== undefined)(
      `${name}: spends no lookup, runs nothing, and the card stands${notInFirefox ?? ''}`,
      async () => {
        const origin = pages[at]?.origin('hostile') ?? '';
        await ask(own, 'site.set', { origin, on: true, mode: 'hover' });
        const page = await firefox.browser.newPage();
        await page.goto(origin, { waitUntil: 'domcontentloaded' });
        await checkHostile(attack, {
          world,
          own,
          page,
          async box() {
            const expression = `JSON.stringify(document.querySelector('#ioc').getBoundingClientRect())`;
            const { value } = await sayInFirefox<{ value: string }>(firefox, page, expression, 'test');
            return JSON.parse(value);
          },
          read: () => closedRootInFirefox(firefox, page),
          async look(expression) {
            return (await sayInFirefox<{ value?: unknown }>(firefox, page, expression, 'test')).value;
          },
          async say(expression) {
            return (await sayInFirefox<{ value?: unknown }>(firefox, page, expression)).value;
          },
        });
        await page.close();
      },
    );
  }
});
