/**
 * A batch of ten thousand IOCs, in a real browser's worker, at six sources that answer at once: `npm run bench:batch`
 * (or with another number). What a page that shows it waits for, while all of it runs.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { launchLoaded } from '../test/load/browser';
import { workerHeap } from './worker-heap';

const count = Number(process.argv[2] ?? 10_000);
const iocs = Array.from({ length: count }, (_, nth) => ({
  kind: 'ipv4' as const,
  value: `45.${100 + Math.floor(nth / 62_500)}.${Math.floor(nth / 250) % 250}.${(nth % 250) + 1}`,
}));

const loaded = await launchLoaded({}, 'bench/batch-worker.ts');
const timed = async <T>(work: () => Promise<T>) => {
  const since = performance.now();
  const value = await work();
  return { value, took: performance.now() - since };
};
const words = (milliseconds: number) =>
  milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;

const spread = (all: readonly number[]) => {
  const sorted = all.toSorted((a, b) => a - b);
  const [middle = NaN, most = NaN] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return `${words(middle)} (at most ${words(most)})`;
};

try {
  console.log(`heap before: ${(await workerHeap(loaded)).toFixed(1)} MB`);
  const preview = await timed(() => loaded.ask('preview', iocs));
  console.log(`preview of ${count} IOCs: ${words(preview.took)}`);
  const since = performance.now();
  const started = await timed(() => loaded.ask('startBatch', iocs, 'Pasted'));
  console.log(`start: ${words(started.took)}`);
  const [heads, lists, wholes]: [number[], number[], number[]] = [[], [], []];
  let [first, size] = [NaN, 0];
  for (let done = 0; done < count;) {
    await wait(300);
    const { id } = started.value;
    const { value: batch, took } = await timed(() => loaded.ask('batch', id));
    const rows = await timed(() => loaded.ask('batchRows', id, ''));
    const whole = await timed(() => loaded.ask('listed', iocs.slice(0, 60)));
    heads.push(took);
    lists.push(rows.took);
    wholes.push(whole.took);
    size = Math.max(size, JSON.stringify(rows.value).length);
    done = batch?.done ?? 0;
    if (done > 0 && Number.isNaN(first)) first = performance.now() - since;
    if (heads.length === 5) console.log(`heap under way: ${(await workerHeap(loaded)).toFixed(1)} MB`);
  }
  const all = performance.now() - since;
  console.log(`first row seen done after ${words(first)}, the last after ${words(all)}`);
  console.log(`meanwhile a page waited ${spread(heads)} for where it stands,`);
  console.log(`${spread(lists)} for its rows in short (${(size / 1000).toFixed(0)} kB),`);
  console.log(`${spread(wholes)} for sixty rows`);
  const again = await timed(() => loaded.ask('preview', iocs));
  console.log(`preview once all is known: ${words(again.took)}`);
  console.log(`heap after: ${(await workerHeap(loaded)).toFixed(1)} MB`);
} finally {
  await loaded.close();
}
