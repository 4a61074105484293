import { keyOf } from '../core/enrichment';
import type { Outcome } from '../core/outcome';
import type { Quota } from '../core/plugin';
import type { Ioc } from '../ioc';
import { closedRun, type ClosingRules, closingRules, concluded, waits } from './close-run';
import { closedBy } from './closures';
import type { Context } from './context';
import { atomically, put, type WriteTx } from './db';
import { grouped } from './grouped';
import { returned } from './ledger';
import { learn, merged } from './quota';
import { planRetry } from './retry-plan';
import type { CacheRow, ClosureRow, RunRow, StepRow } from './rows';
import { Sheet } from './sheet';
import { ticksOf } from './ticks';

/** How one step ended, and what else becomes true in the same transaction. */
export interface Ending {
  readonly provider: string;
  readonly outcome: Outcome;
  /** What a later re-run waits for (`keyWait`, `grantWait`). */
  readonly waits?: string;
  readonly cache?: CacheRow;
  /** The source is closed for everybody. */
  readonly closure?: ClosureRow;
  /** What the headers of the answer said of the budget. */
  readonly said?: { readonly scope: string; readonly version: string; readonly quotas: readonly Quota[] };
  /**
   * When its request came back, epoch milliseconds: it counts from then. Without it from when this is stored, for sources
   * that say themselves what is left (`quota.ts`): what they said first may be stored last.
   */
  readonly cameBack?: number;
  /** The scope that answered: what closed it is over. */
  readonly opened?: string;
}

/** `closed`: the run has ended. `filing`: the tracker has something to do. */
export interface Settled {
  readonly closed: boolean;
  readonly filing: boolean;
}

const stores = [
  'runs',
  'enrichments',
  'cache',
  'reservations',
  'quotas',
  'closures',
  'outbox',
  'retries',
] as const;
type Tx = WriteTx<(typeof stores)[number]>;

/** Endings of one run's steps. */
interface Ended {
  readonly run: number;
  readonly ioc: Ioc;
  readonly endings: readonly Ending[];
}

/** As `Ended`; where they depend on how the run stands in the transaction, a function of it. */
interface Part extends Omit<Ended, 'endings'> {
  readonly endings: Ended['endings'] | ((run: RunRow) => Ended['endings']);
}

/**
 * Writes the outcomes of steps; with the last one the run, its Enrichment, the re-run it needs and the Investigation it
 * asks for, all in one transaction. A step that has ended keeps its first outcome, so that a cancelled one stays so.
 */
export const settleAll: (ctx: Context, parts: readonly Part[]) => Promise<readonly Settled[]> = grouped(
  async (ctx, groups: readonly (readonly Part[])[]) => {
    const parts = groups.flat();
    const iocs = parts.map(({ ioc }) => ioc);
    const [db, rules] = await Promise.all([ctx.db(), closingRules(ctx, iocs)]);
    const settled = await atomically(db, stores, (tx) => write(tx, parts, rules, ctx.now()));
    ctx.feed.changed(iocs.map(keyOf));
    let from = 0;
    return groups.map(({ length }) => settled.slice(from, (from += length)));
  },
);

/** What the parts change, read before the first of them. */
interface Sheets {
  readonly runs: Sheet<'runs'>;
  readonly enrichments: Sheet<'enrichments'>;
  readonly reservations: Sheet<'reservations'>;
  readonly closures: Sheet<'closures'>;
}

async function write(
  tx: Tx,
  given: readonly Part[],
  rules: ClosingRules,
  now: number,
): Promise<readonly Settled[]> {
  const runs = new Sheet(tx, 'runs');
  await runs.read(given.map(({ run }) => run));
  const parts = given.map((part) => ({ ...part, endings: endingsOf(part, runs.get(part.run)) }));
  const sheets = await readSheets(tx, runs, parts);
  /** Runs that have ended, with the part that ended them. */
  const ended = new Map<number, number>();
  const settled: Settled[] = [];
  for (const [at, { run: id, endings }] of parts.entries()) {
    const run = sheets.runs.get(id);
    const gone = run?.open === undefined || ended.has(id);
    settled.push({ closed: gone, filing: false });
    if (gone) continue;
    for (const ending of endings) alongside(tx, sheets, run, ending, now);
    const next = { ...run, steps: run.steps.map((step) => stepEnded(step, endings)) };
    sheets.runs.put(id, next);
    if (waits(next)) noteTicks(sheets, next);
    else ended.set(id, at);
  }
  await sheets.runs.read([...ended.keys()].flatMap((id) => closedBefore(sheets, id) ?? []));
  for (const [id, at] of ended) settled[at] = await close(tx, sheets, id, rules, now);
  for (const sheet of Object.values(sheets)) sheet.write();
  const said = parts.flatMap(({ endings }) => endings.map((one) => one.said));
  for (const { scope, version, quotas } of merged(said)) await learn(tx, scope, version, quotas, now);
  return settled;
}

