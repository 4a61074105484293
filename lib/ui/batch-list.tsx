import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Batch, Listed } from '../messages';
import { LevelChips } from './level-chips';
import { ListedGroups } from './listed-groups';
import { type Chip, onChip } from './listing';
import { SearchField } from './search-field';
import { send } from './send';
import { useShortRows } from './use-short-rows';
import { manyWords } from './words';

interface BatchListProps {
  readonly batch: Pick<Batch, 'id' | 'count'>;
  readonly now: number;
  /** Characters of a value that fit in the width. */
  readonly fits: number;
  onOpen(row: Listed): void;
  /** What comes below, given the malicious rows without an Investigation. */
  foot?(unfiled: readonly string[], reload: () => void): ComponentChildren;
}

/** The rows of a batch by level, with a filter. */
export function BatchList({ batch, now, fits, onOpen, foot }: BatchListProps) {
  const [words, setWords] = useState('');
  const [chip, setChip] = useState<Chip>('all');
  const list = useShortRows(batch.id, words, () => send('batch.rows', { id: batch.id, words }));
  if (list === undefined) return <p class="quiet-line">{`Reading ${manyWords(batch.count, 'IOC')}.`}</p>;
  const shown = list.named.filter((row) => onChip(row, chip));
  return (
    <>
      <div class="tools">
        <SearchField label="Filter by IOC, kind or reason" value={words} onInput={setWords} />
        {batch.count === 0 ? null : <LevelChips rows={list.rows} chosen={chip} onChoose={setChip} />}
      </div>
      <div class="scroll">
        {shown.length === 0 ? (
          <p class="quiet-line">{`${manyWords(batch.count, 'IOC')} in this batch, none with these words and this level.`}</p>
        ) : (
          <ListedGroups rows={shown} now={now} fits={fits} onOpen={onOpen} onDrawn={list.onDrawn} />
        )}
      </div>
      {foot?.(list.unfiled, list.reload)}
    </>
  );
}
