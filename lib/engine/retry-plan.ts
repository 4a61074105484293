import { put, remove, type WriteTx } from './db';
import { day, dayStart } from './ledger';
import type { RetryRow, RunRow, StepRow } from './rows';

/** What a refused key waits for: other settings of its source. */
export const keyWait = (provider: string, version: string): string => `key ${provider} ${version}`;

/** What a missing grant waits for. */
export const grantWait = (pattern: string): string => `grant ${pattern}`;

/** Re-runs by itself that may follow each other without an answer; then only a person or a page asks again. */
const mostTries = 6;
const firstPause = 300_000;

/**
 * Queues the one re-run of an indicator whose closed run lacks what may come later: a day's quota, a changed key, a
 * grant, an answer that failed in passing. Forgets the queued one where nothing lacks any more.
 * @param queued indicators that have one, where that is known: a thousand deletions of nothing take their time
 */
export function planRetry(
  tx: WriteTx<'retries'>,
  run: Omit<RunRow, 'id'>,
  now: number,
  queued?: ReadonlySet<string>,
): void {
  const tries = run.tries ?? 0;
  const times = run.steps.flatMap((step) => comesBack(step, tries, now));
  const waits = run.steps.flatMap(({ waits }) => (waits === undefined ? [] : [waits]));
  const row: RetryRow = { key: run.key, ioc: run.ioc, at: Math.min(Infinity, ...times), waits, tries };
  if (times.length + waits.length > 0) put(tx, 'retries', row);
  else if (queued?.has(run.key) !== false) remove(tx, 'retries', run.key);
}

/** When asking again may help: 5 minutes after a failure in passing, each further time four times as long. */
function comesBack({ outcome }: StepRow, tries: number, now: number): number[] {
  if (outcome.state === 'quota')
    return [Math.max(outcome.failure.retryAt ?? dayStart(now) + day, now + firstPause)];
  if (outcome.state !== 'failed' || tries >= mostTries) return [];
  const { code, retryAt = 0 } = outcome.failure;
  const passing = code === 'limited' || code === 'timeout' || code === 'offline' || code === 'server';
  return passing ? [Math.max(retryAt, now + firstPause * 4 ** tries)] : [];
}
