import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Attack } from '../page/hostile';
import type { World } from '../lab/world';
import type { AnyPage } from './ask';
import { foundOn, tabOf } from './configure';
import { until } from './wait-until';

/** What stands in the card's closed root. */
export interface Read {
  readonly text: string;
  /** Calls a function with the card's layer as `this`, in a world that the page cannot reach. */
  ask(functionDeclaration: string): Promise<unknown>;
}

interface Look {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: string;
  readonly ground: string;
}

const lookOf = `function () {
  const { x, y, width, height } = this.getBoundingClientRect();
  const ground = getComputedStyle(this.querySelector('.card')).backgroundColor;
  const size = getComputedStyle(this.querySelector('.card-why')).fontSize;
  return JSON.stringify({ x, y, width, height, size, ground });
}`;

/** Waits for the card: a page that takes it away has it back soon. */
async function lookAt(read: Attacked['read']): Promise<Look> {
  let seen: unknown;
  const isThere = async () =>
    typeof (seen = await (await read())?.ask(lookOf).catch(() => null)) === 'string';
  await until('a card to look at', isThere, 3);
  return JSON.parse(String(seen)) as Look;
}

/** One browser with a page that means harm in front. */
export interface Attacked {
  readonly world: World;
  /** A page of the extension. */
  readonly own: AnyPage;
  readonly page: AnyPage;
  /** The box of `#ioc`. Asked from a world that the page cannot reach. */
  box(): Promise<{ readonly x: number; readonly y: number } | null>;
  /** The closed root, or null while there is nothing in it. */
  read(): Promise<Read | null>;
  /** Evaluates an expression in the page's own world, with nothing of a tool around it. */
  say(expression: string): Promise<unknown>;
  /** Evaluates an expression in a world of the tool's own. */
  look(expression: string): Promise<unknown>;
}

/** Our configuration names the documentation range in a list of the analyst's own: the verdict costs no lookup. */
export const listed = (attacks: readonly Attack[]) => ({
  name: 'Watchlist',
  text: attacks.map(({ address }) => address).join('\n'),
  level: 'malicious' as const,
});

// Evaluated in a world of the tool's own, through the prototypes: the page may have named images after properties.
const root = `Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement').get.call(document)`;

// The page's own source may well say what the host is called; what its document has become may not say more.
const leftOver = `(() => {
  const told = [];
  for (const aside of ${root}.querySelectorAll('aside')) {
    for (const { name, value } of aside.attributes) told.push(name + '=' + value);
    told.push(aside.innerHTML, aside.shadowRoot === null ? '' : 'open root');
  }
  const markup = ${root}.outerHTML
    .replace(/<(script|style)[^]*?<\\/\\1>/g, '')
    .replace(/ data-sightline(="")?/g, '');
  return JSON.stringify([told.filter((one) => one !== ''), /malicious|sightline|sl-/i.exec(markup)?.[0] ?? null]);
})()`;

/**
 * No lookup before a person points at the address, none about anything else after; no script run; the card opens, is
 * topmost, reads right and stays in the window; the page's DOM tells no verdict.
 */
export async function checkHostile(attack: Attack, attacked: Attacked): Promise<void> {
  const { world, own, page, say, look } = attacked;
  const { address } = attack;
  const before = world.lookups().length;
  // A page that changes its address all the time may do so between two questions: asked again, it is there.
  const isFound = async () => {
    const found = await foundOn(own, page).catch(() => []);
    return found.some(({ ioc }) => ioc.value === address);
  };
  await until('the indicator', isFound, 20);
  await wait(1200);
  expect(world.lookups().slice(before)).toEqual([]);
  if (attack.deaf) for (const command of ['next', 'card']) await press(own, page, command);
  else await point(attacked);
  // Of the whole world's life: a test that is asked again finds the answer at hand.
  await until('the lookups', () => world.lookups().some(({ path }) => path.includes(address)), 15);
  if (attack.calm !== undefined) await say(attack.calm);
  if (attack.cardless !== true) await checkCard(attack, attacked);
  expect(
    world
      .lookups()
      .slice(before)
      .filter(({ path }) => !path.includes(address)),
  ).toEqual([]);
  expect(await say('window.harm')).toBe(undefined);
  const [attributes, word] = JSON.parse(String(await look(leftOver))) as [readonly string[], string | null];
  const ours = attributes.filter((one) => !isOfThePage(attack, one));
  expect(ours).toEqual(attack.cardless ? [] : ['data-sightline=']);
  expect(word).toBe(null);
}

async function checkCard({ address }: Attack, attacked: Attacked): Promise<void> {
  const { read, look } = attacked;
  let said = '';
  const reads = async () => {
    said = (await read())?.text ?? '';
    return ['Malicious', address, 'IPv4', 'Watchlist'].every((word) => said.includes(word));
  };
  await until('the card', reads, 15).catch(() => {
    throw new Error(`The card does not tell the verdict but:\n${said}`);
  });
  const seen = await enter(attacked);
  const { x, y, width, height, size, ground } = seen;
  expect({ size, ground }).toEqual({ size: '13px', ground: 'rgb(255, 255, 255)' });
  const line = `getComputedStyle(document.querySelector('#ioc'), '::highlight(sl-mal)').textDecorationLine`;
  await until('the line', async () => (await look(line)) === 'underline', 10);
  expect(width).toBeGreaterThan(440);
  expect(width).toBeLessThan(456);
  expect(height).toBeGreaterThan(100);
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(1280);
  expect(y + height).toBeLessThanOrEqual(800);
  const at = `${x + width / 2}, ${y + 24}`;
  const top = `Document.prototype.elementFromPoint.call(document, ${at}).localName`;
  // At several phases of whatever the page does all the time: it may be away for a moment, and comes back each time.
  for (let phase = 0; phase < 4; phase += 1) {
    await until('the card on top', async () => (await look(top)) === 'aside', 3);
    await wait(170);
  }
}

/** The pointer travels into the card and stays a moment: there it must be on top. Answers where the card is then. */
async function enter({ page, read }: Attacked) {
  const before = await lookAt(read);
  await mouseOf(page).move(before.x + before.width / 2, before.y + 24, { steps: 4 });
  await wait(900);
  return lookAt(read);
}

/** The page itself may put attributes on the host. */
const isOfThePage = ({ html }: Attack, attribute: string): boolean =>
  attribute !== 'data-sightline=' && html.includes(attribute.slice(0, attribute.indexOf('=')));

/** Points with the hand. */
async function point({ page, box }: Attacked): Promise<void> {
  const at = await box();
  if (at === null) throw new Error('The page shows no #ioc.');
  await mouseOf(page).move(at.x + 70, at.y + 8);
  await mouseOf(page).move(at.x + 73, at.y + 10, { steps: 3 });
}

interface Mouse {
  move(x: number, y: number, options?: { readonly steps: number }): Promise<void>;
}

/** Both tools have the same mouse; only their types differ. */
const mouseOf = (page: AnyPage): Mouse => page.mouse as Mouse;

/** A command of the browser's keys, as the background passes it on. */
async function press(own: AnyPage, page: AnyPage, command: string): Promise<void> {
  await page.bringToFront();
  const tabId = await tabOf(own, page);
  await (own as { evaluate<A>(run: (argument: A) => unknown, argument: A): Promise<unknown> }).evaluate(
    ([tabId, command]) => chrome.tabs.sendMessage(tabId, { push: 'command', command }),
    [tabId, command] as const,
  );
  await wait(300);
}
