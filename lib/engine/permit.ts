import type { Failure } from '../core/failure';
import { limitWords } from './limit-words';
import type { Question } from './checks';
import type { Context } from './context';
import { atomically, type WriteTx } from './db';
import { book, nextRoom } from './ledger';
import type { ClosureRow } from './rows';
import { durationWords } from './time-words';

/** Milliseconds that a run stays open for a source. A longer wait is an outcome, and a re-run is queued. */
export const longestWait = 15 * 60_000;

/** How a step ends that its batch no longer wants. */
export const cancelledFailure: Failure = { code: 'cancelled', message: 'Cancelled before it was asked.' };

export type Permit =
  /** Booked: send it. `attempt` counts from 1. */
  | { readonly is: 'go'; readonly attempt: number }
  | { readonly is: 'wait'; readonly until: number; readonly why: string }
  | { readonly is: 'closed'; readonly failure: Failure }
  /** The step has ended meanwhile: cancelled. */
  | { readonly is: 'ended' };

/**
 * Books one request in the transaction that finds room for it, and notes on the step that it is out, before it leaves:
 * whatever happens then, the request is counted and known.
 */
export async function permit(ctx: Context, run: number, question: Question): Promise<Permit> {
  return atomically(await ctx.db(), ['reservations', 'closures', 'runs'], (tx) =>
    decide(tx, ctx, run, question),
  );
}

async function decide(
  tx: WriteTx<'reservations' | 'closures' | 'runs'>,
  { now: clock, life }: Context,
  id: number,
  { provider, scope, source }: Question,
): Promise<Permit> {
  const now = clock();
  const run = await tx.objectStore('runs').get(id);
  const step = run?.steps.find((step) => step.provider === provider.id);
  if (run === undefined || step?.outcome.state !== 'running' || step.asking !== undefined)
    return { is: 'ended' };
  if (run.cancelled) return { is: 'closed', failure: cancelledFailure };
  const closure = await tx.objectStore('closures').get(scope);
  if (closure !== undefined && isClosed(closure, source.version, now)) return closedFor(closure, now);
  const room = await nextRoom(tx, scope, provider.limits, now);
  if (room !== null) return full(provider.name, limitWords(room.limit), room.at, now);
  const reservation = await book(tx, { scope, at: now, run: id, provider: provider.id });
  const attempt = step.attempts + 1;
  const asking = { ...step, attempts: attempt, asking: { life, reservation } };
  const steps = run.steps.map((one) => (one === step ? asking : one));
  await tx.objectStore('runs').put({ ...run, steps });
  return { is: 'go', attempt };
}

/** Is the source closed now, for these settings? */
export const isClosed = (closure: ClosureRow, version: string, now: number): boolean =>
  now < closure.until && closure.version === version;

function closedFor({ until, failure }: ClosureRow, now: number): Permit {
  if (failure.code === 'limited' && until - now <= longestWait) {
    return { is: 'wait', until, why: 'Too many questions (429)' };
  }
  return { is: 'closed', failure: Number.isFinite(until) ? { ...failure, retryAt: until } : failure };
}

function full(name: string, words: string, at: number, now: number): Permit {
  if (at - now <= longestWait) return { is: 'wait', until: at, why: words };
  const retryAt = Number.isFinite(at) ? { retryAt: at } : {};
  const message = `${name}: the budget of ${words} is spent. It is asked again in ${durationWords(at - now)}.`;
  return { is: 'closed', failure: { code: 'quota', message, ...retryAt } };
}
