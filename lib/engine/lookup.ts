import { keyOf } from '../core/enrichment';
import type { Failure } from '../core/failure';
import { isLocal, type Reading } from '../core/plugin';
import type { Ioc } from '../ioc';
import { askSource } from './ask-source';
import { closureAfter } from './closures';
import { cached, cacheRow } from './cache';
import { check, outcomeOf, type Question } from './checks';
import type { Context } from './context';
import { findLocally } from './find-locally';
import { longestWait, permit } from './permit';
import { persist } from './persist';
import { putBack } from './put-back';
import { keyWait } from './retry-plan';
import { type Ending, settle, type Settled } from './settle';

/** One step of one run. */
export interface Task {
  readonly run: number;
  readonly ioc: Ioc;
  readonly provider: string;
}

export type Looked =
  | { readonly is: 'done'; readonly settled: Settled }
  /** Nothing was sent, or it may be sent once more: come back then. */
  | { readonly is: 'wait'; readonly until: number; readonly why: string; readonly scope: string };

/** Milliseconds before a request that failed in passing is sent once more. */
const breath = 2000;

/** Lookups that are out, by source and indicator: a second one waits for the first and finds its answer stored. */
export type Flights = Map<string, Promise<unknown>>;

/** Brings one step to its outcome, or says what it waits for. Throws only what the database throws. */
export async function lookUp(ctx: Context, task: Task, flights: Flights): Promise<Looked> {
  try {
    return await look(ctx, task, flights);
  } catch (error) {
    if (error instanceof DOMException) throw error;
    const message = `${task.provider} could not be asked: an error in Sightline. Please report it.`;
    const failure = { code: 'bad-answer', message } as const;
    return end(ctx, task, { outcome: { state: 'failed', failure, at: ctx.now() } });
  }
}

async function look(ctx: Context, task: Task, flights: Flights): Promise<Looked> {
  const sources = await ctx.setup.sources();
  const source = sources.find(({ provider }) => provider.id === task.provider);
  if (source === undefined) {
    const message = 'This source was switched off.';
    return end(ctx, task, { outcome: { state: 'not-configured', message, at: ctx.now() } });
  }
  const { provider } = source;
  if (isLocal(provider)) {
    const tx = (await ctx.db()).transaction('entries');
    return end(ctx, task, { outcome: await findLocally(tx, task.ioc, provider, ctx.now()) });
  }
  const checked = await check(ctx, task.ioc, source);
  if ('ending' in checked) return end(ctx, task, checked.ending);
  const { question } = checked;
  const flight = `${provider.id} ${keyOf(question.about)}`;
  while (true) {
    await flights.get(flight);
    const tx = (await ctx.db()).transaction('cache');
    const known = await cached(tx, question.about, provider.id, source.version, ctx.now());
    if (known !== null) return end(ctx, task, { outcome: known });
    if (!flights.has(flight)) break;
  }
  const asked = ask(ctx, task, question);
  const land = () => flights.delete(flight);
  flights.set(flight, asked.then(land, land));
  return asked;
}

async function ask(ctx: Context, task: Task, question: Question): Promise<Looked> {
  const { provider, source, about, scope } = question;
  const given = await permit(ctx, task.run, question);
  if (given.is === 'wait') return { ...given, scope };
  if (given.is === 'ended') return { is: 'done', settled: await settle(ctx, task, []) };
  if (given.is === 'closed') return end(ctx, task, failed(given.failure, question, ctx.now()));
  const reading = await askSource(ctx, question);
  const at = ctx.now();
  if (reading.is === 'failure' && given.attempt < 2) {
    const again = worthAnother(reading.failure, at);
    const limited = reading.failure.code === 'limited';
    const closure = limited ? closureAfter(reading.failure, question, at) : undefined;
    if (again !== null) {
      await persist(ctx, () => putBack(ctx, task, closure));
      return { is: 'wait', scope, ...again };
    }
  }
  if (reading.is === 'failure') {
    const closure = closureAfter(reading.failure, question, at);
    return end(ctx, task, { ...failed(reading.failure, question, at), ...(closure && { closure }) });
  }
  const cache = cacheRow(reading, about, provider, source.version, at);
  const outcome = outcomeOf(reading, at, 'asked');
  return end(ctx, task, { outcome, opened: scope, ...(cache && { cache }) });
}

/** When a failed request is worth its second attempt within the run; null when it is not. */
function worthAnother(failure: Failure, now: number): { until: number; why: string } | null {
  const { code, retryAt } = failure;
  const until = retryAt ?? now + (code === 'limited' ? 60_000 : breath);
  if (until - now > longestWait) return null;
  if (code === 'limited') return { until, why: 'Too many questions (429)' };
  const passing = code === 'timeout' || code === 'offline' || code === 'server';
  return passing ? { until, why: 'No answer' } : null;
}

function failed(failure: Failure, question: Question, now: number): Omit<Ending, 'provider'> {
  const { provider, source } = question;
  const outcome = outcomeOf({ is: 'failure', failure } satisfies Reading, now, 'asked');
  const waits = failure.code === 'refused' && keyWait(provider.id, source.version);
  return waits ? { outcome, waits } : { outcome };
}

async function end(ctx: Context, task: Task, ending: Omit<Ending, 'provider'>): Promise<Looked> {
  const endings = [{ provider: task.provider, ...ending }];
  return { is: 'done', settled: await persist(ctx, () => settle(ctx, task, endings)) };
}
