import type { Offer } from '../core/offer';
import { isLocal } from '../core/plugin';
import type { Context } from './context';
import type { RunRow } from './rows';

/** States of a step after which asking again by name may bring more. */
const worthAnother: ReadonlySet<string> = new Set(['failed', 'quota']);

/** The sources that ordinary runs leave out and this one has no answer of. None before the first Enrichment. */
export async function offersFor(ctx: Context, run: RunRow | undefined): Promise<readonly Offer[]> {
  if (run === undefined) return [];
  const stateOf = (id: string) => run.steps.find(({ provider }) => provider === id)?.outcome.state;
  return (await ctx.setup.sources())
    .filter(({ provider, onDemand }) => onDemand && !isLocal(provider))
    .filter(({ provider: { id, kinds } }) => {
      const state = stateOf(id);
      return kinds.includes(run.ioc.kind) && (state === undefined || worthAnother.has(state));
    })
    .map(({ provider: { id, name } }) => ({ provider: id, name }));
}
