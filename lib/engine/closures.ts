import type { Failure } from '../core/failure';
import type { Question } from './checks';
import { day, dayStart } from './ledger';
import { longestWait } from './admission';
import type { ClosureRow } from './rows';

/** Milliseconds assumed where a 429 does not say how long (the window of every per-minute limit we know). */
const assumedWait = 60_000;
/** Milliseconds that one host of many (RDAP) stays closed after a refusal: there is no key that could change. */
const hostRefusal = 3_600_000;
/** A source that closes again within this time after it opened is on its next strike. */
const memory = 600_000;
/** Lookups in a row without an answer, after which a source gets a pause. */
const patience = 3;
const shortestPause = 30_000;
const longestPause = 600_000;

const silent = ({ code }: Failure): boolean => code === 'timeout' || code === 'offline' || code === 'server';

/** How long a failure closes its source to the next question; undefined where it does not concern it. */
export function closureAfter(
  failure: Failure,
  { provider, source, scope }: Question,
  now: number,
): ClosureRow | undefined {
  const row = { scope, provider: provider.id, version: source.version, failure, strikes: 1 };
  if (failure.code === 'limited') return { ...row, until: failure.retryAt ?? now + assumedWait };
  if (failure.code === 'quota') return { ...row, until: failure.retryAt ?? dayStart(now) + day };
  if (failure.code === 'refused')
    return { ...row, until: provider.limitedByHost ? now + hostRefusal : Infinity };
  return silent(failure) ? { ...row, until: now } : undefined;
}

/**
 * How a source is closed, given how it was. One that is limited again soon after closes for twice as long (a month's
 * quota answers 429 for days); one that gave no answer three times in a row gets a pause, from 30 s to 10 min. Questions
 * that were out together when it closed count as one strike.
 */
export function closedBy(last: ClosureRow | undefined, row: ClosureRow, now: number): ClosureRow {
  const same = last?.version === row.version && silent(last.failure) === silent(row.failure);
  if (same && now < last.until)
    return { ...row, strikes: last.strikes, until: Math.max(last.until, row.until) };
  const strikes = same && now - last.until < memory ? last.strikes + 1 : 1;
  return { ...row, strikes, until: Math.max(row.until, now + pauseAfter(row, strikes)) };
}

/** A fifth longer at most, by chance: the browsers of a team that failed together must not come back together. */
const jitter = (pause: number): number => pause + Math.floor((Math.random() * pause) / 5);

function pauseAfter({ failure }: ClosureRow, strikes: number): number {
  if (failure.code === 'limited') return Math.min(jitter(assumedWait * 2 ** (strikes - 1)), longestWait);
  if (!silent(failure) || strikes < patience) return 0;
  return Math.min(jitter(shortestPause * 2 ** (strikes - patience)), longestPause);
}
