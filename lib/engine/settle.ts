import { combine } from '../core/combine';
import { keyOf } from '../core/enrichment';
import type { Ioc } from '../ioc';
import { externalId } from '../core/external-id';
import { overridden } from '../core/override';
import type { Outcome } from '../core/outcome';
import type { Quota } from '../core/plugin';
import type { Verdict } from '../core/verdict';
import type { VerdictPolicy } from '../core/verdict-policy';
import { closeSource, reopen } from './closures';
import type { Context } from './context';
import { atomically, type WriteTx } from './db';
import type { SourceInUse } from './deps';
import { type FilingRules, planFiling } from './filing-plan';
import { filingOf } from './filing-state';
import { grouped } from './grouped';
import { markDone } from './ledger';
import { learn } from './quota';
import { planRetry } from './retry-plan';
import type { CacheRow, ClosureRow, EnrichmentRow, OutboxRow, RunRow, StepRow } from './rows';
import { changesBetween } from './run-changes';
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
  /** The scope that answered: what closed it is over. */
  readonly opened?: string;
}

/** `closed`: the run has ended. `filing`: the tracker has something to do. */
export interface Settled {
  readonly closed: boolean;
  readonly filing: boolean;
}

type Stores =
  | 'runs'
  | 'enrichments'
  | 'cache'
  | 'reservations'
  | 'quotas'
  | 'closures'
  | 'outbox'
  | 'retries';

const stores: Stores[] = [
  'runs',
  'enrichments',
  'cache',
  'reservations',
  'quotas',
  'closures',
  'outbox',
  'retries',
];

/** Endings of one run's steps. */
interface Part {
  readonly run: number;
  readonly ioc: Ioc;
  readonly endings: readonly Ending[];
}

/**
 * Writes the outcomes of steps; with the last one the run, its Enrichment, the re-run it needs and the Investigation it
 * asks for, all in one transaction. A step that has ended keeps its first outcome, so that a cancelled one stays so.
 */
export const settleAll: (ctx: Context, parts: readonly Part[]) => Promise<readonly Settled[]> = grouped(
  async (ctx, groups: readonly (readonly Part[])[]) => {
    const settled = await writeAll(ctx, groups.flat());
    let from = 0;
    return groups.map(({ length }) => settled.slice(from, (from += length)));
  },
);

async function writeAll(ctx: Context, parts: readonly Part[]): Promise<readonly Settled[]> {
  const [sources, db] = await Promise.all([ctx.setup.sources(), ctx.db()]);
  const rules = await Promise.all(parts.map(({ ioc }) => rulesFor(ctx, ioc)));
  const settled = await atomically(db, stores, async (tx) => {
    const written: Settled[] = [];
    for (const [at, { run, endings }] of parts.entries()) {
      const own = rules[at];
      if (own !== undefined) written.push(await write(tx, run, endings, sources, own, ctx.now()));
    }
    return written;
  });
  ctx.feed.changed(parts.map(({ ioc }) => keyOf(ioc)));
  return settled;
}

interface Rules extends FilingRules {
  readonly verdict: VerdictPolicy;
}

async function rulesFor(ctx: Context, ioc: Ioc): Promise<Rules> {
  const [policy, tracker] = await Promise.all([ctx.setup.policy(), ctx.setup.tracker()]);
  const automatic = policy.automatic && tracker !== null;
  const { perHour, verdict } = policy;
  return { automatic, perHour, verdict, externalId: automatic ? await externalId(ioc) : '' };
}

async function write(
  tx: WriteTx<Stores>,
  id: number,
  endings: readonly Ending[],
  sources: readonly SourceInUse[],
  rules: Rules,
  now: number,
): Promise<Settled> {
  const stored = await tx.objectStore('runs').get(id);
  if (stored === undefined || stored.open === undefined) return { closed: true, filing: false };
  for (const ending of endings) await alongside(tx, stored, ending, now);
  const run = { ...stored, steps: stored.steps.map((step) => ended(step, endings)) };
  const enrichment = await tx.objectStore('enrichments').get(run.key);
  if (run.steps.some((step) => step.outcome.state === 'running')) {
    await tx.objectStore('runs').put(run);
    if (enrichment) await tx.objectStore('enrichments').put({ ...enrichment, ticks: ticksOf(run.steps) });
    return { closed: false, filing: false };
  }
  const last = enrichment?.closedRun;
  const previous = last === undefined ? undefined : await tx.objectStore('runs').get(last);
  const closed = closedRun(run, previous, sources, rules.verdict, now);
  await tx.objectStore('runs').put(closed);
  await planRetry(tx, closed, now);
  const verdict = closed.verdict && overridden(closed.verdict, enrichment?.override);
  const row = await planFiling(tx, closed, verdict?.level ?? null, rules, now);
  if (enrichment)
    await tx.objectStore('enrichments').put(closedEnrichment(enrichment, closed, verdict, row, now));
  return { closed: true, filing: row !== null && row.dueAt <= now };
}

async function alongside(
  tx: WriteTx<'cache' | 'reservations' | 'quotas' | 'closures'>,
  run: RunRow,
  { provider, cache, closure, opened, said }: Ending,
  now: number,
): Promise<void> {
  const asking = run.steps.find((step) => step.provider === provider)?.asking;
  if (asking !== undefined) await markDone(tx, asking.reservation, now);
  if (said !== undefined) await learn(tx, said.scope, said.version, said.quotas, now);
  if (cache !== undefined) await tx.objectStore('cache').put(cache);
  if (closure !== undefined) await closeSource(tx, closure, now);
  if (opened !== undefined) await reopen(tx, opened);
}

function ended(step: StepRow, endings: readonly Ending[]): StepRow {
  const ending = endings.find(({ provider }) => provider === step.provider);
  if (ending === undefined || step.outcome.state !== 'running') return step;
  const { provider, attempts } = step;
  const row = { provider, attempts, outcome: ending.outcome };
  return ending.waits === undefined ? row : { ...row, waits: ending.waits };
}

function closedRun(
  run: RunRow,
  previous: RunRow | undefined,
  sources: readonly SourceInUse[],
  policy: VerdictPolicy,
  now: number,
): RunRow {
  const sourceOf = (id: string) => sources.find(({ provider }) => provider.id === id)?.provider;
  const nameOf = (id: string) => sourceOf(id)?.name ?? id;
  const opinions = run.steps.flatMap(({ provider, outcome }) =>
    outcome.state === 'running'
      ? []
      : [{ provider, name: nameOf(provider), weight: sourceOf(provider)?.weight ?? 0, outcome }],
  );
  const { open: _, ...rest } = run;
  const closed = { ...rest, closedAt: now, verdict: combine(opinions, policy, now) };
  return previous === undefined ? closed : { ...closed, changes: changesBetween(previous, closed, nameOf) };
}

function closedEnrichment(
  enrichment: EnrichmentRow,
  run: RunRow,
  verdict: Verdict | undefined,
  row: OutboxRow | null,
  now: number,
): EnrichmentRow {
  const closed: EnrichmentRow = {
    ...enrichment,
    state: 'closed',
    closedAt: now,
    closedRun: run.id,
    level: verdict?.level ?? null,
    ticks: ticksOf(run.steps),
    ...(verdict === undefined ? {} : { verdict }),
  };
  return row === null ? closed : { ...closed, filing: filingOf(row) };
}
