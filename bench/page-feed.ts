import type { Page } from 'playwright-core';
import { feed } from '../test/lab/consoles/feed';
import { benchTag, heap, type Lab, mean, type Opened, percentile, startLab } from './page-lab';
import { mb, ms, percent, printRequirements, printTable, type Requirement } from './page-print';

const rate = 200;
/**
 * Seconds after which the first heap is taken. By then the list with an end is full, and so is what Sightline keeps of rows
 * that went; the tables of its maps double once, after about 12 s (`docs/page.md`).
 */
const early = 20;
/** Bytes: compiled code, and what one garbage collection leaves to the next. */
const warmth = 300_000;
/** Milliseconds after the end in which everything in sight must have its line. */
const soon = 200;

interface Run {
  /** Mean milliseconds between frames, and what 95 of 100 stay under. */
  readonly frame: number;
  readonly slow: number;
  readonly bytes: readonly [early: number, middle: number, end: number];
  readonly shown: number;
  readonly marked: number | null;
  readonly unmarked: number;
}

/** Asks in the page itself, from the moment the feed ends: how long until each indicator in sight has its line. */
const wait = (page: Page): Promise<Pick<Run, 'shown' | 'marked' | 'unmarked'>> =>
  page.evaluate(async () => {
    const { dataset } = document.documentElement;
    const breath = () => new Promise((resolve) => setTimeout(resolve, 5));
    while (dataset['done'] === undefined) await breath();
    const end = Number(dataset['done']);
    for (;;) {
      const { shown, unmarked } = window.bench.marked();
      const now = performance.now() - end;
      if (unmarked === 0 || now > 5_000) {
        return { shown, unmarked, marked: unmarked === 0 ? now : null };
      }
      await breath();
    }
  });

/** One garbage collection leaves up to 0.4 MB that the next one finds. */
async function leastHeap(session: Opened['session']): Promise<number> {
  let least = Infinity;
  for (let look = 0; look < 4; look += 1) least = Math.min(least, await heap(session));
  return least;
}

async function run(lab: Lab, name: string, keep: number, seconds: number): Promise<Run> {
  const { page, session } = await lab.tab();
  await page.goto(`${lab.pages.origin(name)}/?rate=${rate}&seconds=${seconds}&keep=${keep}`);
  // What the bench itself brings into the page is there before the first look at the heap.
  await page.waitForSelector('html');
  await page.evaluate(() => window.bench.warmUp());
  await page.waitForTimeout(early * 1000);
  const gaps: number[] = [];
  const look = async (): Promise<number> => {
    gaps.push(...(await page.evaluate(() => window.bench.gaps())));
    const bytes = await leastHeap(session);
    // What that cost is nobody's frame.
    await page.evaluate(() => window.bench.gaps());
    return bytes;
  };
  const first = await look();
  gaps.length = 0;
  // Alone too, where nothing is ever marked: what it leaves in the heap must not be taken for ours.
  const seen = wait(page);
  await page.waitForTimeout(((seconds - early) / 2) * 1000);
  const middle = await look();
  await page.waitForSelector('html[data-done]', { timeout: (seconds + 60) * 1000 });
  gaps.push(...(await page.evaluate(() => window.bench.gaps())));
  const marks = await seen;
  await page.waitForTimeout(2_000);
  const bytes = [first, middle, await leastHeap(session)] as const;
  await page.close();
  return { frame: mean(gaps), slow: percentile(gaps, 95), bytes, ...marks };
}

interface Measured {
  readonly title: string;
  readonly keep: number;
  readonly rows: readonly [early: number, end: number];
  readonly alone: readonly [Run, Run];
  readonly ours: Run;
}

/** What the extension holds more than the page alone. */
const more = ({ alone, ours }: Measured, at: 0 | 1 | 2): number => ours.bytes[at] - alone[0].bytes[at];

function requirements(one: Measured): Requirement[] {
  const { title, alone, ours, rows } = one;
  const noise = Math.abs(alone[0].frame - alone[1].frame);
  const slower = ours.frame - mean(alone.map(({ frame }) => frame));
  const perRow = [more(one, 0) / rows[0], more(one, 2) / rows[1]] as const;
  return [
    {
      what: `${title}: every indicator in sight marked within ${soon} ms of the end`,
      measured: ours.marked === null ? `${ours.unmarked} of ${ours.shown} unmarked` : ms(ours.marked),
      held: ours.shown > 0 && ours.marked !== null && ours.marked <= soon,
    },
    {
      what: `${title}: frame rate within 5 % or the noise of two runs without`,
      measured: `${percent(slower / alone[0].frame)}, noise ${percent(noise / alone[0].frame)}`,
      held: slower <= Math.max(alone[0].frame / 20, noise),
    },
    {
      what: `${title}: no growth of the heap ${one.keep > 0 ? '' : 'per row '}from ${early} s to the end`,
      measured:
        one.keep > 0
          ? `${mb(more(one, 0))}, then ${mb(more(one, 1))} and ${mb(more(one, 2))}`
          : `${perRow[0].toFixed(0)}, then ${perRow[1].toFixed(0)} bytes a row`,
      held: one.keep > 0 ? more(one, 2) - more(one, 0) < warmth : perRow[1] <= perRow[0],
    },
  ];
}

/** A feed of 200 rows a second, in lists that keep so many rows; 0 keeps all. */
export async function feeds(seconds: number, lists: readonly number[]): Promise<void> {
  const site = await feed(benchTag);
  const lab = await startLab({ alone: site, ours: site });
  try {
    await lab.on('ours');
    const all: Measured[] = [];
    for (const keep of lists) {
      const alone = [await run(lab, 'alone', keep, seconds), await run(lab, 'alone', keep, seconds)] as const;
      const rows = (at: number): number => (keep > 0 ? Math.min(keep, at * rate) : at * rate);
      all.push({
        title: keep > 0 ? `${keep} rows kept` : 'all rows kept',
        keep,
        rows: [rows(early), rows(seconds)],
        alone,
        ours: await run(lab, 'ours', keep, seconds),
      });
    }
    printTable(
      [
        `feed, ${rate} rows a second, ${seconds} s`,
        'frame',
        '95 of 100 under',
        `heap, ${early} s`,
        `heap, ${(early + seconds) / 2} s`,
        'heap, end',
      ],
      all.flatMap(({ title, alone, ours }) =>
        (
          [
            ['alone', alone[0]],
            ['alone again', alone[1]],
            ['ours', ours],
          ] as const
        ).map(
          ([
            who,
            {
              frame,
              slow,
              bytes: [first, middle, end],
            },
          ]) => [`${title}, ${who}`, ms(frame, 2), ms(slow), mb(first), mb(middle), mb(end)] as const,
        ),
      ),
    );
    printRequirements(all.flatMap(requirements));
  } finally {
    await lab.close();
  }
}
