import { closedBy } from './closures';
import type { Context } from './context';
import { atomically, type WriteTx } from './db';
import { markDone } from './ledger';
import type { ClosureRow, RunRow, StepRow } from './rows';

/** Notes that the request of these steps came back without an outcome and may be sent once more. Its attempt counts. */
export async function putBack(
  ctx: Context,
  steps: readonly { readonly run: number; readonly provider: string }[],
  closure?: ClosureRow,
): Promise<void> {
  await atomically(await ctx.db(), ['runs', 'reservations', 'closures'], async (tx) => {
    for (const { run, provider } of steps) {
      const row = await tx.objectStore('runs').get(run);
      if (row !== undefined) await back(tx, row, provider, ctx.now());
    }
    if (closure === undefined) return;
    const closures = tx.objectStore('closures');
    await closures.put(closedBy(await closures.get(closure.scope), closure, ctx.now()));
  });
}

async function back(
  tx: WriteTx<'runs' | 'reservations'>,
  run: RunRow,
  provider: string,
  now: number,
): Promise<void> {
  const step = run.steps.find((step) => step.provider === provider);
  if (step?.asking === undefined) return;
  await markDone(tx, step.asking.reservation, now);
  const steps = run.steps.map((one) => (one === step ? withoutAsking(step) : one));
  await tx.objectStore('runs').put({ ...run, steps });
}

/** The step as if nothing were out for it. */
export function withoutAsking(step: StepRow): StepRow {
  const { asking: _, ...rest } = step;
  return rest;
}
