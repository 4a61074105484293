import type { Heard, RunRow, StepRow } from './rows';

/**
 * What differs between two closed runs, in words: "VirusTotal 3 → 17 of 94 since 20 Nov". A source is compared with what it
 * said last, in whichever run that was: its silence is no change, and hides none.
 */
export function changesBetween(
  before: RunRow,
  after: Pick<RunRow, 'steps' | 'verdict'>,
  nameOf: (provider: string) => string,
): readonly string[] {
  const verdict =
    before.verdict?.level === after.verdict?.level
      ? []
      : [
          `Verdict ${before.verdict?.level ?? 'none'} → ${after.verdict?.level ?? 'none'} since ${dayOf(before.closedAt ?? before.startedAt)}`,
        ];
  const steps = after.steps.flatMap(({ provider, outcome }) => {
    const old = lastHeard(before.steps, provider);
    if (old === undefined || !spoke(outcome)) return [];
    const change = changeOf(old, outcome);
    return change === null ? [] : [`${nameOf(provider)} ${change} since ${dayOf(old.at)}`];
  });
  return [...verdict, ...steps];
}

/** The steps of a run that closes: a source that was silent keeps what it said last. */
export const remembering = (
  steps: readonly StepRow[],
  before: readonly StepRow[] | undefined,
): readonly StepRow[] =>
  steps.map((step) => {
    const heard = spoke(step.outcome) ? undefined : lastHeard(before ?? [], step.provider);
    return heard === undefined ? step : { ...step, heard };
  });

function lastHeard(steps: readonly StepRow[], provider: string): Heard | undefined {
  const step = steps.find((one) => one.provider === provider);
  return step !== undefined && spoke(step.outcome) ? step.outcome : step?.heard;
}

const dayOf = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at);

const spoke = (outcome: StepRow['outcome']): outcome is Heard =>
  outcome.state === 'answered' || outcome.state === 'no-record';

/** From the scores where both have one, else from the levels. Not the summaries: "registered 3 days ago" differs every day. */
function changeOf(old: Heard, now: Heard): string | null {
  const [was, is] = [scoreOf(old), scoreOf(now)];
  if (was !== undefined && is !== undefined)
    return was.value === is.value ? null : `${was.value} → ${is.value} of ${is.of}`;
  const [before, after] = [wordsOf(old, now), wordsOf(now, old)];
  return before === after ? null : `${before} → ${after}`;
}

const scoreOf = (heard: Heard) => (heard.state === 'answered' ? heard.answer.score : undefined);

function wordsOf(mine: Heard, other: Heard): string {
  if (mine.state === 'no-record') return 'no record';
  return other.state === 'no-record' ? mine.answer.summary : (mine.answer.level ?? 'no verdict');
}
