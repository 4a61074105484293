import type { Listed } from '../screens';
import type { StepRow } from './rows';

/** The skyline of a run: one tick a step. */
export const ticksOf = (steps: readonly StepRow[]): Listed['ticks'] =>
  steps.map(({ provider, outcome }) =>
    outcome.state === 'answered'
      ? { provider, state: outcome.state, level: outcome.answer.level }
      : { provider, state: outcome.state },
  );
