import { keyOf, type Trigger } from '../core/enrichment';
import type { Seen } from '../core/seen';
import type { Ioc } from '../ioc';
import { closedRun, type ClosingRules, closingRules, concluded, waits } from './close-run';
import type { Context } from './context';
import { atomically, put, type WriteTx } from './db';
import type { Policy, SourceInUse } from './deps';
import { type ListStore, listStores } from './shelf/shelf';
import { book, nextRoom } from './ledger';
import { addRow, openedEnrichment, rowOf, storeRun } from './new-run';
import { openSteps } from './open-steps';
import { planRetry } from './retry-plan';
import type { EnrichmentRow, Rank, RunRow, StepRow } from './rows';
import { isCurrent } from './current';
import { join } from './join-run';
import { ticksOf } from './ticks';

export interface Opening {
  readonly trigger: Trigger;
  readonly rank: Rank;
  /** The batch that may cancel the run. */
  readonly batch?: string;
  /** A page asks, in this life of the worker: where no page waits any more, what was not sent is dropped. */
  readonly pages?: string;
  /** Re-runs by itself in a row, this one included. */
  readonly tries?: number;
  /** Run even where the last run is current. */
  readonly again: boolean;
  /** Ask again what is known: no stored answer counts. */
  readonly past?: boolean;
  readonly sources: readonly SourceInUse[];
  readonly policy: Policy;
  readonly now: number;
  /** Indicators that have a re-run queued, where that was read. */
  readonly queued?: ReadonlySet<string>;
  /** Given, a run in which nobody is to be asked closes in the transaction that opens it. */
  readonly closing?: ClosingRules;
}

/** Who goes first. */
const rankOf = (trigger: Trigger): Rank => (trigger === 'retry' ? 3 : trigger === 'auto' ? 1 : 0);

type Stores = 'enrichments' | 'runs' | 'reservations' | 'cache' | 'retries' | 'outbox' | ListStore;

/** What `openRun` writes and reads. */
export const openingStores: readonly Stores[] = [
  'enrichments',
  'runs',
  'reservations',
  'cache',
  'retries',
  'outbox',
  ...listStores,
];

/**
 * Opens a run under the Enrichment of the indicator, which opens with its first; joins the run in progress. What is at
 * hand answers at once (`open-steps.ts`). Null where a page may not start one: the last run is current, or the day's ceiling is reached.
 */
export async function openRun(tx: WriteTx<Stores>, ioc: Ioc, opening: Opening): Promise<RunRow | null> {
  const opened = await open(tx, ioc, opening);
  if (opened !== null) await opened.conclude?.();
  return opened?.run ?? null;
}

interface Opened {
  readonly run: RunRow;
  /** Where it closed at once: what that means for its Enrichment and the tracker, one after the other. */
  conclude?(): Promise<void>;
}

async function open(tx: WriteTx<Stores>, ioc: Ioc, opening: Opening): Promise<Opened | null> {
  const { known, newest } = await readNewest(tx, ioc);
  if (newest?.open !== undefined) return { run: await join(tx, newest, opening) };
  if (newest !== undefined && byPage(opening) && isCurrent(newest, opening)) return null;
  if (opening.trigger === 'auto' && !(await mayAuto(tx, opening))) return null;
  const { closing, now } = opening;
  const row = rowOf(ioc, opening, await openSteps(tx, ioc, opening));
  if (closing === undefined || waits(row)) {
    const run = await addRow(tx, row);
    put(tx, 'enrichments', openedEnrichment(known, run));
    return { run };
  }
  const previous = known?.closedRun === newest?.id ? newest : await closedBefore(tx, known);
  const closed = closedRun(row, previous, closing, now);
  planRetry(tx, closed, now, opening.queued);
  const run = await addRow(tx, closed);
  return {
    run,
    async conclude() {
      const { enrichment } = await concluded(tx, run, openedEnrichment(known, run), closing, now);
      if (enrichment !== undefined) put(tx, 'enrichments', enrichment);
    },
  };
}

/** Opens or joins runs for what a person or a page asked, in one transaction. */
export async function openRuns(
  ctx: Context,
  iocs: readonly Ioc[],
  trigger: Trigger,
  again: boolean,
  seen?: Seen,
): Promise<readonly RunRow[]> {
  const [sources, policy] = await Promise.all([ctx.setup.sources(), ctx.setup.policy()]);
  const closing = await closingRules(ctx, iocs);
  const now = ctx.now();
  const asked = { trigger, rank: rankOf(trigger), again, past: again };
  const pages = byPage(asked) ? { pages: ctx.life } : {};
  const opening = { ...asked, ...pages, sources, policy, now, closing };
  const runs = await atomically(await ctx.db(), openingStores, async (tx) => {
    const opened = await openEach(tx, iocs, opening);
    if (seen !== undefined) for (const ioc of iocs) await noteSeen(tx, keyOf(ioc), seen);
    return opened;
  });
  ctx.feed.changed(runs.map(({ key }) => key));
  return runs;
}

