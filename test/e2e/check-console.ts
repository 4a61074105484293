import { expect } from 'vitest';
import { type Console, textsOf } from '../page/consoles/console';
import { painted } from '../page/painted';
import { drawnPlaces, type Framed, mismatch, seenPlaces } from '../page/places';
import { until } from './wait-until';

/** One console in one browser. */
export interface Checked {
  readonly page: Framed;
  /** `kind|value` of everything the extension found on the tab. */
  found(): Promise<readonly string[]>;
  /** The window as a picture: PNG in base64. */
  picture(): Promise<string>;
  /** Switches the site off: the lines go, the page stays. */
  switchOff(): Promise<void>;
  /** Texts on which this browser is known to paint nothing. */
  readonly unpainted?: readonly string[] | undefined;
}

/**
 * What a person sees on a console is found, and nothing else; each line lies under its text and nowhere else: by the
 * boxes of its characters, and by what changes on the screen when the lines go.
 */
export async function checkConsole(console: Console, checked: Checked): Promise<void> {
  const { page } = checked;
  const { expected, linked = [] } = console;
  const texts = textsOf(console);
  const wanted = [...expected, ...linked].toSorted();
  const compare = async () => mismatch(await seenPlaces(page, texts), await drawnPlaces(page));
  const isDrawn = async () => Object.values(await compare()).every((places) => places.length === 0);
  await until('all', async () => (await checked.found()).length >= wanted.length, 10).catch(() => undefined);
  await until('lines', isDrawn, 5).catch(() => undefined);
  expect([...(await checked.found())].toSorted()).toEqual(wanted);
  const places = await seenPlaces(page, texts);
  expect([...new Set(places.map(({ text }) => text))].toSorted()).toEqual([...texts].toSorted());
  expect(await compare()).toEqual({ missing: [], stray: [] });
  const marked = await checked.picture();
  await checked.switchOff();
  await until('no line', async () => (await drawnPlaces(page)).length === 0, 10);
  const plain = await checked.picture();
  const { bare, elsewhere } = await painted(page.frames()[0], [marked, plain], places);
  const { unpainted = [] } = checked;
  expect(bare.filter(({ text }) => !unpainted.includes(text))).toEqual([]);
  expect(elsewhere).toBe(0);
}
