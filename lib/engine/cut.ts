import type { Outcome } from '../core/outcome';
import type { Context } from './context';
import { withoutAsking } from './put-back';
import type { StepRow } from './rows';

/** Requests that a step may cost in a run, the cut ones too. */
const mostAttempts = 2;

/**
 * Puts right the steps of a run whose request was out when an earlier life of the worker died. The request was counted
 * when it was booked and stays counted; it is sent once more, or the step ends as cut off.
 */
export async function markCut(ctx: Context, id: number): Promise<void> {
  const tx = (await ctx.db()).transaction('runs', 'readwrite');
  const run = await tx.store.get(id);
  const cut = ({ asking }: StepRow) => asking !== undefined && asking.life !== ctx.life;
  if (run?.steps.some(cut)) {
    const steps = run.steps.map((step) => (cut(step) ? afterCut(step, ctx.now()) : step));
    await tx.store.put({ ...run, steps });
  }
  await tx.done;
}

function afterCut(step: StepRow, at: number): StepRow {
  const rest = withoutAsking(step);
  if (step.attempts < mostAttempts) return rest;
  const message = 'The browser stopped the request twice. Enrich it again.';
  const outcome: Outcome = { state: 'failed', failure: { code: 'cut-off', message }, at };
  return { ...rest, outcome };
}
