import { type Chip, chipIds, countChips } from './listing';
import type { Listed } from '../messages';
import { Mark } from './marks';
import { countWords, standingWord } from './words';

interface LevelChipsProps {
  readonly rows: readonly Listed[];
  readonly chosen: Chip;
  /** Spells the levels out where there is room. */
  readonly spelled?: boolean;
  onChoose(chip: Chip): void;
}

const words: Readonly<Record<Chip, string>> = {
  all: 'All',
  malicious: standingWord('malicious'),
  suspicious: standingWord('suspicious'),
  unknown: standingWord('unknown'),
  benign: standingWord('benign'),
  none: 'No level',
};

export function LevelChips({ rows, chosen, spelled = false, onChoose }: LevelChipsProps) {
  const counts = countChips(rows);
  return (
    <div class="chips" role="group" aria-label="Filter by level">
      {chipIds.map((chip) => (
        <button
          key={chip}
          type="button"
          class="chip"
          aria-pressed={chip === chosen}
          title={words[chip]}
          onClick={() => onChoose(chip)}
        >
          {chip === 'all' || chip === 'none' ? (
            <span>{words[chip]}</span>
          ) : (
            <Mark of={chip} size="small" quiet={spelled} />
          )}
          {spelled && chip !== 'all' && chip !== 'none' ? <span>{words[chip]}</span> : null}
          <b>{countWords(counts[chip])}</b>
        </button>
      ))}
    </div>
  );
}
