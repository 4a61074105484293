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

/**
 * One garbage collection leaves up to 0.4 MB that the next one finds; and what is told once a second is let go once a second
 * too: so the least of some looks in more than a second.
 */
async function leastHeap({ page, session }: Opened): Promise<number> {
  let least = Infinity;
  for (let look = 0; look < 8; look += 1) {
    least = Math.min(least, await heap(session));
    await page.waitForTimeout(150);
  }
  return least;
}

async function run(lab: Lab, name: string, keep: number, seconds: number): Promise<Run> {
  const opened = await lab.tab();
  const { page } = opened;
  await page.goto(`${lab.pages.origin(name)}/?rate=${rate}&seconds=${seconds}&keep=${keep}`);
  // What the bench itself brings into the page is there before the first look at the heap.
  await page.waitForSelector('html');
  await page.evaluate(() => window.bench.warmUp());
  await page.waitForTimeout(early * 1000);
  const gaps: number[] = [];
  const look = async (): Promise<number> => {
    gaps.push(...(await page.evaluate(() => window.bench.gaps())));
    const bytes = await leastHeap(opened);
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
  const bytes = [first, middle, await leastHeap(opened)] as const;
  await page.close();
  return { frame: mean(gaps), slow: percentile(gaps, 95), bytes, ...marks };
}

interface Measured {
  readonly title: string;
  readonly keep: number;
  readonly rows: readonly [early: number, end: number];
  readonly alone: readonly [Run, Run];
  readonly ours: readonly [Run, Run];
}

const frameOf = (runs: readonly Run[]): number => mean(runs.map(({ frame }) => frame));

/** What the extension holds more than the page alone. */
const more = ({ bytes }: Run, alone: readonly Run[], at: 0 | 1 | 2): number =>
  bytes[at] - mean(alone.map((run) => run.bytes[at]));

function marked(title: string, { shown, marked, unmarked }: Run): Requirement {
  return {
    what: `${title}: every indicator in sight marked within ${soon} ms of the end`,
    measured: marked === null ? `${unmarked} of ${shown} unmarked` : ms(marked),
    held: shown > 0 && marked !== null && marked <= soon,
  };
}

function frames({ title, alone, ours }: Measured): Requirement {
  const noise = Math.abs(alone[0].frame - alone[1].frame);
  const frame = frameOf(alone);
  const slower = frameOf(ours) - frame;
  return {
    what: `${title}: frame rate within 5 % or the noise of two runs without`,
    measured: `${percent(slower / frame)}, noise ${percent(noise / frame)}`,
    held: slower <= Math.max(frame / 20, noise),
  };
}

function growth({ title, keep, rows, alone }: Measured, ours: Run): Requirement {
  const [first, middle, end] = [more(ours, alone, 0), more(ours, alone, 1), more(ours, alone, 2)];
  const perRow = [first / rows[0], end / rows[1]] as const;
  return {
    what: `${title}: no growth of the heap ${keep > 0 ? '' : 'per row '}from ${early} s to the end`,
    measured:
      keep > 0
        ? `${mb(first)}, then ${mb(middle)} and ${mb(end)}`
        : `${perRow[0].toFixed(0)}, then ${perRow[1].toFixed(0)} bytes a row`,
    held: keep > 0 ? end - first < warmth : perRow[1] <= perRow[0],
  };
}

const requirements = (one: Measured): Requirement[] => [
  ...one.ours.map((run) => marked(one.title, run)),
  frames(one),
  ...one.ours.map((run) => growth(one, run)),
];

/** A machine that gets slower or faster all the while does so for both alike: alone, ours, ours, alone. */
async function inTurn(lab: Lab, keep: number, seconds: number): Promise<Pick<Measured, 'alone' | 'ours'>> {
  const of = (name: string): Promise<Run> => run(lab, name, keep, seconds);
  const before = await of('alone');
  const ours = [await of('ours'), await of('ours')] as const;
  return { alone: [before, await of('alone')], ours };
}

/** A feed of 200 rows a second, in lists that keep so many rows; 0 keeps all. */
export async function feeds(seconds: number, lists: readonly number[]): Promise<void> {
  const site = await feed(benchTag);
  const lab = await startLab({ alone: site, ours: site });
  try {
    await lab.on('ours');
    const all: Measured[] = [];
    for (const keep of lists) {
      const rows = (at: number): number => (keep > 0 ? Math.min(keep, at * rate) : at * rate);
      all.push({
        title: keep > 0 ? `${keep} rows kept` : 'all rows kept',
        keep,
        rows: [rows(early), rows(seconds)],
        ...(await inTurn(lab, keep, seconds)),
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
            ['ours', ours[0]],
            ['ours again', ours[1]],
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
