import type { WriteTx } from './db';
import { day, dayStart } from './ledger';
import type { RetryRow, RunRow, StepRow } from './rows';

/** What a refused key waits for: other settings of its source. */
export const keyWait = (provider: string, version: string): string => `key ${provider} ${version}`;

/** What a missing grant waits for. */
export const grantWait = (pattern: string): string => `grant ${pattern}`;

/**
 * Queues the one re-run of an indicator whose closed run lacks what may come later: a day's quota, a changed key, a
 * grant. Forgets the queued one where nothing lacks any more.
 */
export async function planRetry(tx: WriteTx<'retries'>, run: RunRow, now: number): Promise<void> {
  const times = run.steps.flatMap((step) => comesBack(step, now));
  const waits = run.steps.flatMap(({ waits }) => (waits === undefined ? [] : [waits]));
  const row: RetryRow = { key: run.key, ioc: run.ioc, at: Math.min(Infinity, ...times), waits };
  if (times.length + waits.length > 0) await tx.objectStore('retries').put(row);
  else await tx.objectStore('retries').delete(run.key);
}

function comesBack({ outcome }: StepRow, now: number): number[] {
  if (outcome.state === 'quota') return [outcome.failure.retryAt ?? dayStart(now) + day];
  if (outcome.state !== 'failed' || outcome.failure.code !== 'limited') return [];
  return [outcome.failure.retryAt ?? now + 60_000];
}
