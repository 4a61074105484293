import type { Choice, Submission } from '../core/submit';
import type { Ioc } from '../ioc';
import type { Context } from './context';
import { isOpen, type SubmissionRow, submissionsOf } from './submission-rows';
import { waysFor, whyNot } from './submit-checks';

/** What was submitted of an indicator, and what may be. Nothing is offered of a source that still works on it. */
export async function readSubmissions(
  ctx: Context,
  key: string,
  ioc: Ioc,
): Promise<{ readonly submissions: readonly Submission[]; readonly choices: readonly Choice[] }> {
  const [sources, policy, rows] = await Promise.all([
    ctx.setup.sources(),
    ctx.setup.policy(),
    submissionsOf(ctx, key),
  ]);
  const busy = new Set(rows.filter(isOpen).map(({ provider }) => provider));
  const choices = waysFor(sources, ioc)
    .filter(({ provider }) => !busy.has(provider.id))
    .map((way) => ({
      provider: way.provider.id,
      name: way.provider.name,
      id: way.submit.id,
      label: way.submit.label,
      words: way.submit.discloses.words,
      why: whyNot(ioc, way, policy),
    }));
  return { submissions: rows.map(shown), choices };
}

function shown({ provider, name, label, at, state, job, failure }: SubmissionRow): Submission {
  const row = { provider, name, label, at, state };
  return { ...row, ...(job && { job }), ...(failure && { failure }) };
}
