import type { Outcome } from '../core/outcome';
import type { Context } from './context';
import { atomically } from './db';
import { withoutAsking } from './put-back';
import type { StepRow } from './rows';

/** Requests that a step may cost in a run, the cut ones too. */
const mostAttempts = 2;

/**
 * Puts right the steps of runs whose request was out when an earlier life of the worker died. The request was counted
 * when it was booked and stays counted; it is sent once more, or the step ends as cut off.
 */
export async function markCut(ctx: Context, ids: readonly number[]): Promise<void> {
  await atomically(await ctx.db(), ['runs'], async (tx) => {
    const runs = tx.objectStore('runs');
    const rows = await Promise.all(ids.map((id) => runs.get(id)));
    for (const run of rows) {
      if (!run?.steps.some((step) => isCut(step, ctx.life))) continue;
      const steps = run.steps.map((step) => (isCut(step, ctx.life) ? afterCut(step, ctx.now()) : step));
      await runs.put({ ...run, steps });
    }
  });
}

/** Was its request sent by another life of the worker? */
export const isCut = ({ asking }: StepRow, life: string): boolean =>
  asking !== undefined && asking.life !== life;

function afterCut(step: StepRow, at: number): StepRow {
  const rest = withoutAsking(step);
  if (step.attempts < mostAttempts) return rest;
  const message = 'The browser stopped the request twice. Enrich it again.';
  const outcome: Outcome = { state: 'failed', failure: { code: 'cut-off', message }, at };
  return { ...rest, outcome };
}
