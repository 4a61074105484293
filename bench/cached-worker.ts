import { openDB } from 'idb';
import { keyOf } from '../lib/core/enrichment';
import { ok } from '../lib/core/failure';
import { createEngine, systemClock } from '../lib/engine';
import { closedRun } from '../lib/engine/close-run';
import type { Schema } from '../lib/engine/db';
import { rowOf } from '../lib/engine/new-run';
import { openSteps } from '../lib/engine/open-steps';
import { listStores } from '../lib/engine/shelf/shelf';
import type { Ioc } from '../lib/ioc';
import { nothingFiled, policy } from '../test/load/nothing-filed';
import { given, source } from './cached-source';

const names = Array.from({ length: 12 }, (_, nth) => `source-${nth}`);
const sources = names.map((id) => ({
  provider: source(id),
  settings: {},
  version: '1',
  maxTlp: 'red' as const,
}));

const engine = createEngine({
  send: async () => ok(given),
  contains: async () => true,
  clock: systemClock,
  alarms: { create: () => undefined, clear: async () => true },
  sources: async () => sources,
  ...nothingFiled,
});

const iocs: readonly Ioc[] = Array.from({ length: 1000 }, (_, nth) => ({
  kind: 'ipv4',
  value: `45.155.${Math.floor(nth / 250)}.${(nth % 250) + 1}`,
}));
const keys = iocs.map(keyOf);

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work();
  return performance.now() - since;
};

const closed = async (): Promise<void> => {
  for (let open = true; open;) {
    await new Promise((next) => setTimeout(next, 500));
    open = (await engine.known(iocs)).some(({ running }) => running);
  }
};

/** The same rows, read bare: one transaction, every `get` at once. */
async function bare(stores: readonly string[], range: boolean): Promise<number> {
  const db = await openDB('sightline');
  const milliseconds = await timed(async () => {
    const tx = db.transaction(stores as string[]);
    await Promise.all(
      keys.flatMap((key) =>
        stores.map((name) =>
          range
            ? tx.objectStore(name).getAll(IDBKeyRange.bound([key], [key, []]))
            : tx.objectStore(name).get(key),
        ),
      ),
    );
  });
  db.close();
  return milliseconds;
}

/**
 * The stored answers of each as outcomes, with the verdict that they make: what answering from the cache is, by the code
 * that opens a run, without the run being stored.
 */
async function answers(): Promise<void> {
  const db = await openDB<Schema>('sightline');
  const now = Date.now();
  const rules = { sources, verdict: policy.verdict, filing: { automatic: false, perHour: 0 } };
  const tx = db.transaction(['cache', ...listStores], 'readonly');
  const closed = await Promise.all(
    iocs.map(async (ioc) => {
      const steps = await openSteps(tx, ioc, { sources, policy, now });
      const row = rowOf(ioc, { trigger: 'panel', rank: 0, now }, steps);
      return closedRun(row, undefined, { ...rules, externalIds: new Map() }, now);
    }),
  );
  if (closed.some(({ steps, verdict }) => steps.length !== sources.length || verdict === undefined))
    throw new Error('An answer is missing.');
  db.close();
}

/** The rows that a new run of each reads, read bare: answers, tickets, and the run before, which it is compared with. */
async function bareReads(): Promise<number> {
  const db = await openDB('sightline');
  const newest = await Promise.all(keys.map((key) => db.get('enrichments', key)));
  const milliseconds = await timed(async () => {
    const tx = db.transaction(['cache', 'enrichments', 'runs']);
    await Promise.all([
      ...keys.map((key) => tx.objectStore('cache').getAll(IDBKeyRange.bound([key], [key, []]))),
      ...keys.map((key) => tx.objectStore('enrichments').get(key)),
      ...newest.map(({ newestRun }) => tx.objectStore('runs').get(newestRun)),
    ]);
  });
  db.close();
  return milliseconds;
}

/** The rows that a new run of each writes, written bare: one transaction, nobody waits between two of them. */
async function bareWrites(): Promise<number> {
  const from = await openDB('sightline');
  const enrichments = await from.getAll('enrichments');
  const runs = await from.getAll('runs', IDBKeyRange.lowerBound(0), keys.length);
  from.close();
  const db = await openDB('bare', 1, {
    upgrade(fresh) {
      const rows = fresh.createObjectStore('runs', { keyPath: 'id' });
      rows.createIndex('enrichment', 'key');
      rows.createIndex('open', 'open');
      const tickets = fresh.createObjectStore('enrichments', { keyPath: 'key' });
      tickets.createIndex('level', 'level');
      tickets.createIndex('runAt', 'runAt');
    },
  });
  const milliseconds = await timed(async () => {
    const tx = db.transaction(['runs', 'enrichments'], 'readwrite', { durability: 'relaxed' });
    for (const row of runs) void tx.objectStore('runs').put(row);
    for (const row of enrichments) void tx.objectStore('enrichments').put(row);
    await tx.done;
  });
  db.close();
  return milliseconds;
}

/** Stores what every source says, as if each had been asked. */
async function fill(): Promise<void> {
  const db = await openDB('sightline');
  const tx = db.transaction('cache', 'readwrite');
  const at = Date.now();
  for (const [key, ioc] of iocs.map((ioc) => [keyOf(ioc), ioc] as const)) {
    for (const { provider, version } of sources) {
      const reading = provider.read(given, ioc, { settings: {}, now: at, files: {} });
      void tx.store.put({ key, provider: provider.id, version, at, until: at + 3_600_000, reading });
    }
  }
  await tx.done;
  db.close();
}

async function beside(
  round: number,
  first: () => Promise<number>,
  second: () => Promise<number>,
): Promise<readonly [number, number]> {
  if (round % 2 === 0) {
    const bare = await first();
    return [bare, await second()];
  }
  const ours = await second();
  return [await first(), ours];
}

async function measure() {
  await engine.resume();
  await fill();
  await engine.enrich(iocs, 'panel');
  await closed();
  const rounds = [];
  for (let round = 0; round < 15; round += 1) {
    // Each beside its bare twin, which goes first every other time: neither is always the one that finds warm caches.
    const [bareMarks, known] = await beside(
      round,
      () => bare(['enrichments', 'hidden'], false),
      () => timed(() => engine.known(iocs)),
    );
    const [bareEnrichments, listed] = await beside(
      round,
      () => bare(['enrichments'], false),
      () => timed(() => engine.listed(iocs)),
    );
    const [bareCache, taken] = await beside(
      round,
      () => bare(['cache'], true),
      () => timed(answers),
    );
    const [bareBoth, rerun] = await beside(
      round,
      async () => (await bareReads()) + (await bareWrites()),
      async () => {
        const milliseconds = await timed(async () => {
          await engine.enrich(iocs, 'panel');
        });
        await closed();
        return milliseconds;
      },
    );
    rounds.push({ bareMarks, known, bareEnrichments, listed, bareCache, answers: taken, bareBoth, rerun });
  }
  return rounds;
}

chrome.runtime.onMessage.addListener((message, _sender, reply) => {
  if (message === 'measure') void measure().then(reply);
  else reply(null);
  return true;
});
