import type { Failure } from '../core/failure';
import type { Reading } from '../core/plugin';
import { retryAfter } from '../core/retry-after';
import type { Question } from './checks';
import type { Context } from './context';

/** Sends the booked request and reads the answer. Never throws, whatever a plug-in does. */
export async function askSource(
  ctx: Context,
  { provider, source, request, about, files }: Question,
): Promise<Reading> {
  try {
    const answer = await ctx.deps.send(request);
    if (!answer.ok) return { is: 'failure', failure: answer.failure };
    const { settings } = source;
    const reading = provider.read(answer.value, about, { settings, now: ctx.now(), files });
    if (reading.is === 'failure') {
      return { is: 'failure', failure: withRetry(reading.failure, answer.value, ctx.now()) };
    }
    if (reading.is === 'none') return reading;
    // Every answer can be opened at its source, whether or not the answer names a page.
    return { is: 'answer', answer: { link: provider.link(about, settings), ...reading.answer } };
  } catch {
    const message = `${provider.name} could not be read: an error in Sightline. Please report it.`;
    return { is: 'failure', failure: { code: 'bad-answer', message } };
  }
}

function withRetry(
  failure: Failure,
  answer: { headers: { get(name: string): string | null } },
  now: number,
): Failure {
  if (failure.retryAt !== undefined) return failure;
  const at = retryAfter(answer.headers.get('Retry-After'), now);
  return at === undefined ? failure : { ...failure, retryAt: at };
}
