import { foundOn } from '../test/e2e/configure';
import { benchTag, heap, inOwnWorld, type Lab, mean, median, percentile, rest, startLab } from './page-lab';
import { type Line, mb, ms, percent, printRequirements, printTable, type Requirement } from './page-print';
import { table } from './page-table';
import { type Cost, ours, record, theBench } from './page-trace';

/** Milliseconds after which wrapping in spans is given up. */
const most = 120_000;

/** A hand on the wheel: pixels in each frame, and frames. */
const speed = 120;
const frames = 180;

/** Of a small table, whose cost is mostly code that runs for the first time, one round differs from the next by a quarter. */
const small = 2_000;
const oftener = 5;

interface Alone {
  readonly indicators: number;
  readonly walk: number;
  readonly walkAndFind: number;
  readonly gap: number;
  readonly scrolls: readonly (readonly number[])[];
  readonly bytes: number;
  readonly hash: string;
}

interface WithUs {
  readonly cost: Cost;
  /** Frames while it was scanned, and the longest time between two. */
  readonly drawn: number;
  readonly gap: number;
  readonly scroll: readonly number[];
  readonly bytes: number;
  readonly hash: string;
  readonly found: number | null;
}

/** The page by itself. */
async function alone(lab: Lab, name: string): Promise<Alone> {
  const { page, session } = await lab.tab();
  await page.goto(lab.pages.origin(name));
  await rest(session);
  const gap = Math.max(...(await page.evaluate(() => window.bench.gaps())));
  // A world for each: to look at a node for the first time is most of a walk, and ours does so too.
  const traced = async (expression: string): Promise<readonly [number, number]> => {
    const world = await inOwnWorld(lab, session, expression);
    const recording = await record(session);
    const result = await world(expression);
    return [(await recording.stop())(theBench).script, result];
  };
  const [walk] = await traced('bench.walk()');
  const [walkAndFind, indicators] = await traced('bench.walkAndFind()');
  const bytes = await heap(session);
  const hash = await page.evaluate(() => window.bench.hash());
  const scrolls = [await scroll(page), await scroll(page)];
  await page.close();
  return { indicators, walk, walkAndFind, gap, scrolls, bytes, hash };
}

async function withUs(lab: Lab, name: string, count: boolean): Promise<WithUs> {
  const { page, session } = await lab.tab();
  const recording = await record(session);
  await page.goto(lab.pages.origin(name));
  await rest(session);
  const cost = (await recording.stop())(ours);
  const gaps = await page.evaluate(() => window.bench.gaps());
  const bytes = await heap(session);
  const hash = await page.evaluate(() => window.bench.hash());
  const moved = await scroll(page);
  const found = count ? (await foundOn(lab.own, page)).length : null;
  await page.close();
  return { cost, drawn: gaps.length, gap: Math.max(...gaps), scroll: moved, bytes, hash, found };
}

const scroll = (page: Awaited<ReturnType<Lab['tab']>>['page']): Promise<readonly number[]> =>
  page.evaluate(([frames, speed]) => window.bench.scroll(frames, speed), [frames, speed] as const);

/** Others: milliseconds by the clock, since layout is most of it. */
async function wrapping(
  lab: Lab,
  name: string,
): Promise<readonly [script: number | null, frame: number | null]> {
  const { page, session } = await lab.tab();
  await page.goto(lab.pages.origin(name));
  await rest(session);
  const { script, frame } = await page.evaluate((most) => window.bench.wrap(most), most);
  await page.close();
  return [script, frame];
}

/** What was measured on one table: the median of all rounds. */
interface Measured {
  readonly rows: number;
  readonly indicators: number;
  readonly walk: number;
  readonly floor: number;
  readonly cost: Cost;
  readonly extra: number;
  readonly scroll: readonly [first: number, second: number, withUs: number];
  readonly worst: readonly [alone: number, withUs: number];
  readonly bytes: number;
  readonly more: number;
  readonly same: boolean;
  readonly found: boolean;
  readonly wrapped: readonly [script: number | null, frame: number | null];
}

