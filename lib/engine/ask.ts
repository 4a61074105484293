import type { Failure } from '../core/failure';
import type { HttpRequest } from '../core/http';
import type { Reading } from '../core/plugin';
import { askSource, type Said } from './ask-source';
import { cacheRow } from './cache';
import { deniedFor, outcomeOf, type Question } from './checks';
import { closureAfter } from './closures';
import type { Company, Task } from './company';
import type { Context } from './context';
import { end, type Ended } from './end';
import type { Ready } from './lookup';
import { longestWait } from './admission';
import { cancelledFailure } from './dropped';
import { type Booked, permit } from './permit';
import { persist } from './persist';
import { putBack } from './put-back';
import { grantWait, keyWait } from './retry-plan';
import type { ClosureRow } from './rows';

/** Milliseconds before a request that failed in passing is sent once more. */
const breath = 2000;

/** Asks about one indicator, or about several in one request: books it, sends it, writes what each is answered. */
export async function ask(ctx: Context, party: readonly Ready[], company: Company): Promise<void> {
  const [lead] = party;
  if (lead === undefined) return;
  const { question } = lead;
  // Built once: what is checked is what is sent.
  const request = requestFor(ctx, party);
  const denial = party.length === 1 ? null : await deniedFor(ctx, question.source, request);
  if (denial !== null) return end(ctx, company, alike(party, denial));
  const { given, known, gone, cancelled, rest } = await company.work(() => permit(ctx, question, party));
  await end(ctx, company, [...known, ...gone]);
  await end(ctx, company, alike(cancelled, failed(cancelledFailure, question, ctx.now())));
  if (given.is === 'wait') {
    for (const { task } of rest) company.told(task, { ...given, scope: question.scope });
  } else if (given.is === 'closed') {
    await end(ctx, company, alike(rest, failed(given.failure, question, ctx.now())));
  } else if (rest.length > 0) {
    const said = await askSource(ctx, rest, rest.length === party.length ? request : requestFor(ctx, rest));
    await write(ctx, rest, said, company);
  }
}

const alike = (party: readonly Ready[], ending: Ended['ending']): Ended[] =>
  party.map(({ task }) => ({ task, ending }));

/** The request about one indicator, or about several at once. */
function requestFor(ctx: Context, party: readonly Ready[]): HttpRequest {
  const [lead] = party;
  if (lead === undefined) throw new Error('Nobody to ask about.');
  const { provider, source, files, request } = lead.question;
  if (party.length === 1 || provider.batch === undefined) return request;
  const context = { settings: source.settings, now: ctx.now(), files };
  return provider.batch.request(
    party.map(({ question }) => question.about),
    context,
  );
}

/** Writes what each was answered; what failed in passing may be sent once more. One failure closes the source once. */
async function write(
  ctx: Context,
  party: readonly Booked[],
  { readings, quotas }: Said,
  company: Company,
): Promise<void> {
  const at = ctx.now();
  const ended: Ended[] = [];
  const again: { readonly task: Task; readonly until: number; readonly why: string }[] = [];
  let closure: ClosureRow | undefined;
  for (const [nth, { task, question, attempt }] of party.entries()) {
    const reading = readings[nth];
    if (reading === undefined) continue;
    if (reading.is !== 'failure') {
      ended.push({ task, ending: answered(reading, question, at) });
      continue;
    }
    const wait = attempt < 2 ? worthAnother(reading.failure, at) : null;
    if (wait === null) ended.push({ task, ending: failed(reading.failure, question, at) });
    else again.push({ task, ...wait });
    if (wait === null || reading.failure.code === 'limited') {
      closure ??= closureAfter(reading.failure, question, at);
    }
  }
  const { scope, source } = party[0]?.question ?? {};
  const said = scope && source && quotas.length > 0 && { scope, version: source.version, quotas };
  const tasks = again.map(({ task }) => task);
  const cameBack = party[0]?.question.provider.quota === undefined ? { cameBack: at } : {};
  const [first, ...others] = ended.map(({ task, ending }) => ({ task, ending: { ...ending, ...cameBack } }));
  if (again.length > 0)
    await persist(ctx, () => putBack(ctx, tasks, first === undefined ? closure : undefined));
  if (first !== undefined) {
    const ending = { ...first.ending, ...(closure && { closure }), ...(said && { said }) };
    await end(ctx, company, [{ ...first, ending }, ...others]);
  }
  for (const { task, until, why } of again) {
    company.told(task, { is: 'wait', until, why, scope: party[0]?.question.scope ?? task.provider });
  }
}

function answered(
  reading: Exclude<Reading, { is: 'failure' }>,
  question: Question,
  at: number,
): Ended['ending'] {
  const { provider, source, about, scope } = question;
  const cache = cacheRow(reading, about, provider, source.version, at);
  return { outcome: outcomeOf(reading, at, 'asked'), opened: scope, ...(cache && { cache }) };
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

function failed(failure: Failure, question: Question, now: number): Ended['ending'] {
  const { provider, source } = question;
  const outcome = outcomeOf({ is: 'failure', failure } satisfies Reading, now, 'asked');
  if (failure.code === 'refused') return { outcome, waits: keyWait(provider.id, source.version) };
  return failure.grant === undefined ? { outcome } : { outcome, waits: grantWait(failure.grant) };
}
