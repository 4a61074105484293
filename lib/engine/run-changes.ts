import type { Outcome } from '../core/outcome';
import type { RunRow, StepRow } from './rows';

/**
 * What differs between two closed runs, in words: "VirusTotal 3 → 17 since 20 Nov". A source that failed in either is left out: its
 * silence is no change.
 */
export function changesBetween(
  before: RunRow,
  after: Pick<RunRow, 'steps' | 'verdict'>,
  nameOf: (provider: string) => string,
): readonly string[] {
  const verdict =
    before.verdict?.level === after.verdict?.level
      ? []
      : [`Verdict ${before.verdict?.level ?? 'none'} → ${after.verdict?.level ?? 'none'}`];
  const steps = after.steps.flatMap((step) => {
    const change = stepChange(before.steps, step);
    return change === null ? [] : [`${nameOf(step.provider)} ${change}`];
  });
  const since = dayOf(before.closedAt ?? before.startedAt);
  return [...verdict, ...steps].map((change) => `${change} since ${since}`);
}

const dayOf = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at);

function stepChange(before: readonly StepRow[], { provider, outcome }: StepRow): string | null {
  const old = before.find((step) => step.provider === provider)?.outcome;
  if (old === undefined || !spoke(old) || !spoke(outcome)) return null;
  const was = figure(old, outcome);
  const is = figure(outcome, old);
  return was === is ? null : `${was} → ${is}`;
}

type Spoken = Extract<Outcome, { state: 'answered' | 'no-record' }>;

const spoke = (outcome: StepRow['outcome']): outcome is Spoken =>
  outcome.state === 'answered' || outcome.state === 'no-record';

/** The score where both have one, else the level. Not the summary: "registered 3 days ago" differs every day. */
function figure(mine: Spoken, other: Spoken): string {
  if (mine.state === 'no-record') return 'no record';
  const { score, level, summary } = mine.answer;
  if (other.state === 'no-record') return summary;
  if (score !== undefined && other.answer.score !== undefined) return String(score.value);
  return level ?? 'no verdict';
}
