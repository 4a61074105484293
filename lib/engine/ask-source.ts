import type { Failure } from '../core/failure';
import type { HttpAnswer, HttpRequest } from '../core/http';
import { patternOf } from '../core/origin-pattern';
import type { AskedProvider, Quota, Reading } from '../core/plugin';
import { failed, failedWith } from '../core/reading';
import { retryAfter } from '../core/retry-after';
import type { Question } from './checks';
import type { Context } from './context';
import { ourFault } from './our-fault';

/** What a request asks about, as far as its answer needs it. */
interface Asked {
  readonly question: Question;
}

/** What a source answered: a reading for each question, and what its headers say of its budget. */
export interface Said {
  readonly readings: readonly Reading[];
  readonly quotas: readonly Quota[];
}

/**
 * Sends the booked request and reads the answer: one reading for each that it asks about. Never throws, whatever a
 * plug-in does.
 */
export async function askSource(ctx: Context, asked: readonly Asked[], request: HttpRequest): Promise<Said> {
  const [lead] = asked;
  if (lead === undefined) return { readings: [], quotas: [] };
  const { provider } = lead.question;
  try {
    const answer = await ctx.deps.send(request);
    if (!answer.ok) {
      const failure = await withCause(ctx, lead.question, request, answer.failure);
      return { readings: asked.map(() => failed(failure)), quotas: [] };
    }
    return { readings: read(ctx, asked, answer.value), quotas: quotasOf(provider, answer.value) };
  } catch {
    const message = ourFault(`${provider.name} could not be read`);
    return { readings: asked.map(() => failedWith('bad-answer', message)), quotas: [] };
  }
}

/**
 * A browser does not tell a server that is away from one whose answer it hides from us. Where we rely on the server to let
 * every origin read it, both are said, and the grant is named with which a browser reads it whatever the server lets.
 */
async function withCause(
  ctx: Context,
  { provider, source }: Question,
  { url }: HttpRequest,
  failure: Failure,
): Promise<Failure> {
  if (failure.code !== 'offline' || !provider.openToAll) return failure;
  const pattern = patternOf(url);
  if (provider.origins(source.settings).includes(pattern) || (await ctx.granted(pattern))) return failure;
  const message = `${new URL(url).host} could not be reached, or does not let an extension read its answers. Check the connection; if others answer, allow it in the report.`;
  return { ...failure, message, grant: pattern };
}

/** A bug in reading the headers must not cost the answer. */
function quotasOf(provider: AskedProvider, answer: HttpAnswer): readonly Quota[] {
  try {
    return provider.quota?.(answer) ?? [];
  } catch {
    return [];
  }
}

function read(ctx: Context, asked: readonly Asked[], answer: HttpAnswer): readonly Reading[] {
  const readings = readEach(ctx, asked, answer);
  const { provider } = asked[0]?.question ?? {};
  if (readings.length !== asked.length) {
    // Whose reading is missing is not known, and no indicator may get the answer of another.
    const message = `${provider?.name} answered for ${readings.length} of ${asked.length}. Enrich them again.`;
    return asked.map(() => failedWith('bad-answer', message));
  }
  return readings.map((reading, at) => finished(ctx, reading, asked[at]?.question, answer));
}

function readEach(ctx: Context, asked: readonly Asked[], answer: HttpAnswer): readonly Reading[] {
  const [lead] = asked;
  if (lead === undefined) return [];
  const { provider, source, files, about } = lead.question;
  const context = { settings: source.settings, now: ctx.now(), files };
  if (asked.length === 1 || provider.batch === undefined) return [provider.read(answer, about, context)];
  return provider.batch.read(
    answer,
    asked.map(({ question }) => question.about),
    context,
  );
}

/** The reading as it is kept: every answer can be opened at its source, whether or not the answer names a page. */
function finished(
  ctx: Context,
  reading: Reading | undefined,
  question: Question | undefined,
  answer: HttpAnswer,
): Reading {
  if (reading === undefined || question === undefined) {
    const message = 'The source left this one out of its answer. Enrich it again.';
    return failedWith('bad-answer', message);
  }
  if (reading.is === 'failure') return failed(withRetry(reading.failure, answer, ctx.now()));
  if (reading.is === 'none') return reading;
  const { provider, source, about } = question;
  return {
    ...reading,
    answer: { link: provider.link(about, source.settings), ...reading.answer },
  };
}

function withRetry(failure: Failure, answer: HttpAnswer, now: number): Failure {
  if (failure.retryAt !== undefined) return failure;
  const at = retryAfter(answer.headers.get('Retry-After'), now);
  return at === undefined ? failure : { ...failure, retryAt: at };
}
