import type { Failure } from '../core/failure';
import type { Reading } from '../core/plugin';
import { failed, failedWith } from '../core/reading';
import type { Job } from '../core/submit';
import { cacheRow } from './cache';
import { outcomeOf, whyDenied } from './checks';
import type { Context } from './context';
import { atomically } from './db';
import { bookRequest, markDone, nextRoom } from './ledger';
import { openingStores, openWith } from './open-run';
import type { RunRow } from './rows';
import { storeSubmission, type SubmissionRow } from './submission-rows';
import { contextFor } from './submit';
import { waysFor, type Way } from './submit-checks';
import { ourFault } from './our-fault';

/** Milliseconds until a result is looked for again, where a run is in progress. */
const meanwhile = 5000;
/** Milliseconds after a question that was not answered. */
const pause = 30_000;

const passes: ReadonlySet<Failure['code']> = new Set([
  'timeout',
  'offline',
  'server',
  'limited',
  'bad-answer',
]);

/** Asks once how far it is. The run that the result opened, if it is there: what all others said last stays in it. */
export async function pollSubmission(ctx: Context, row: SubmissionRow): Promise<RunRow | null> {
  const way = waysFor(await ctx.setup.sources(), row.ioc).find(
    ({ provider, submit }) => provider.id === row.provider && submit.id === row.submit,
  );
  const { job } = row;
  const end = async (code: Failure['code'], message: string): Promise<null> => {
    await storeSubmission(ctx, { ...row, state: 'failed', dueAt: Infinity, failure: { code, message } });
    return null;
  };
  const later = async (at: number): Promise<null> => {
    await storeSubmission(ctx, { ...row, dueAt: at });
    return null;
  };
  if (way === undefined || job === undefined)
    return end('not-configured', `${row.name} was switched off. Look for the result there.`);
  const { giveUp, every } = way.submit.pace;
  if (ctx.now() - row.at > giveUp) {
    return end('timeout', `${row.name} had no result after ${giveUp / 60_000} minutes. Look for it there.`);
  }
  if (await isRunning(ctx, row.key)) return later(ctx.now() + meanwhile);
  const room = await bookPoll(ctx, way);
  if (room.at !== null) return later(room.at);
  const reading = await askHowFar(ctx, row, way, job);
  await atomically(await ctx.db(), ['reservations'], (tx) => markDone(tx, room.reservation, ctx.now()));
  if (reading === null) return later(ctx.now() + every);
  if (reading.is === 'failure') {
    const { code, message, retryAt } = reading.failure;
    return passes.has(code) ? later(Math.max(retryAt ?? 0, ctx.now() + pause)) : end(code, message);
  }
  return keep(ctx, row, way, reading);
}

async function isRunning(ctx: Context, key: string): Promise<boolean> {
  const db = await ctx.db();
  const known = await db.get('enrichments', key);
  return known !== undefined && (await db.get('runs', known.newestRun))?.open !== undefined;
}

/** Questions for results have a budget of their own, as large as that of the lookups. */
async function bookPoll(ctx: Context, { provider }: Way) {
  const scope = `${provider.id} results`;
  const now = ctx.now();
  return atomically(await ctx.db(), ['reservations'], async (tx) => {
    const room = await nextRoom(tx, scope, provider.limits, now);
    if (room !== null) return { at: room.at, reservation: 0 };
    return { at: null, reservation: await bookRequest(tx, { scope, at: now, provider: provider.id }) };
  });
}

/** Null while there is no result. Never throws, whatever a plug-in does. */
async function askHowFar(ctx: Context, row: SubmissionRow, way: Way, job: Job): Promise<Reading | null> {
  try {
    const context = await contextFor(ctx, way);
    const request = way.submit.poll(job, context);
    const denied = await whyDenied(ctx, way.source, request);
    if (denied !== null) return failed(denied);
    const answer = await ctx.deps.send(request);
    if (!answer.ok) return failed(answer.failure);
    return way.submit.result(answer.value, row.ioc, job, context);
  } catch {
    return failedWith('rejected', ourFault(`${row.name} could not be read`));
  }
}

/** The result is the source's answer from now on: in the cache, and in a run of its own, in one transaction. */
async function keep(
  ctx: Context,
  row: SubmissionRow,
  { source, provider }: Way,
  reading: Exclude<Reading, { is: 'failure' }>,
): Promise<RunRow | null> {
  const at = ctx.now();
  const step = { provider: provider.id, attempts: 1, outcome: outcomeOf(reading, at, 'asked') };
  const cache = cacheRow(reading, row.ioc, provider, source.version, at);
  const run = await atomically(await ctx.db(), [...openingStores, 'submissions'], async (tx) => {
    const opened = await openWith(tx, row.ioc, step, at);
    if (opened === null) {
      await tx.objectStore('submissions').put({ ...row, dueAt: at + meanwhile });
      return null;
    }
    if (cache !== undefined) await tx.objectStore('cache').put(cache);
    await tx.objectStore('submissions').put({ ...row, state: 'done', dueAt: Infinity });
    return opened;
  });
  ctx.feed.changed([row.key]);
  return run;
}
