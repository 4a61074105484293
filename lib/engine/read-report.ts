import type { Enrichment, Report, Run, Step } from '../core/enrichment';
import type { Context } from './context';
import { offersFor } from './offers';
import { readSubmissions } from './read-submissions';
import type { EnrichmentRow, RunRow, StepRow } from './rows';
import type { Scheduler } from './scheduler';

/** Runs that a report shows; older ones stay stored. */
const shownRuns = 50;

/** The Enrichment of an indicator with its runs, newest first; what still runs says what it waits for. */
export async function readReport(ctx: Context, key: string, scheduler: Scheduler): Promise<Report | null> {
  const tx = (await ctx.db()).transaction(['enrichments', 'runs']);
  const row = await tx.objectStore('enrichments').get(key);
  if (row === undefined) return null;
  const rows: RunRow[] = [];
  let cursor = await tx.objectStore('runs').index('enrichment').openCursor(key, 'prev');
  for (; cursor !== null && rows.length < shownRuns; cursor = await cursor.continue())
    rows.push(cursor.value);
  const [runs, offers, submitted] = await Promise.all([
    Promise.all(rows.map((run) => runOf(run, scheduler))),
    offersFor(ctx, rows[0]),
    readSubmissions(ctx, key, row.ioc),
  ]);
  return { enrichment: enrichmentOf(row), runs, offers, ...submitted };
}

/** The row without what only the engine needs. */
export function enrichmentOf(row: EnrichmentRow): Enrichment {
  const { newestRun: _, closedRun: __, ticks: ___, ...enrichment } = row;
  return enrichment;
}

async function runOf(row: RunRow, scheduler: Scheduler): Promise<Run> {
  const { id, key, trigger, startedAt, closedAt, verdict, changes } = row;
  const steps = await Promise.all(row.steps.map((step) => stepOf(step, id, scheduler)));
  return {
    id,
    enrichment: key,
    trigger,
    startedAt,
    steps,
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(changes === undefined ? {} : { changes }),
  };
}

async function stepOf(
  { provider, outcome, attempts }: StepRow,
  run: number,
  scheduler: Scheduler,
): Promise<Step> {
  if (outcome.state !== 'running') return { provider, outcome, attempts };
  const cause = await scheduler.cause(run, provider);
  return { provider, attempts, outcome: cause === undefined ? outcome : { ...outcome, cause } };
}
