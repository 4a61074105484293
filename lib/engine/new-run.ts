import { keyOf } from '../core/enrichment';
import type { Ioc } from '../ioc';
import type { WriteTx } from './db';
import type { EnrichmentRow, RunRow, StepRow } from './rows';
import { ticksOf } from './ticks';

/** Why a run opens, and whose it is. */
interface How extends Pick<RunRow, 'trigger' | 'rank'> {
  readonly batch?: string;
  readonly tries?: number;
  readonly past?: boolean;
  readonly pages?: string;
  readonly now: number;
}

/** Stores a new run. */
export const storeRun = (
  tx: WriteTx<'runs'>,
  ioc: Ioc,
  how: How,
  steps: readonly StepRow[],
): Promise<RunRow> => addRow(tx, rowOf(ioc, how, steps));

/** Adds a row; the database numbers it. */
export async function addRow(tx: WriteTx<'runs'>, row: Omit<RunRow, 'id'>): Promise<RunRow> {
  const id = await tx.objectStore('runs').add(row as RunRow);
  return { ...row, id };
}

/** A new run that is open. */
export function rowOf(
  ioc: Ioc,
  { trigger, rank, batch, tries, past, pages, now }: How,
  steps: readonly StepRow[],
): Omit<RunRow, 'id'> {
  return {
    key: keyOf(ioc),
    ioc,
    trigger,
    rank,
    startedAt: now,
    steps,
    open: 1,
    ...(batch === undefined ? {} : { batch }),
    ...(tries === undefined ? {} : { tries }),
    ...(past === true ? { past } : {}),
    ...(pages === undefined ? {} : { pages }),
  };
}

/** The Enrichment, with a run that begins. */
export function openedEnrichment(known: EnrichmentRow | undefined, run: RunRow): EnrichmentRow {
  const fresh = { key: run.key, ioc: run.ioc, openedAt: run.startedAt, runs: 0, level: null };
  return {
    ...(known ?? fresh),
    state: 'open',
    runAt: run.startedAt,
    runs: (known?.runs ?? 0) + 1,
    newestRun: run.id,
    ticks: ticksOf(run.steps),
  };
}
