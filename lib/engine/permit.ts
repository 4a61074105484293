import type { Failure } from '../core/failure';
import { limitWords } from './limit-words';
import type { Question } from './checks';
import type { Context } from './context';
import { grouped } from './grouped';
import { atomically, type WriteTx } from './db';
import { bookRequest } from './ledger';
import type { Ready } from './lookup';
import { roomFor } from './quota';
import type { ClosureRow, RunRow } from './rows';
import { durationWords } from './time-words';

/** Milliseconds that a run stays open for a source. A longer wait is an outcome, and a re-run is queued. */
export const longestWait = 15 * 60_000;

/** How a step ends that its batch no longer wants. */
export const cancelledFailure: Failure = { code: 'cancelled', message: 'Cancelled before it was asked.' };

/** May a request leave now? */
type Given =
  /** Booked: send it. */
  | { readonly is: 'go' }
  | { readonly is: 'wait'; readonly until: number; readonly why: string }
  | { readonly is: 'closed'; readonly failure: Failure };

export type Booked = Ready & {
  /** Counts from 1. */
  readonly attempt: number;
};

interface Permit {
  readonly given: Given;
  /** Whom it is given to. */
  readonly rest: readonly Booked[];
  /** Steps that have ended meanwhile. */
  readonly gone: readonly Ready[];
  readonly cancelled: readonly Ready[];
}

/**
 * Books one request for all of the party in the transaction that finds room for it, and notes on each step that it is
 * out, before it leaves: whatever happens then, the request is counted and known.
 */
export const permit = (ctx: Context, question: Question, party: readonly Ready[]): Promise<Permit> =>
  permitNext(ctx, { question, party });

const permitNext = grouped(
  async (ctx, asked: readonly { readonly question: Question; readonly party: readonly Ready[] }[]) =>
    atomically(await ctx.db(), ['reservations', 'closures', 'quotas', 'runs'], async (tx) => {
      const permits: Permit[] = [];
      for (const { question, party } of asked) permits.push(await decide(tx, ctx, question, party));
      return permits;
    }),
);

async function decide(
  tx: WriteTx<'reservations' | 'closures' | 'quotas' | 'runs'>,
  ctx: Context,
  question: Question,
  party: readonly Ready[],
): Promise<Permit> {
  const gone: Ready[] = [];
  const cancelled: Ready[] = [];
  const rest: (Booked & { readonly row: RunRow })[] = [];
  const rows = await Promise.all(party.map(({ task }) => tx.objectStore('runs').get(task.run)));
  for (const [at, ready] of party.entries()) {
    const row = rows[at];
    const step = row?.steps.find((step) => step.provider === question.provider.id);
    if (row === undefined || step?.outcome.state !== 'running' || step.asking !== undefined) gone.push(ready);
    else if (row.cancelled) cancelled.push(ready);
    else rest.push({ ...ready, attempt: step.attempts + 1, row });
  }
  const given = rest.length === 0 ? ({ is: 'go' } as const) : await room(tx, question, ctx.now());
  if (given.is === 'go' && rest.length > 0) await note(tx, ctx, question, rest);
  return { given, rest, gone, cancelled };
}

async function room(
  tx: WriteTx<'reservations' | 'closures' | 'quotas'>,
  { provider, scope, source }: Question,
  now: number,
): Promise<Given> {
  const closure = await tx.objectStore('closures').get(scope);
  if (closure !== undefined && isClosed(closure, source.version, now)) return closedFor(closure, now);
  const room = await roomFor(tx, scope, provider.limits, source.version, now);
  return room === null ? { is: 'go' } : full(provider.name, limitWords(room.limit), room.at, now);
}

/** One reservation for all; every step knows it. */
async function note(
  tx: WriteTx<'reservations' | 'runs'>,
  { now, life }: Context,
  { provider, scope }: Question,
  booked: readonly (Booked & { readonly row: RunRow })[],
): Promise<void> {
  const run = booked[0]?.task.run;
  const reservation = await bookRequest(tx, { scope, at: now(), provider: provider.id, ...(run && { run }) });
  for (const { row, attempt } of booked) {
    const steps = row.steps.map((step) =>
      step.provider === provider.id ? { ...step, attempts: attempt, asking: { life, reservation } } : step,
    );
    await tx.objectStore('runs').put({ ...row, steps });
  }
}

/** Is the source closed now, for these settings? */
export const isClosed = (closure: ClosureRow, version: string, now: number): boolean =>
  now < closure.until && closure.version === version;

function closedFor({ until, failure }: ClosureRow, now: number): Given {
  if (failure.code === 'limited' && until - now <= longestWait) {
    return { is: 'wait', until, why: 'Too many questions (429)' };
  }
  return { is: 'closed', failure: Number.isFinite(until) ? { ...failure, retryAt: until } : failure };
}

function full(name: string, words: string, at: number, now: number): Given {
  if (at - now <= longestWait) return { is: 'wait', until: at, why: words };
  const retryAt = Number.isFinite(at) ? { retryAt: at } : {};
  const message = `${name}: the budget of ${words} is spent. It is asked again in ${durationWords(at - now)}.`;
  return { is: 'closed', failure: { code: 'quota', message, ...retryAt } };
}
