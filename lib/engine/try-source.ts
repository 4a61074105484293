import { fail, ok, type Result } from '../core/failure';
import { isLocal, type Quota, type TestReport } from '../core/plugin';
import { askSource } from './ask-source';
import { check, type Question } from './checks';
import type { Context } from './context';
import { atomically } from './db';
import type { FileState } from '../screens';
import type { SourceInUse } from './deps';
import { bookRequest, markDone, nextRoom } from './ledger';
import { learn } from './quota';
import { limitWords } from './limit-words';
import { refreshSource } from './list-files';
import { durationWords } from './time-words';

/** What a trial brought, and how many requests it cost. */
export interface Trial {
  readonly report: Result<TestReport>;
  readonly requests: number;
}

const nothing = (report: Result<TestReport>): Trial => ({ report, requests: 0 });

/**
 * Asks a source about its own sample, with the settings given, past the cache. The request counts against the
 * budget like any other. A closed source is tried all the same, and opened again when it answers.
 */
export async function trySource(ctx: Context, source: SourceInUse): Promise<Trial> {
  const { provider } = source;
  if (isLocal(provider)) return tryLists(ctx, source);
  const checked = await check(ctx, provider.sample, source);
  if ('ending' in checked) {
    const { outcome } = checked.ending;
    if ('failure' in outcome) return nothing({ ok: false, failure: outcome.failure });
    return nothing(
      fail('not-configured', 'message' in outcome ? outcome.message : 'It cannot be asked yet.'),
    );
  }
  const { question } = checked;
  const booked = await reserve(ctx, question);
  if (!booked.ok) return nothing(booked);
  const { readings, quotas } = await askSource(ctx, [{ question }], question.request);
  const [reading] = readings;
  if (reading === undefined) throw new Error('A question has an answer.');
  await finish(ctx, question, booked.value, quotas, reading.is !== 'failure');
  if (reading.is === 'failure') return { report: { ok: false, failure: reading.failure }, requests: 1 };
  const said = reading.is === 'answer' ? reading.answer.summary : reading.message;
  const { value } = provider.sample;
  const summary = `Asked about ${value}: ${said.replace(/\.$/, '')}.`;
  return { report: ok({ summary, warnings: [] }), requests: 1 };
}

/** Downloads what the source keeps, where its publisher allows it by now, and says what is there. */
async function tryLists(ctx: Context, source: SourceInUse): Promise<Trial> {
  const { provider, settings } = source;
  if (!isLocal(provider) || provider.files === undefined) {
    return nothing(ok({ summary: 'Answers from this browser; nothing is sent.', warnings: [] }));
  }
  const missing = provider.missing(settings);
  if (missing !== null) return nothing(fail('not-configured', missing));
  const { requests, states } = await refreshSource(ctx, source);
  return { report: reportOf(provider.name, states), requests };
}

function reportOf(name: string, states: readonly FileState[]): Result<TestReport> {
  const lacking = states.find(({ fetchedAt }) => fetchedAt === null);
  if (lacking !== undefined) {
    const { host } = new URL(lacking.url);
    return lacking.nextAt === null
      ? fail('denied', `The browser has no permission for ${host}. Allow ${name} in the options.`)
      : fail('offline', lacking.why ?? `${lacking.name} is not downloaded yet. Try again in a minute.`);
  }
  const entries = states.reduce((sum, state) => sum + state.entries, 0);
  const warnings = states.flatMap(({ name, why }) => (why === undefined ? [] : [`${name}: ${why}`]));
  return ok({ summary: `${entries.toLocaleString('en')} entries in this browser.`, warnings });
}

async function reserve(ctx: Context, { provider, scope }: Question): Promise<Result<number>> {
  const now = ctx.now();
  return atomically(await ctx.db(), ['reservations'], async (tx) => {
    const room = await nextRoom(tx, scope, provider.limits, now);
    if (room === null) return ok(await bookRequest(tx, { scope, at: now, provider: provider.id }));
    const wait = durationWords(room.at - now);
    return fail('quota', `The budget of ${limitWords(room.limit)} is spent. Try again in ${wait}.`);
  });
}

async function finish(
  ctx: Context,
  { scope, source }: Question,
  id: number,
  quotas: readonly Quota[],
  answered: boolean,
): Promise<void> {
  const now = ctx.now();
  await atomically(await ctx.db(), ['reservations', 'quotas', 'closures'], async (tx) => {
    await markDone(tx, id, now);
    await learn(tx, scope, source.version, quotas, now);
    if (answered) await tx.objectStore('closures').delete(scope);
  });
}
