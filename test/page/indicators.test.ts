import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Gathered, Messages, Send } from '../../lib/messages';
import { type Entry, Indicators } from '../../lib/page/indicators';

/** What the background would hold of this frame. */
let set: Set<string>;
let indicators: Indicators;
let moving: boolean;

const valuesOf = (gathered: Gathered): readonly string[] =>
  Object.values(gathered).flatMap((lines) => lines.split('\n'));

const send: Send = (async (_name: string, request: Messages['page.found']['request']) => {
  for (const value of valuesOf(request.removed)) set.delete(value);
  for (const value of valuesOf(request.added)) set.add(value);
  return { ok: true, value: [] };
}) as unknown as Send;

function go(pathname: string): void {
  vi.stubGlobal('location', { pathname, hash: '' });
}

function read(value: string): Entry {
  const entry = indicators.entry('ipv4', value);
  indicators.hold(entry);
  return entry;
}

/** Long enough for whatever is gathered to be sent. */
const rest = () => vi.advanceTimersByTimeAsync(500);

beforeEach(() => {
  vi.useFakeTimers();
  go('/first');
  set = new Set();
  moving = false;
  indicators = new Indicators(
    send,
    () => undefined,
    () => moving,
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the set of a frame', () => {
  it('is told in few messages while the page moves, and soon once it rests', async () => {
    moving = true;
    read('192.0.2.1');
    await vi.advanceTimersByTimeAsync(200);
    expect([...set]).toEqual([]);
    moving = false;
    await vi.advanceTimersByTimeAsync(60);
    expect([...set]).toEqual(['192.0.2.1']);
  });

  it('is told once a second though the page never rests', async () => {
    moving = true;
    read('192.0.2.1');
    await vi.advanceTimersByTimeAsync(900);
    expect([...set]).toEqual(['192.0.2.1']);
  });

  it('is told of its first at once and then in few messages while a long page is being read', async () => {
    const sizes: number[] = [];
    const counting = ((name: 'page.found', request: Messages['page.found']['request']) => {
      sizes.push(valuesOf(request.added).length);
      return send(name, request);
    }) as unknown as Send;
    indicators = new Indicators(
      counting,
      () => undefined,
      () => false,
    );
    for (let at = 0; at < 60; at += 1) {
      read(`192.0.2.${at}`);
      await vi.advanceTimersByTimeAsync(10);
      if (at === 6) expect(set.size).toBe(6);
    }
    await rest();
    expect(sizes).toEqual([6, 24, 24, 6]);
  });

  it('keeps what scrolled out of a virtual grid', async () => {
    const entry = read('192.0.2.1');
    await rest();
    indicators.release(entry);
    read('192.0.2.2');
    await rest();
    expect([...set]).toEqual(['192.0.2.1', '192.0.2.2']);
  });

  it('is told anew though the last talk never ended, as of a page that was frozen meanwhile', async () => {
    const answers = [new Promise<never>(() => undefined)];
    const once = ((name: never, request: never) => answers.shift() ?? send(name, request)) as Send;
    indicators = new Indicators(
      once,
      () => undefined,
      () => false,
    );
    read('192.0.2.1');
    await rest();
    indicators.tellAll();
    await rest();
    expect([...set]).toEqual(['192.0.2.1']);
  });

  it('lets go what belonged to the address before', async () => {
    const entry = read('192.0.2.1');
    await rest();
    go('/second');
    indicators.release(entry);
    await rest();
    expect([...set]).toEqual([]);
  });

  it('lets it go where the application changes its address first and its text long after', async () => {
    const entry = read('192.0.2.1');
    await rest();
    go('/second');
    indicators.look();
    read('192.0.2.2');
    await rest();
    expect([...set]).toEqual(['192.0.2.1', '192.0.2.2']);
    indicators.release(entry);
    await rest();
    expect([...set]).toEqual(['192.0.2.2']);
  });

  it('keeps what the second address shows as well, when it scrolls away there', async () => {
    const before = read('192.0.2.1');
    await rest();
    go('/second');
    indicators.look();
    read('192.0.2.1');
    indicators.release(before);
    await rest();
    indicators.release(before);
    await rest();
    expect([...set]).toEqual(['192.0.2.1']);
  });

  it('forgets the oldest of very many that scrolled away', async () => {
    const shown = Array.from({ length: 2_100 }, (_, row) => read(`10.1.${row >> 8}.${row & 255}`));
    await rest();
    for (const entry of shown) indicators.release(entry);
    await rest();
    expect(set.size).toBe(2_000);
    expect(set.has('10.1.0.0')).toBe(false);
    expect(set.has(`10.1.${2_099 >> 8}.${2_099 & 255}`)).toBe(true);
  });
});
