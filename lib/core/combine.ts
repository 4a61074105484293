import type { Outcome } from './outcome';
import { type Level, levels, type Reason, type Verdict } from './verdict';
import { defaultVerdictPolicy, type VerdictPolicy } from './verdict-policy';

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
/** The team's own word. */
const own = 1;
const day = 86_400_000;
/** Sources that the sentence names, the weightiest first; all of them stand among the reasons. */
const mostNamed = 3;

/**
 * Makes one verdict of many outcomes. Malicious: as the policy's rule says. Else suspicious: any says malicious or
 * suspicious, unless an allowlist knows the indicator and nobody says malicious. Benign: nothing worse, and one allows it
 * explicitly. Else unknown. `null` when nobody judged: facts, no record and failures have no vote, and neither has a
 * source of weight 0. The order of outcomes is irrelevant.
 */
export function combine(
  opinions: readonly Opinion[],
  policy: VerdictPolicy = defaultVerdictPolicy,
  now = Date.now(),
): Verdict {
  const reasons = opinions.flatMap((opinion) => reasonOf(opinion, policy, now)).sort(byUrgency);
  const votes = reasons.filter((reason) => reason.weight > 0);
  const level = levelOf(votes, policy);
  const nameOf = (id: string) => opinions.find((opinion) => opinion.provider === id)?.name ?? id;
  return {
    level,
    summary: level === null ? whyNone(opinions) : why(level, votes, nameOf) + unheard(level, opinions),
    reasons,
    dissent: level === null ? '' : dissent(level, votes, nameOf),
  };
}

function reasonOf(
  { provider, weight: given, outcome }: Opinion,
  { weights, staleDays }: VerdictPolicy,
  now: number,
): Reason[] {
  if (outcome.state !== 'answered' || outcome.answer.level === null) return [];
  const { level, summary, asOf, allows } = outcome.answer;
  const weight = weights[provider] ?? given;
  const bad = level === 'malicious' || level === 'suspicious';
  const stale = bad && weight < own && asOf !== undefined && now - asOf > staleDays * day;
  return [
    {
      provider,
      level,
      text: stale ? `${summary}, but not since ${new Date(asOf).toISOString().slice(0, 10)}` : summary,
      weight: stale ? weight / 2 : weight,
      ...(allows === undefined ? {} : { allows }),
    },
  ];
}

const rank = (level: Level): number => levels.indexOf(level);

const byUrgency = (a: Reason, b: Reason): number =>
  rank(b.level) - rank(a.level) || b.weight - a.weight || (a.provider < b.provider ? -1 : 1);

function convicts(votes: readonly Reason[], { rule, quorum }: VerdictPolicy): boolean {
  if (votes.some((vote) => vote.weight >= own)) return true;
  if (rule !== 'weighted') return votes.length >= (rule === 'any' ? 1 : quorum);
  return (
    votes.some((vote) => vote.weight >= strong) || votes.filter((vote) => vote.weight >= fair).length >= 2
  );
}

function levelOf(votes: readonly Reason[], policy: VerdictPolicy): Level | null {
  const [worst] = votes;
  if (worst === undefined) return null;
  if (worst.level === 'malicious') {
    const convicting = votes.filter(({ level }) => level === 'malicious');
    return convicts(convicting, policy) ? 'malicious' : 'suspicious';
  }
  if (worst.level === 'suspicious' && outweighed(votes)) return 'benign';
  return worst.level;
}

/** A known good thing that somebody finds odd: an engine or two of many flag google.com. The team's own word stands. */
const outweighed = (votes: readonly Reason[]): boolean =>
  votes.some(({ allows }) => allows !== undefined) &&
  !votes.some(({ level, weight }) => level === 'suspicious' && weight >= own);

function why(level: Level, votes: readonly Reason[], nameOf: (id: string) => string): string {
  const allowed = level === 'benign' ? votes.filter(({ allows }) => allows !== undefined) : [];
  const worst = allowed.length > 0 ? allowed : votes.filter((vote) => rank(vote.level) >= rank(level));
  const named = worst.slice(0, mostNamed).map((vote) => `${nameOf(vote.provider)}: ${vote.text}`);
  const more = worst.length - named.length;
  const said = [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
  const weak = level === 'suspicious' && worst.some((vote) => vote.level === 'malicious');
  const doubt = weak ? ' Not enough to call it malicious.' : '';
  return `${said}.${doubt}`.replaceAll('..', '.');
}

/** A level that one more voice could make worse says how many were not heard, so that it is not read as all clear. */
export function unheard(level: Level | null, opinions: readonly Opinion[]): string {
  const failed = opinions.filter(({ outcome: { state } }) => state === 'failed' || state === 'quota').length;
  if (failed === 0 || level === 'malicious') return '';
  return ` ${failed} of ${opinions.length} sources failed and may say worse.`;
}

function dissent(level: Level, votes: readonly Reason[], nameOf: (id: string) => string): string {
  const others = votes.filter((vote) => vote.level !== level && vote.level !== 'unknown');
  return others
    .map(({ provider, level: says, allows }) => `${nameOf(provider)} says ${allows ?? says}`)
    .join('; ');
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
