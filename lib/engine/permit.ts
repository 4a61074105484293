import type { Outcome } from '../core/outcome';
import { Admission, type Given } from './admission';
import { cached } from './cache';
import type { Task } from './company';
import type { Question } from './checks';
import type { Context } from './context';
import { grouped } from './grouped';
import { atomically, type ReadTx, type WriteTx } from './db';
import { bookRequest } from './ledger';
import type { Ready } from './lookup';
import { Sheet } from './sheet';

export type Booked = Ready & {
  /** Counts from 1. */
  readonly attempt: number;
};

interface Permit {
  readonly given: Given;
  /** Whom it is given to. */
  readonly rest: readonly Booked[];
  /** Steps whose answer is stored, with it. */
  readonly known: readonly { readonly task: Task; readonly ending: { readonly outcome: Outcome } }[];
  /** Steps that have ended meanwhile. */
  readonly gone: readonly Ready[];
  readonly cancelled: readonly Ready[];
}

/**
 * Finds whose answer is stored by now, and books one request for all others of the party in the transaction that finds
 * room for it. Notes on each step that it is out, before it leaves: whatever happens then, it is counted and known.
 */
export const permit = (ctx: Context, question: Question, party: readonly Ready[]): Promise<Permit> =>
  permitNext(ctx, { question, party });

const permitNext = grouped(async (ctx, asked: readonly Asked[]) =>
  atomically(await ctx.db(), ['cache', 'reservations', 'closures', 'quotas', 'runs'], (tx) =>
    decideAll(tx, ctx, asked),
  ),
);

interface Asked {
  readonly question: Question;
  readonly party: readonly Ready[];
}

type Tx = WriteTx<'cache' | 'reservations' | 'closures' | 'quotas' | 'runs'>;

/** One after the other, so that each counts those before it. What they need of the database is read together. */
async function decideAll(tx: Tx, ctx: Context, asked: readonly Asked[]): Promise<readonly Permit[]> {
  const runs = new Sheet(tx, 'runs');
  const admission = new Admission(tx, ctx.now());
  const stored = new Map<Ready, Outcome>();
  const look = async (ready: Ready) => {
    const outcome = await answerFor(tx, ready, ctx.now());
    if (outcome !== null) stored.set(ready, outcome);
  };
  await Promise.all([
    ...asked.flatMap(({ party }) => party.map(look)),
    runs.read(asked.flatMap(({ party }) => party.map(({ task }) => task.run))),
    ...asked.map(({ question }) => admission.read(question)),
  ]);
  const out = new Set<string>();
  const permits: Permit[] = [];
  const notes: Promise<() => void>[] = [];
  for (const { question, party } of asked) {
    const { rest, ...left } = sorted(runs, out, stored, question, party);
    const given = rest.length === 0 ? ({ is: 'go' } as const) : await admission.pass(question);
    if (given.is === 'go' && rest.length > 0) {
      for (const { task } of rest) out.add(nameOf(task));
      notes.push(note(tx, ctx, runs, question, rest));
    }
    permits.push({ given, rest, ...left });
  }
  for (const noted of await Promise.all(notes)) noted();
  runs.write();
  return permits;
}

const nameOf = ({ run, provider }: Ready['task']): string => `${run} ${provider}`;

/** Who may still be asked about; `out` are those that an earlier one of this transaction takes along. */
function sorted(
  runs: Sheet<'runs'>,
  out: ReadonlySet<string>,
  stored: ReadonlyMap<Ready, Outcome>,
  { provider }: Question,
  party: readonly Ready[],
): Omit<Permit, 'given'> {
  const gone: Ready[] = [];
  const known: Permit['known'][number][] = [];
  const cancelled: Ready[] = [];
  const rest: Booked[] = [];
  for (const ready of party) {
    const row = runs.get(ready.task.run);
    const step = row?.steps.find((step) => step.provider === provider.id);
    const outcome = stored.get(ready);
    const asking = step?.asking !== undefined || out.has(nameOf(ready.task));
    if (row === undefined || step?.outcome.state !== 'running' || asking) gone.push(ready);
    else if (outcome !== undefined) known.push({ task: ready.task, ending: { outcome } });
    else if (row.cancelled) cancelled.push(ready);
    else rest.push({ ...ready, attempt: step.attempts + 1 });
  }
  return { rest, known, gone, cancelled };
}

/** The stored answer that counts for a step; null where there is none. */
export async function answerFor(
  tx: ReadTx<'cache'>,
  { task, question: { about, source } }: Ready,
  now: number,
): Promise<Outcome | null> {
  const known = await cached(tx, about, source.provider.id, source.version, now);
  return known === null || known.at < (task.since ?? 0) ? null : known;
}

/** One reservation for all; every step knows it, once what is returned has been called. */
async function note(
  tx: WriteTx<'reservations'>,
  { now, life }: Context,
  runs: Sheet<'runs'>,
  { provider, scope }: Question,
  booked: readonly Booked[],
): Promise<() => void> {
  const run = booked[0]?.task.run;
  const reservation = await bookRequest(tx, { scope, at: now(), provider: provider.id, ...(run && { run }) });
  return () => {
    for (const { task, attempt } of booked) {
      const row = runs.get(task.run);
      if (row === undefined) continue;
      const steps = row.steps.map((step) =>
        step.provider === provider.id ? { ...step, attempts: attempt, asking: { life, reservation } } : step,
      );
      runs.put(row.id, { ...row, steps });
    }
  };
}
