import type { Failure, Result } from '../core/failure';
import type { Job } from '../core/submit';
import type { Context } from './context';
import { atomically } from './db';
import { markDone } from './ledger';
import { persist } from './persist';
import { pollSubmission } from './poll-submission';
import type { RunRow } from './rows';
import {
  dueSubmission,
  loseCut,
  nextSubmission,
  storeSubmission,
  type SubmissionRow,
} from './submission-rows';
import { contextFor, type Leaving } from './submit';
import { ourFault } from './our-fault';

/** Failures after which a request may have arrived all the same. */
const mayHaveArrived: ReadonlySet<Failure['code']> = new Set([
  'timeout',
  'offline',
  'server',
  'bad-answer',
  'too-large',
]);

/** Sends what a person submitted, once, and asks for results until they are there. */
export interface Submitter {
  /** Sends; returns once its answer is stored. */
  send(leaving: Leaving): Promise<void>;
  /** Asks for every result that is due. Call with every beat of the alarm. */
  pump(): Promise<void>;
  /** Takes up what an earlier life of the worker left. */
  recover(): Promise<void>;
  stop(): void;
}

/** @param onRun takes up the run that a result opened */
export function createSubmitter(ctx: Context, onRun: (run: RunRow) => Promise<void>): Submitter {
  let working: Promise<void> | undefined;
  let stopTimer: (() => void) | undefined;

  const drain = async () => {
    for (let row = await dueSubmission(ctx); row !== undefined; row = await dueSubmission(ctx)) {
      const run = await pollSubmission(ctx, row);
      if (run !== null) await onRun(run);
    }
    const next = await nextSubmission(ctx);
    stopTimer?.();
    if (Number.isFinite(next))
      stopTimer = ctx.deps.clock.after(Math.max(0, next - ctx.now()), () => void pump());
  };

  const pump = (): Promise<void> => {
    working ??= drain()
      .catch(ctx.trouble.report)
      .finally(() => {
        working = undefined;
      });
    return working;
  };

  return {
    async send(leaving) {
      const { row, reservation } = leaving;
      const started = await startJob(ctx, leaving);
      const after = started.ok
        ? waiting(row, started.value, leaving, ctx.now())
        : stopped(row, started.failure);
      await persist(ctx, async () => {
        await atomically(await ctx.db(), ['reservations'], (tx) => markDone(tx, reservation, ctx.now()));
        await storeSubmission(ctx, after);
      });
      await pump();
    },
    pump,
    recover: () => loseCut(ctx),
    stop: () => stopTimer?.(),
  };
}

/** Sends the one request. Never throws, whatever a plug-in does. */
async function startJob(ctx: Context, { row, way, request }: Leaving): Promise<Result<Job>> {
  try {
    const answer = await ctx.deps.send(request);
    return answer.ok ? way.submit.started(answer.value, row.ioc, await contextFor(ctx, way)) : answer;
  } catch {
    const message = ourFault(`${row.name} could not be read`);
    return { ok: false, failure: { code: 'bad-answer', message } };
  }
}

const waiting = (row: SubmissionRow, job: Job, { way }: Leaving, now: number): SubmissionRow => ({
  ...row,
  state: 'waiting',
  job,
  dueAt: now + way.submit.pace.first,
});

function stopped(row: SubmissionRow, failure: Failure): SubmissionRow {
  // A firewall's page (403) comes instead of the system, so nothing arrived there.
  if (failure.status === 403 || !mayHaveArrived.has(failure.code))
    return { ...row, state: 'failed', failure };
  const message = `${failure.message} It may have arrived: look at ${row.name} before you submit it again.`;
  return { ...row, state: 'lost', failure: { ...failure, message } };
}
