import { isLocal } from '../core/plugin';
import type { SourceInUse } from './deps';
import { wasDropped } from './dropped';
import type { RunRow, StepRow } from './rows';

/** Milliseconds for which anything but an answer (a failure, a missing key) is not looked at again by a page. */
const patience = 600_000;

/**
 * Would a new run only repeat what this closed one says? Every source that is on has a step, every answer is fresh. A
 * mouse that passes over a mark twenty times must not leave twenty runs.
 */
export function isCurrent(
  run: RunRow,
  { sources, now }: { readonly sources: readonly SourceInUse[]; readonly now: number },
): boolean {
  const asked = sources.filter(
    ({ provider, onDemand }) => !onDemand && provider.kinds.includes(run.ioc.kind),
  );
  return asked.every((source) => {
    const step = run.steps.find(({ provider }) => provider === source.provider.id);
    return step !== undefined && now < currentUntil(step, source, run);
  });
}

function currentUntil(step: StepRow, { provider }: SourceInUse, run: RunRow): number {
  if (wasDropped(step)) return 0;
  const { outcome } = step;
  const closedAt = run.closedAt ?? 0;
  if (isLocal(provider) || outcome.state === 'running') return closedAt + patience;
  if (outcome.state === 'answered') return Math.max(outcome.at + provider.fresh.found, closedAt + patience);
  if (outcome.state === 'no-record') return Math.max(outcome.at + provider.fresh.none, closedAt + patience);
  return closedAt + patience;
}
