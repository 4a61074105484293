import { launchChromium } from '../../test/e2e/chromium';
import { configure } from '../../test/e2e/configure';
import { grant } from '../../test/e2e/grants';
import { startWorld } from '../../test/lab/world';
import { ticketToEnrich } from './ticket';

/** Opens the browser on the lab's console, set up, and says what to try. Ends when the window is closed. */
export async function invite(): Promise<number> {
  const world = await startWorld();
  const browser = await launchChromium({ headed: true });
  const site = world.consoles.origin('siem');
  const options = await configure(browser, world, {
    sites: [{ origin: site, on: true, mode: 'hover', frames: [], formFields: false }],
  });
  await grant(browser, `${new URL(site).protocol}//${new URL(site).hostname}/*`);
  const ticket = ticketToEnrich(world);
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(site);
  await options.close();
  await page.bringToFront();
  console.log(`
Everything you see is served by this process on 127.0.0.1; nothing leaves this machine.

  Console  ${site}
  Ticket   ${ticket}

Try:
  1. Hover 203.0.113.77: the card asks the sources and says why it is malicious.
  2. Select some rows, right-click, "Enrich with Sightline": a batch, in the side panel.
  3. Click the extension's icon: what this tab holds, worst first. Press B and paste text.
  4. Open ${ticket}
     and turn the site on in the popup: a ticket is enriched like a console.
  5. Malicious IOCs have become Investigations: ${world.requestTracker.url}/Ticket/Display.html?id=2

Close the window to end.`);
  await new Promise<void>((closed) => browser.context.once('close', () => closed()));
  await world.stop();
  return 0;
}
