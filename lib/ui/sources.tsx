import type { Step } from '../core/enrichment';
import type { Level } from '../core/verdict';
import { ticksOf } from './card-state';
import { Counts } from './counts';
import { Skyline, tickStanding } from './skyline';
import { SourceRow } from './source-row';

interface SourcesProps {
  readonly steps: readonly Step[];
  /** All sources, in the order of the options page. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly level: Level | null;
  readonly now: number;
  /** As `SourceRow` has it. */
  readonly told?: boolean;
}

/** Steps in the order of the options page; sources that are gone since come last, by their id. */
function inOrder(steps: readonly Step[], providers: SourcesProps['providers']): readonly Step[] {
  const place = ({ provider }: Step) => {
    const at = providers.findIndex(({ id }) => id === provider);
    return at === -1 ? providers.length : at;
  };
  return [...steps].sort((a, b) => place(a) - place(b));
}

/** Facts have no vote, so they stand under a line of their own. */
const isFact = ({ provider, outcome }: Step): boolean =>
  outcome.state === 'answered' &&
  tickStanding({ provider, state: outcome.state, level: outcome.answer.level }) === null;

/** Skyline with its sentence, then one row a source, then facts. */
export function Sources({ steps, providers, level, now, told }: SourcesProps) {
  if (steps.length === 0) return null;
  const ordered = inOrder(steps, providers);
  const ticks = ticksOf(ordered);
  const voters = ordered.filter((step) => !isFact(step));
  const facts = ordered.filter(isFact);
  const opens = told === undefined ? '' : 'opens';
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  // With another `told` a row starts anew, whatever it was clicked to.
  const row = (step: Step) => (
    <SourceRow
      key={`${step.provider} ${told}`}
      step={step}
      name={nameOf(step.provider)}
      now={now}
      told={told}
    />
  );
  return (
    <>
      <div class="tally">
        <Skyline ticks={ticks} columns={voters.map(({ provider }) => provider)} size="card" />
        <Counts ticks={ticks} level={level} />
      </div>
      {voters.length === 0 ? null : <ul class={`sources ${opens}`}>{voters.map(row)}</ul>}
      {facts.length === 0 ? null : <ul class={`sources facts ${opens}`}>{facts.map(row)}</ul>}
    </>
  );
}