/** As `openRun`, for each of them, those that stand there twice once. */
export async function openEach(
  tx: WriteTx<Stores>,
  iocs: readonly Ioc[],
  opening: Opening,
): Promise<readonly RunRow[]> {
  const once = [
    ...new Map(iocs.map(({ kind, value }) => [keyOf({ kind, value }), { kind, value }])).values(),
  ];
  const opened: (Opened | null)[] = [];
  // The ceiling of mode `auto` counts one after the other.
  if (opening.trigger === 'auto') for (const ioc of once) opened.push(await open(tx, ioc, opening));
  else {
    const queued = new Set(await tx.objectStore('retries').getAllKeys());
    opened.push(...(await Promise.all(once.map((ioc) => open(tx, ioc, { ...opening, queued })))));
  }
  const runs = opened.filter((one) => one !== null);
  for (const one of runs) await one.conclude?.();
  return runs.map(({ run }) => run);
}

/** Notes where a known indicator was met last. */
export async function noteSeen(tx: WriteTx<'enrichments'>, key: string, seen: Seen): Promise<void> {
  const known = await tx.objectStore('enrichments').get(key);
  if (known !== undefined) await tx.objectStore('enrichments').put({ ...known, seen });
}

/**
 * Asks one more source about an indicator: a step more in the run in progress, else a new run that keeps every answer of
 * the last one and asks nobody but this source.
 */
async function openAlso(
  tx: WriteTx<Stores>,
  ioc: Ioc,
  provider: string,
  opening: Opening,
): Promise<RunRow | null> {
  const { known, newest } = await readNewest(tx, ioc);
  if (known === undefined || newest === undefined) return openRun(tx, ioc, opening);
  const step: StepRow = { provider, attempts: 0, outcome: { state: 'running', since: opening.now } };
  const others = newest.steps.filter((step) => step.provider !== provider);
  if (newest.open !== undefined) {
    const asked = newest.steps.find((step) => step.provider === provider);
    if (asked?.outcome.state === 'running') return join(tx, newest, opening);
    const { batch: _, pages: __, ...rest } = newest;
    const more: RunRow = { ...rest, rank: 0, steps: [...others, step] };
    await tx.objectStore('runs').put(more);
    await tx.objectStore('enrichments').put({ ...known, ticks: ticksOf(more.steps) });
    return more;
  }
  const run = await storeRun(tx, ioc, opening, [...others, step]);
  await tx.objectStore('enrichments').put(openedEnrichment(known, run));
  return run;
}

/**
 * Opens a run in which one source says something new and all others what they said in the last. Null while a run is in
 * progress, or where nothing is known of the indicator.
 */
export async function openWith(
  tx: WriteTx<'enrichments' | 'runs'>,
  ioc: Ioc,
  step: StepRow,
  now: number,
): Promise<RunRow | null> {
  const { known, newest } = await readNewest(tx, ioc);
  if (known === undefined || newest === undefined || newest.open !== undefined) return null;
  const others = newest.steps.filter(({ provider }) => provider !== step.provider);
  const run = await storeRun(tx, ioc, { trigger: 'submit', rank: 0, now }, [...others, step]);
  await tx.objectStore('enrichments').put(openedEnrichment(known, run));
  return run;
}

/** As `openRuns`, for one source that ordinary runs do not ask. Null where it is not in use or knows no such kind. */
export async function askAlso(ctx: Context, ioc: Ioc, provider: string): Promise<RunRow | null> {
  const [all, policy] = await Promise.all([ctx.setup.sources(), ctx.setup.policy()]);
  const known = all.find((source) => source.provider.id === provider);
  if (!known?.provider.kinds.includes(ioc.kind)) return null;
  const named = { ...known, onDemand: false };
  const sources = all.map((source) => (source === known ? named : source));
  const opening = { trigger: 'card', rank: 0, again: true, sources, policy, now: ctx.now() } as const;
  const run = await atomically(await ctx.db(), openingStores, (tx) => openAlso(tx, ioc, provider, opening));
  ctx.feed.changed([keyOf(ioc)]);
  return run;
}

const byPage = ({ trigger, again }: Pick<Opening, 'trigger' | 'again'>): boolean =>
  !again && (trigger === 'hover' || trigger === 'auto');

async function mayAuto(tx: WriteTx<'reservations'>, { policy, now }: Opening): Promise<boolean> {
  if ((await nextRoom(tx, 'auto', [{ requests: policy.autoPerDay, per: 'day' }], now)) !== null) return false;
  await book(tx, { scope: 'auto', at: now });
  return true;
}

/** The Enrichment of an indicator and its newest run, where it was met before. */
async function readNewest(tx: WriteTx<'enrichments' | 'runs'>, ioc: Ioc) {
  const known = await tx.objectStore('enrichments').get(keyOf(ioc));
  return { known, newest: known && (await tx.objectStore('runs').get(known.newestRun)) };
}

const closedBefore = async (
  tx: WriteTx<'runs'>,
  known: EnrichmentRow | undefined,
): Promise<RunRow | undefined> =>
  known?.closedRun === undefined ? undefined : tx.objectStore('runs').get(known.closedRun);
