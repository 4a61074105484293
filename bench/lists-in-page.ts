import { readIocList } from '../lib/core/ioc-list';
import { type Deps, systemClock } from '../lib/engine';
import { createContext } from '../lib/engine/context';
import { importList } from '../lib/engine/lists';
import { ownLists } from '../lib/engine/shelf/rows';
import { listStores, shelfOf } from '../lib/engine/shelf/shelf';
import type { Ioc } from '../lib/ioc';

const ctx = createContext({ clock: systemClock } as Deps);

/** The nth entry: a third addresses, a third names, a third SHA-256. */
function nth(n: number): Ioc {
  const spread = Math.imul(n, 0x9e3779b1) >>> 0;
  if (n % 3 === 0) {
    const bytes = [24, 16, 8, 0].map((bits) => (spread >>> bits) & 255);
    return { kind: 'ipv4', value: bytes.join('.') };
  }
  if (n % 3 === 1) return { kind: 'domain', value: `host-${spread.toString(36)}.example.com` };
  return { kind: 'sha256', value: spread.toString(16).padStart(8, '0').repeat(8) };
}

/** Microseconds each of `times`, after as many to warm up. */
function each(times: number, work: (n: number) => unknown): number {
  let sink = 0;
  for (let n = 0; n < times; n += 1) if (work(n)) sink += 1;
  const start = performance.now();
  for (let n = 0; n < times; n += 1) if (work(n)) sink += 1;
  const microseconds = ((performance.now() - start) * 1000) / times;
  return sink < 0 ? NaN : microseconds;
}

const listBench = {
  /** Imports a list of so many lines as an analyst does; the longest time in which nothing else had a turn. */
  async fill(entries: number) {
    const text = Array.from({ length: entries }, (_, n) => nth(n).value).join('\n');
    let [longest, last] = [0, performance.now()];
    const pulse = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const start = performance.now();
    const lines = function* () {
      for (const part of readIocList(text)) yield* part.entries ?? [null];
    };
    const state = await importList(ctx, { name: 'Million', level: 'malicious' }, lines());
    clearInterval(pulse);
    return { kept: state?.entries ?? 0, seconds: (performance.now() - start) / 1000, longest };
  },

  /** Milliseconds of the first question of a fresh worker: the index is read from the database. */
  async load() {
    const start = performance.now();
    const tx = (await ctx.db()).transaction(listStores);
    const shelf = await shelfOf(tx);
    await shelf.hits(ownLists, { kind: 'domain', value: 'not-listed.example' });
    return performance.now() - start;
  },

  /** Microseconds a lookup: what is not listed, what is (its part at hand), what is (its part still in the database). */
  async lookups(entries: number) {
    const tx = (await ctx.db()).transaction(listStores);
    const shelf = await shelfOf(tx);
    const missing = Array.from({ length: 20_000 }, (_, n) => ({
      kind: 'domain' as const,
      value: `page-${n}.example.org`,
    }));
    const listed = Array.from({ length: 16 }, (_, n) => nth(n * 611));
    const far = Array.from({ length: 300 }, (_, n) => nth(Math.floor((n * entries) / 300)));
    const time = async (iocs: readonly Ioc[]) => {
      let found = 0;
      const start = performance.now();
      for (const ioc of iocs) found += (await shelf.hits(ownLists, ioc)).length;
      return { each: ((performance.now() - start) * 1000) / iocs.length, found };
    };
    const cold = await time(far);
    await time(missing);
    const miss = await time(missing);
    const again = Array.from({ length: 200 }, () => listed).flat();
    await time(again);
    const hit = await time(again);
    return { miss: miss.each, hit: hit.each, cold: cold.each, found: [miss.found, hit.found, cold.found] };
  },

  /** Microseconds of `Set.has` with the same entries in memory. The set stays, to be weighed. */
  set(entries: number) {
    const all = new Set(Array.from({ length: entries }, (_, n) => `${nth(n).kind}|${nth(n).value}`));
    Object.assign(globalThis, { all });
    const asked = Array.from({ length: 20_000 }, (_, n) => `domain|page-${n}.example.org`);
    return each(asked.length, (n) => all.has(asked[n] ?? ''));
  },
};

declare global {
  interface Window {
    listBench: typeof listBench;
  }
}

window.listBench = listBench;
