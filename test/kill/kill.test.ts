import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Report } from '../../lib/core/enrichment';
import { ask } from '../e2e/ask';
import { stopWorker } from '../e2e/stop-worker';
import { fifty, finished, isDone, malicious, prepare, reports, text } from './batch';
import { until } from '../e2e/wait-until';
import { random } from './random';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const stops = 20;
const withoutPage = 5;

type Prepared = Awaited<ReturnType<typeof prepare>>;

let disturbed: Prepared;
let before: (Report | null)[];
let after: (Report | null)[];
const resumedAfter: number[] = [];
const pending: boolean[] = [];

const levels = (all: readonly (Report | null)[]) => all.map((report) => report?.enrichment.level);

/**
 * The time until the work goes on after a stop that nobody is there to notice: until the worker runs again, which
 * only its alarm can start. (When a source is asked next may hang on its budget alone.)
 */
async function resumed({ browser }: Prepared, stop: () => Promise<void>): Promise<number> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const session = await browser.context.newCDPSession(page);
  let status = '';
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    status = versions.at(-1)?.runningStatus ?? status;
  });
  await session.send('ServiceWorker.enable');
  const since = Date.now();
  await stop();
  await until('the stop', () => status === 'stopped', 10);
  await until('the worker', () => status === 'running', 60);
  await session.detach();
  return Date.now() - since;
}

async function undisturbed(): Promise<(Report | null)[]> {
  const all = await prepare(1000);
  try {
    await ask(all.page, 'batch.start', { text, title: 'undisturbed' });
    await finished(all.page, 240);
    return await reports(all.page);
  } finally {
    await all.browser.close();
    await all.world.stop();
  }
}

async function stopAtRandom(all: Prepared): Promise<Page> {
  const chance = random(seed);
  let page = all.page;
  await ask(page, 'batch.start', { text, title: 'disturbed' });
  for (let stop = 0; stop < stops; stop += 1) {
    // Longer than a request takes: one that is cut at every try would end as failed, as it should.
    await wait(800 + chance() * 1700);
    pending.push(!isDone(await ask(page, 'batch.last', {})));
    if (stop % (stops / withoutPage) === 0) {
      await all.browser.context.newPage();
      await page.close();
      await wait(chance() * 500);
      resumedAfter.push(await resumed(all, () => stopWorker(all.browser)));
      page = await all.browser.open('manifest.json');
    } else {
      await stopWorker(all.browser);
      // An open panel asks again at once.
      await ask(page, 'batch.last', {});
    }
  }
  return page;
}

beforeAll(async () => {
  console.log(`seed ${seed} (repeat with SEED=${seed})`);
  before = await undisturbed();
  disturbed = await prepare(12);
  const page = await stopAtRandom(disturbed);
  await finished(page, 600);
  after = await reports(page);
  const cut = after.flatMap((report) => report?.runs[0]?.steps.filter(({ attempts }) => attempts > 1) ?? []);
  console.log(`${cut.length} requests were cut and repeated`);
  console.log(
    `resumed without a page after ${resumedAfter.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(', ')}`,
  );
}, 1_500_000);

afterAll(async () => {
  await disturbed.browser.close();
  await disturbed.world.stop();
});

describe('a batch of 50 while the worker is stopped 20 times', () => {
  it('had a run pending at each stop', () => {
    expect(pending).toEqual(Array.from({ length: stops }, () => true));
  });

  it('ends with every Enrichment closed and the verdicts of an undisturbed batch', () => {
    expect(after.map((report) => report?.enrichment.state)).toEqual(fifty.map(() => 'closed'));
    expect(levels(after)).toEqual(levels(before));
    expect(levels(after).filter((level) => level === 'malicious')).toHaveLength(malicious.length);
  });

  it('opens one run for each IOC', () => {
    expect(after.map((report) => report?.runs.length)).toEqual(fifty.map(() => 1));
  });

  it('asks nothing again once its answer is stored, and repeats a cut request at most once', () => {
    const { world } = disturbed;
    for (const report of after) {
      const step = report?.runs[0]?.steps.find(({ provider }) => provider === 'virustotal');
      if (report === null || step === undefined || step.outcome.state === 'withheld') continue;
      const name = report.enrichment.ioc.value;
      const asked = world.virustotal.requests.filter(({ path }) => path.endsWith(`/${idOf(report)}`));
      expect(step.attempts, name).toBeLessThanOrEqual(2);
      expect(asked.length, name).toBeLessThanOrEqual(step.attempts);
      const storedAt = step.outcome.state === 'running' ? 0 : step.outcome.at;
      expect(
        asked.filter(({ at }) => at > storedAt),
        name,
      ).toEqual([]);
    }
  });

  it('files exactly one Investigation for each malicious IOC', () => {
    const ids = disturbed.world.requestTracker.tickets.map(({ subject }) => subject).sort();
    expect(ids).toHaveLength(malicious.length);
    expect(new Set(ids).size).toBe(malicious.length);
  });

  it('goes on within 35 s where no page of the extension is open', () => {
    expect(resumedAfter).toHaveLength(withoutPage);
    for (const milliseconds of resumedAfter) expect(milliseconds).toBeLessThanOrEqual(35_000);
  });
});

const idOf = ({ enrichment: { ioc } }: Report): string =>
  ioc.kind === 'url' ? Buffer.from(ioc.value).toString('base64url') : ioc.value;
