import type { Ioc } from '../ioc';
import { type Opinion, unheard } from './combine';
import type { Verdict } from './verdict';

/** Facts that the sentence about a CVE tells; all of them stand among the sources. */
const mostTold = 3;

/**
 * The verdict on a CVE, which nobody judges: in place of a count of those who did not, what an analyst orders the work
 * by. That it is exploited comes first, then scores and likelihoods in the order of the sources.
 */
export function withExposure(verdict: Verdict, { kind }: Ioc, opinions: readonly Opinion[]): Verdict {
  if (kind !== 'cve' || verdict.level !== null) return verdict;
  const told = opinions.flatMap(({ name, outcome }) =>
    outcome.state === 'answered' ? [{ name, answer: outcome.answer }] : [],
  );
  if (told.length === 0) return verdict;
  const exploited = ({ answer: { tags = [] } }: (typeof told)[number]) => tags.includes('exploited');
  const first = told.toSorted((a, b) => Number(exploited(b)) - Number(exploited(a))).slice(0, mostTold);
  const facts = first.map(({ name, answer }) => `${name}: ${answer.summary}`).join('; ');
  return { ...verdict, summary: `${facts}.${unheard(null, opinions)}`.replaceAll('..', '.') };
}
