import type { Mode } from '../messages';

export const modes: readonly Mode[] = ['known', 'hover', 'auto'];

/** What the pages of a site may cause, as it stands after "Marked,". */
export const modeWords: Readonly<Record<Mode, string>> = {
  known: 'shows what is known',
  hover: 'asks on hover',
  auto: 'asks what is on screen',
};
