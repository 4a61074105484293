import type { OptionsState } from '../../messages';
import { readyWithoutKey } from './plugin-words';

/** What a fresh install lacks. Done steps stay until all are done; then the section is gone. */
export const stepsDone = (options: OptionsState): readonly boolean[] => [
  readyWithoutKey(options.plugins).length === 0,
  options.sites.some(({ on, granted }) => on && granted),
  options.investigations.tracker !== null,
];
