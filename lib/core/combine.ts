import type { Outcome } from './outcome';
import { type Level, levels, type Reason, type Verdict } from './verdict';

/** One source's part: `weight` 0 to 1, 0 for facts only. */
export interface Opinion {
  readonly provider: string;
  readonly name: string;
  readonly weight: number;
  readonly outcome: Outcome;
}

/** A source believed this far convicts alone. */
const strong = 0.8;
/** Two sources believed this far convict together. */
const fair = 0.5;

/**
 * Makes one verdict of many outcomes. Malicious: one strong source says so, or two fair ones. Else suspicious: any says
 * malicious or suspicious. Benign: nothing worse, and one allows it explicitly. Else unknown. `null` when nobody judged:
 * facts, no record and failures have no vote, and neither has a source of weight 0. The order of outcomes is irrelevant.
 */
export function combine(opinions: readonly Opinion[]): Verdict {
  const reasons = opinions.flatMap(reasonOf).sort(byUrgency);
  const votes = reasons.filter((reason) => reason.weight > 0);
  const level = levelOf(votes);
  const nameOf = (id: string) => opinions.find((opinion) => opinion.provider === id)?.name ?? id;
  return {
    level,
    summary: level === null ? whyNone(opinions) : why(level, votes, nameOf),
    reasons,
    dissent: level === null ? '' : dissent(level, votes, nameOf),
  };
}

function reasonOf({ provider, weight, outcome }: Opinion): Reason[] {
  if (outcome.state !== 'answered' || outcome.answer.level === null) return [];
  return [{ provider, level: outcome.answer.level, text: outcome.answer.summary, weight }];
}

const rank = (level: Level): number => levels.indexOf(level);

const byUrgency = (a: Reason, b: Reason): number =>
  rank(b.level) - rank(a.level) || b.weight - a.weight || (a.provider < b.provider ? -1 : 1);

function levelOf(votes: readonly Reason[]): Level | null {
  if (votes.length === 0) return null;
  const convicting = votes.filter((vote) => vote.level === 'malicious');
  const together = convicting.filter((vote) => vote.weight >= fair).length;
  if (together >= 2 || convicting.some((vote) => vote.weight >= strong)) return 'malicious';
  const worst = votes[0]?.level;
  return worst === 'malicious' ? 'suspicious' : (worst ?? null);
}

function why(level: Level, votes: readonly Reason[], nameOf: (id: string) => string): string {
  const worst = votes.filter((vote) => rank(vote.level) >= rank(level));
  const said = worst.map((vote) => `${nameOf(vote.provider)}: ${vote.text}`).join('; ');
  const weak = level === 'suspicious' && worst.some((vote) => vote.level === 'malicious');
  const doubt = weak ? ' Not enough to call it malicious.' : '';
  return `${said}.${doubt}`.replaceAll('..', '.');
}

function dissent(level: Level, votes: readonly Reason[], nameOf: (id: string) => string): string {
  const others = votes.filter((vote) => vote.level !== level && vote.level !== 'unknown');
  return others.map((vote) => `${nameOf(vote.provider)} says ${vote.level}`).join('; ');
}

function whyNone(opinions: readonly Opinion[]): string {
  if (opinions.length === 0) return 'No source that is switched on knows this kind of IOC.';
  const count = (state: Outcome['state']) => opinions.filter(({ outcome }) => outcome.state === state).length;
  const failed = count('failed') + count('quota');
  const kept = count('withheld') + count('not-configured');
  const facts = count('answered');
  const none = count('no-record');
  const parts = [
    facts > 0 ? `${facts} with facts only` : '',
    none > 0 ? `${none} without a record` : '',
    failed > 0 ? `${failed} failed` : '',
    kept > 0 ? `${kept} not asked` : '',
  ].filter((part) => part !== '');
  return `0 of ${opinions.length} gave a verdict: ${parts.join(', ')}.`;
}
