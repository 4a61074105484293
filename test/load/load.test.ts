import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { keyOf, type Report } from '../../lib/core/enrichment';
import { isLocal } from '../../lib/core/plugin';
import { providers } from '../../lib/registry';
import type { BudgetState } from '../../lib/screens';
import { stopWorker } from '../e2e/stop-worker';
import { launchLoaded } from './browser';
import { thousand } from './iocs';
import { type Loading, startTwelve } from './lab';
import { arrivals, asked, atBest, fullest } from './record';

/** Milliseconds between two looks at the batch, as an open panel looks; where the worker is stopped, between two stops. */
const look = 2000;

interface Run {
  readonly lab: readonly Loading[];
  readonly reports: readonly Report[];
  readonly budgets: readonly BudgetState[];
  /** When the batch was started, epoch milliseconds, and how long it took. */
  readonly since: number;
  readonly milliseconds: number;
  readonly stops: number;
}

/** Enriches the thousand in one batch. @param stopping whether the worker is stopped at every look */
async function run(stopping: boolean): Promise<Run> {
  const lab = await startTwelve();
  const loaded = await launchLoaded(Object.fromEntries(lab.map(({ id, settings }) => [id, settings])));
  try {
    const since = Date.now();
    const { id } = await loaded.ask('startBatch', thousand, 'load');
    let stops = 0;
    for (let done = 0; done < thousand.length;) {
      await wait(look);
      if (stopping) {
        await stopWorker(loaded.browser);
        stops += 1;
      }
      const batch = await loaded.ask('batch', id);
      done = batch?.done ?? 0;
      if (Date.now() - since > 600_000) throw new Error(`${done} after ten minutes. ${batch?.pace}`);
    }
    const reports: Report[] = [];
    for (const ioc of thousand) {
      const report = await loaded.ask('report', keyOf(ioc));
      if (report !== null) reports.push(report);
    }
    const last = Math.max(...reports.map(({ enrichment }) => enrichment.closedAt ?? Infinity));
    return { lab, reports, budgets: await loaded.ask('budgets'), since, milliseconds: last - since, stops };
  } finally {
    await Promise.all([loaded.close(), ...lab.map(({ piece }) => piece.stop())]);
  }
}

/** The longest that any source takes at best for what it was asked about, in full requests where it takes several. */
const best = (lab: readonly Loading[]): number =>
  Math.max(
    ...lab.map(({ id, size, limits }) => {
      const provider = providers.find((one) => one.id === id);
      const kinds = provider === undefined || isLocal(provider) ? [] : provider.kinds;
      const count = thousand.filter(({ kind }) => kinds.includes(kind)).length;
      return atBest(Math.ceil(count / size), { limits });
    }),
  );

/** As `best`, for as many requests as arrived: those that were cut count, and are sent once more. */
const bestOfSent = (lab: readonly Loading[]): number =>
  Math.max(...lab.map(({ piece, limits }) => atBest(piece.requests.length, { limits })));

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

function print(what: string, { lab, since, milliseconds, stops }: Run): void {
  const floor = best(lab);
  const share = (100 * milliseconds) / floor - 100;
  console.log(
    `${what}: ${seconds(milliseconds)}; budgets allow ${seconds(floor)} at best (${share.toFixed(1)} % above); worker stopped ${stops} times`,
  );
  if (stops > 0) console.log(`with the requests that were cut, ${seconds(bestOfSent(lab))} at best`);
  console.table(lab.map(({ id, piece }) => ({ id, ...arrivals(piece.requests, since) })));
}

/** What must hold whether or not the worker lives. @param most times that one value may be asked about */
function holds(given: () => Run, most: number): void {
  it('closes every Enrichment with every source answered', () => {
    const { reports } = given();
    expect(reports).toHaveLength(thousand.length);
    const open = reports.filter(({ enrichment }) => enrichment.state !== 'closed');
    expect(open).toEqual([]);
    expect(reports.every(({ runs }) => runs.length === 1)).toBe(true);
  });

  it(`asks about nothing more than ${most === 1 ? 'once' : 'twice, and never once its answer is stored'}`, () => {
    for (const { id, piece } of given().lab) {
      const counts = asked(piece.requests);
      expect(counts.size, id).toBeGreaterThan(0);
      expect(
        [...counts].filter(([, times]) => times > most),
        id,
      ).toEqual([]);
    }
  });

  it('exceeds no budget by one request, counted where the requests arrive', () => {
    for (const { id, piece, limits } of given().lab) {
      for (const limit of limits)
        expect(fullest(piece.requests, limit), id).toBeLessThanOrEqual(limit.requests);
      expect(
        piece.requests.filter(({ status }) => status === 429 || status === 403),
        id,
      ).toEqual([]);
    }
  });

  it('counts every request that arrived against its budget', () => {
    const { lab, budgets } = given();
    const daily = budgets.filter(({ per }) => per === 'day');
    expect(daily.length).toBeGreaterThan(0);
    for (const { provider, left, of } of daily) {
      const arrived = lab.find(({ id }) => id === provider)?.piece.requests.length;
      expect(of - left, provider).toBeGreaterThanOrEqual(arrived ?? Infinity);
    }
  });
}

describe('a thousand IOCs over twelve sources', () => {
  let done: Run;
  beforeAll(async () => {
    done = await run(false);
    print('undisturbed', done);
  }, 700_000);
  holds(() => done, 1);

  it('gets an answer or "no record" for every step, at the first attempt', () => {
    const steps = done.reports.flatMap(({ runs }) => runs[0]?.steps ?? []);
    const states = new Set(steps.map(({ outcome }) => outcome.state));
    expect([...states].toSorted()).toEqual(['answered', 'no-record']);
    expect(steps.every(({ attempts }) => attempts <= 1)).toBe(true);
  });
});

describe('the same while the worker is stopped every two seconds', () => {
  let done: Run;
  beforeAll(async () => {
    done = await run(true);
    print('stopped every two seconds', done);
  }, 700_000);
  holds(() => done, 2);

  it('repeats a request that was cut at most once', () => {
    expect(done.stops).toBeGreaterThan(10);
    const steps = done.reports.flatMap(({ runs }) => runs[0]?.steps ?? []);
    console.log(`${steps.filter(({ attempts }) => attempts > 1).length} steps were asked twice`);
    expect(steps.every(({ attempts }) => attempts <= 2)).toBe(true);
  });
});
