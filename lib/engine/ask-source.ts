import type { Failure } from '../core/failure';
import type { Reading } from '../core/plugin';
import { retryAfter } from '../core/retry-after';
import type { Question } from './checks';
import type { Context } from './context';
import { day, dayStart } from './ledger';
import type { ClosureRow } from './rows';

/** Milliseconds assumed where a 429 does not say how long (the window of every per-minute limit we know). */
const assumedWait = 60_000;
/** Milliseconds that one host of many (RDAP) stays closed after a refusal: there is no key that could change. */
const hostRefusal = 3_600_000;

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
    return reading.is === 'failure'
      ? { is: 'failure', failure: withRetry(reading.failure, answer.value, ctx.now()) }
      : reading;
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

/** Closes the source after a failure that will meet the next question too; undefined where it stays open. */
export function closureAfter(
  failure: Failure,
  { provider, source, scope }: Question,
  now: number,
): ClosureRow | undefined {
  const row = { scope, provider: provider.id, version: source.version, failure };
  if (failure.code === 'limited') return { ...row, until: failure.retryAt ?? now + assumedWait };
  if (failure.code === 'quota') return { ...row, until: failure.retryAt ?? dayStart(now) + day };
  if (failure.code !== 'refused') return undefined;
  return { ...row, until: provider.limitedByHost ? now + hostRefusal : Infinity };
}