async function measure(lab: Lab, rows: number, rounds: number, spans: boolean): Promise<Measured> {
  const [plain, on] = [`alone${rows}`, `ours${rows}`];
  const alones: Alone[] = [];
  const withs: WithUs[] = [];
  for (let round = 0; round < rounds; round += 1) {
    alones.push(await alone(lab, plain));
    withs.push(await withUs(lab, on, round === 0));
  }
  const of = <T>(all: readonly T[], value: (one: T) => number): number => median(all.map(value));
  const each = (at: number) => of(alones, ({ scrolls }) => mean(scrolls[at] ?? []));
  const bytes = of(alones, (one) => one.bytes);
  const indicators = alones[0]?.indicators ?? 0;
  return {
    rows,
    indicators,
    walk: of(alones, ({ walk }) => walk),
    floor: of(alones, ({ walkAndFind }) => walkAndFind),
    cost: {
      script: of(withs, ({ cost }) => cost.script),
      start: of(withs, ({ cost }) => cost.start),
      longest: of(withs, ({ cost }) => cost.longest),
      observers: of(withs, ({ cost, drawn }) => cost.observers / drawn),
    },
    extra: of(withs, ({ gap }) => gap) - of(alones, ({ gap }) => gap),
    scroll: [each(0), each(1), of(withs, ({ scroll }) => mean(scroll))],
    worst: [
      of(alones, ({ scrolls }) => percentile(scrolls.flat(), 95)),
      of(withs, ({ scroll }) => percentile(scroll, 95)),
    ],
    bytes,
    more: of(withs, (one) => one.bytes) - bytes,
    same: new Set([...alones, ...withs].map(({ hash }) => hash)).size === 1,
    found: withs[0]?.found === indicators,
    wrapped: spans ? await wrapping(lab, plain) : [NaN, NaN],
  };
}

const times = ({ cost, floor }: Measured, less = 0): string => ((cost.script - less) / floor).toFixed(2);

const capped = (value: number | null): string => (value === null ? `> ${most / 1000} s` : ms(value, 0));

function print(all: readonly Measured[]): void {
  const line = (what: string, of: (one: Measured) => string): Line => [what, ...all.map(of)];
  printTable(
    line('rows', ({ rows }) => String(rows)),
    [
      line('indicators', ({ indicators }) => String(indicators)),
      line('bare walk, processor', ({ walk }) => ms(walk)),
      line('bare walk + find, processor', ({ floor }) => ms(floor)),
      line('ours, total, processor', ({ cost }) => ms(cost.script)),
      line('of this the start of the script', ({ cost }) => ms(cost.start)),
      line('ours, times (walk + find)', (one) => times(one)),
      line('without the start', (one) => times(one, one.cost.start)),
      line('ours, longest task', ({ cost }) => ms(cost.longest)),
      line('ours, observers in each frame', ({ cost }) => ms(cost.observers, 2)),
      line('ours, extra time to next frame', ({ extra }) => ms(extra)),
      line('spans, script', ({ wrapped }) => capped(wrapped[0])),
      line('spans, time to next frame', ({ wrapped }) => capped(wrapped[1])),
      line('frame in scrolling, alone', ({ scroll }) => ms(scroll[0], 2)),
      line('frame in scrolling, alone again', ({ scroll }) => ms(scroll[1], 2)),
      line('frame in scrolling, ours', ({ scroll }) => ms(scroll[2], 2)),
      line('95 of 100 frames under, alone', ({ worst }) => ms(worst[0])),
      line('95 of 100 frames under, ours', ({ worst }) => ms(worst[1])),
      line('heap of the page alone', ({ bytes }) => mb(bytes)),
      line('heap more with ours', ({ more }) => mb(more)),
      line('page DOM unchanged (SHA-256)', ({ same }) => (same ? 'yes' : 'NO')),
      line('every indicator found', ({ found }) => (found ? 'yes' : 'NO')),
    ],
  );
}

function requirements(one: Measured): Requirement[] {
  const [first, second, us] = one.scroll;
  const noise = Math.abs(first - second);
  const slower = us - mean([first, second]);
  const at = `${one.rows} rows`;
  return [
    { what: `${at}, longest task under 50 ms`, measured: ms(one.cost.longest), held: one.cost.longest < 50 },
    {
      what: `${at}, total at most 3 times (walk + find)`,
      measured: times(one),
      held: one.cost.script <= 3 * one.floor,
    },
    {
      what: `${at}, frame in scrolling within 10 % or the noise of two runs without`,
      measured: `${percent(slower / first)}, noise ${percent(noise / first)}`,
      held: slower <= Math.max(first / 10, noise),
    },
    { what: `${at}, page DOM unchanged`, measured: one.same ? 'yes' : 'no', held: one.same },
    { what: `${at}, every indicator found`, measured: one.found ? 'yes' : 'no', held: one.found },
  ];
}

/**
 * Tables of these sizes with six indicators a row, each loaded so many times without the extension and with it, small ones
 * oftener; the baseline in spans once.
 */
export async function tables(sizes: readonly number[], rounds: number, spans: boolean): Promise<void> {
  const site = (rows: number) => ({ '/': table(rows) + benchTag });
  const lab = await startLab(
    Object.fromEntries(
      sizes.flatMap((rows) => [`alone${rows}`, `ours${rows}`].map((name) => [name, site(rows)])),
    ),
  );
  try {
    for (const rows of sizes) await lab.on(`ours${rows}`);
    const all: Measured[] = [];
    for (const rows of sizes) {
      all.push(await measure(lab, rows, rows < small ? rounds * oftener : rounds, spans));
    }
    print(all);
    printRequirements(all.flatMap(requirements));
  } finally {
    await lab.close();
  }
}