function endingsOf({ endings }: Part, run: RunRow | undefined): readonly Ending[] {
  if (typeof endings !== 'function') return endings;
  return run === undefined ? [] : endings(run);
}

async function readSheets(tx: Tx, runs: Sheet<'runs'>, parts: readonly Ended[]): Promise<Sheets> {
  const sheets: Sheets = {
    runs,
    enrichments: new Sheet(tx, 'enrichments'),
    reservations: new Sheet(tx, 'reservations'),
    closures: new Sheet(tx, 'closures'),
  };
  const endings = parts.flatMap(({ run, endings }) =>
    endings.map((ending) => ({ run: sheets.runs.get(run), ending })),
  );
  await Promise.all([
    sheets.enrichments.read(parts.flatMap(({ run }) => sheets.runs.get(run)?.key ?? [])),
    sheets.reservations.read(endings.flatMap(({ run, ending }) => askingOf(run, ending)?.reservation ?? [])),
    sheets.closures.read(endings.flatMap(({ ending }) => ending.closure?.scope ?? [])),
    sheets.closures.read(endings.flatMap(({ ending }) => ending.opened ?? [])),
  ]);
  return sheets;
}

/** What the step that ends knows of its request. */
const askingOf = (run: RunRow | undefined, { provider }: Ending): StepRow['asking'] =>
  run?.steps.find((step) => step.provider === provider)?.asking;

function alongside(
  tx: Tx,
  { reservations, closures }: Sheets,
  run: RunRow,
  ending: Ending,
  now: number,
): void {
  const { cache, closure, opened, cameBack = now } = ending;
  const asking = askingOf(run, ending);
  const booked = asking && reservations.get(asking.reservation);
  if (booked !== undefined) reservations.put(booked.id, returned(booked, cameBack));
  if (cache !== undefined) put(tx, 'cache', cache);
  if (closure !== undefined) closures.put(closure.scope, closedBy(closures.get(closure.scope), closure, now));
  if (opened !== undefined && closures.get(opened) !== undefined) closures.delete(opened);
}

function stepEnded(step: StepRow, endings: readonly Ending[]): StepRow {
  const ending = endings.find(({ provider }) => provider === step.provider);
  if (ending === undefined || step.outcome.state !== 'running') return step;
  const { provider, attempts } = step;
  const row = { provider, attempts, outcome: ending.outcome };
  return ending.waits === undefined ? row : { ...row, waits: ending.waits };
}

function noteTicks({ enrichments }: Sheets, { key, steps }: RunRow): void {
  const row = enrichments.get(key);
  if (row !== undefined) enrichments.put(key, { ...row, ticks: ticksOf(steps) });
}

/** The run of the same indicator that closed before this one. */
function closedBefore({ runs, enrichments }: Sheets, id: number): number | undefined {
  const run = runs.get(id);
  return run && enrichments.get(run.key)?.closedRun;
}

async function close(tx: Tx, sheets: Sheets, id: number, rules: ClosingRules, now: number): Promise<Settled> {
  const { runs, enrichments } = sheets;
  const run = runs.get(id);
  if (run === undefined) return { closed: true, filing: false };
  const last = closedBefore(sheets, id);
  const closed = closedRun(run, last === undefined ? undefined : runs.get(last), rules, now);
  runs.put(id, closed);
  planRetry(tx, closed, now);
  const { enrichment, filing } = await concluded(tx, closed, enrichments.get(run.key), rules, now);
  if (enrichment !== undefined) enrichments.put(run.key, enrichment);
  return { closed: true, filing };
}
