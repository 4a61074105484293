import { useState } from 'preact/hooks';
import type { Listed } from '../../messages';
import { LevelChips } from '../level-chips';
import { ListedGroups } from '../listed-groups';
import { type Chip, filterRows } from '../listing';
import { useLive, useNow } from '../live';
import { FailureNote } from '../notice';
import { SearchField } from '../search-field';
import { send } from '../send';

/** Enrichments read at a time. */
const page = 100;

interface HistoryViewProps {
  readonly fits: number;
  onOpen(row: Listed): void;
}

/** Every Enrichment of this browser, newest first. */
export function HistoryView({ fits, onOpen }: HistoryViewProps) {
  const now = useNow();
  const [limit, setLimit] = useState(page);
  const [words, setWords] = useState('');
  const [chip, setChip] = useState<Chip>('all');
  const { value: rows, failure } = useLive(
    () => send('history', { before: null, limit }),
    `history ${limit}`,
  );
  const [kept, setKept] = useState<readonly Listed[]>([]);
  if (rows !== undefined && rows !== kept) setKept(rows);
  const all = rows ?? kept;
  const shown = filterRows(all, words, chip);
  return (
    <>
      {failure === undefined ? null : <FailureNote failure={failure} />}
      <div class="tools">
        <SearchField label="Filter by IOC, kind or reason" value={words} onInput={setWords} />
        {all.length === 0 ? null : <LevelChips rows={all} chosen={chip} onChoose={setChip} />}
      </div>
      <div class="scroll">
        {all.length === 0 && rows !== undefined ? (
          <div class="empty">
            <h2>No Enrichments yet</h2>
            <p>
              Open the card of an IOC on a marked page, right-click a selection, or paste or drop text below.
            </p>
          </div>
        ) : shown.length === 0 && rows !== undefined ? (
          <p class="quiet-line">None of the Enrichments shown here has these words and this level.</p>
        ) : (
          <ListedGroups rows={shown} now={now} fits={fits} onOpen={onOpen} />
        )}
        {all.length < limit ? null : (
          <button type="button" class="link more" onClick={() => setLimit(limit + page)}>
            Show older ones
          </button>
        )}
      </div>
    </>
  );
}
