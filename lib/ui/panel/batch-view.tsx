import { useState } from 'preact/hooks';
import type { Failure } from '../../core/failure';
import type { Batch, Listed } from '../../messages';
import { BatchProgress } from '../batch-progress';
import { Icon } from '../icons';
import { LevelChips } from '../level-chips';
import { ListedGroups } from '../listed-groups';
import { type Chip, filterRows, unfiled } from '../listing';
import { useLive, useNow } from '../live';
import { FailureNote } from '../notice';
import { SearchField } from '../search-field';
import { send } from '../send';
import { manyWords } from '../words';

interface BatchViewProps {
  readonly id: string;
  /** Characters of a value that fit in the width of the panel. */
  readonly fits: number;
  onOpen(row: Listed): void;
}

export function BatchView({ id, fits, onOpen }: BatchViewProps) {
  const now = useNow();
  const { value: batch, failure, reload } = useLive(() => send('batch.get', { id }), id);
  if (failure !== undefined && batch === undefined) return <FailureNote failure={failure} />;
  if (batch === undefined) return <p class="quiet-line">Reading the batch.</p>;
  if (batch === null)
    return <p class="quiet-line">This batch is no longer kept. Its IOCs are in the history.</p>;
  return <BatchList batch={batch} now={now} fits={fits} reload={reload} onOpen={onOpen} />;
}

interface BatchListProps extends Omit<BatchViewProps, 'id'> {
  readonly batch: Batch;
  readonly now: number;
  reload(): void;
}

function BatchList({ batch, now, fits, reload, onOpen }: BatchListProps) {
  const [words, setWords] = useState('');
  const [chip, setChip] = useState<Chip>('all');
  const shown = filterRows(batch.rows, words, chip);
  return (
    <>
      <BatchProgress batch={batch} now={now} />
      <div class="tools">
        <SearchField label="Filter by IOC, kind or reason" value={words} onInput={setWords} />
        <LevelChips rows={batch.rows} chosen={chip} onChoose={setChip} />
      </div>
      <div class="scroll">
        {shown.length === 0 ? (
          <p class="quiet-line">{`${manyWords(batch.rows.length, 'IOC')} in this batch, none with these words and this level.`}</p>
        ) : (
          <ListedGroups rows={shown} now={now} fits={fits} onOpen={onOpen} />
        )}
      </div>
      <FileAll rows={unfiled(batch.rows)} reload={reload} />
    </>
  );
}

/** Files one Investigation for each malicious row that has none, one after the other. */
function FileAll({ rows, reload }: { rows: readonly Listed[]; reload(): void }) {
  const [done, setDone] = useState<{ filed: number; of: number } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const file = async () => {
    setFailure(null);
    const of = rows.length;
    for (const [at, row] of rows.entries()) {
      setDone({ filed: at, of });
      const reply = await send('investigation.file', { key: row.key });
      if (reply.ok) continue;
      setFailure(reply.failure);
      break;
    }
    setDone(null);
    reload();
  };
  if (rows.length === 0 && failure === null) return null;
  return (
    <footer class="actions">
      <div class="searched" aria-live="polite">
        {failure === null ? (
          <p>Each is searched for in the tracker first; nothing is filed twice.</p>
        ) : (
          <FailureNote failure={failure} />
        )}
      </div>
      <button type="button" class="button primary tall" disabled={done !== null} onClick={() => void file()}>
        <Icon name="ticket" />
        {done === null
          ? `File ${manyWords(rows.length, 'Investigation')}`
          : `Filing ${done.filed + 1} of ${done.of}`}
      </button>
    </footer>
  );
}
