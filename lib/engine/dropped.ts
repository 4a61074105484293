import type { Failure } from '../core/failure';
import type { Outcome, Pending } from '../core/outcome';
import type { Context } from './context';
import type { RunRow, StepRow } from './rows';
import type { Ending, Settled } from './settle';
import { settleAll } from './settle';

/** How a step ends that its batch no longer wants. */
export const cancelledFailure: Failure = { code: 'cancelled', message: 'Cancelled before it was asked.' };

/** How a step ends that only pages asked for, where none of them waits any more. */
const leftFailure: Failure = {
  code: 'cancelled',
  message: 'Nobody waited for it any more when its turn came.',
};

/** Runs dropped in one transaction: few enough that a hover gets in between. */
const chunk = 100;

/** Was it dropped before it was asked? Then it is to be asked when somebody wants it again. */
export const wasDropped = ({ outcome }: StepRow): boolean => failureOf(outcome)?.code === 'cancelled';

function failureOf(outcome: Outcome | Pending): Failure | undefined {
  if ('failure' in outcome) return outcome.failure;
  return 'vain' in outcome ? outcome.vain?.failure : undefined;
}

/** The step as it is once somebody wants it again. */
export function undropped(step: StepRow, now: number): StepRow {
  if (!wasDropped(step)) return step;
  const { provider, attempts } = step;
  return { provider, attempts, outcome: { state: 'running', since: now } };
}

/** Ends the steps of these runs that were not sent, where their batch was cancelled. Answers what became of each run. */
export const dropCancelled = (ctx: Context, runs: readonly RunRow[]): Promise<readonly Dropped[]> =>
  drop(ctx, runs, cancelledFailure, (run) => run.cancelled === true);

/** As `dropCancelled`, where only pages asked for the run, in this life of the worker. */
export const dropLeft = (ctx: Context, runs: readonly RunRow[]): Promise<readonly Dropped[]> =>
  drop(ctx, runs, leftFailure, (run) => run.pages === ctx.life);

interface Dropped {
  readonly run: RunRow;
  readonly settled: Settled;
}

/** @param still whether nobody else wants the run, at the very moment at which its steps end */
async function drop(
  ctx: Context,
  runs: readonly RunRow[],
  failure: Failure,
  still: (run: RunRow) => boolean,
): Promise<readonly Dropped[]> {
  const dropped: Dropped[] = [];
  for (let at = 0; at < runs.length; at += chunk) {
    const some = runs.slice(at, at + chunk);
    const before = await lastRuns(ctx, some);
    const parts = some.map(({ id, ioc }, nth) => ({
      run: id,
      ioc,
      endings: (run: RunRow) => (still(run) ? endingsOf(run, before[nth], failure, ctx.now()) : []),
    }));
    const settled = await settleAll(ctx, parts);
    for (const [nth, run] of some.entries()) {
      const how = settled[nth];
      if (how !== undefined) dropped.push({ run, settled: how });
    }
  }
  return dropped;
}

/** Of each run the one of the same indicator that closed before it. */
async function lastRuns(ctx: Context, runs: readonly RunRow[]): Promise<readonly (RunRow | undefined)[]> {
  const tx = (await ctx.db()).transaction(['enrichments', 'runs']);
  return Promise.all(
    runs.map(async ({ key }) => {
      const last = (await tx.objectStore('enrichments').get(key))?.closedRun;
      return last === undefined ? undefined : tx.objectStore('runs').get(last);
    }),
  );
}

/** How the steps end that were not sent. What a source said in the run before stays: nobody asked it anew. */
function endingsOf(run: RunRow, before: RunRow | undefined, failure: Failure, at: number): readonly Ending[] {
  return run.steps
    .filter(({ outcome, asking }) => outcome.state === 'running' && asking === undefined)
    .map(({ provider }) => {
      const old = before?.steps.find((step) => step.provider === provider)?.outcome;
      const said = old?.state === 'answered' || old?.state === 'no-record';
      const vain = { failure, at };
      return { provider, outcome: said ? { ...old, vain } : { state: 'failed', failure, at } };
    });
}
