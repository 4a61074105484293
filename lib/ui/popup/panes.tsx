import type { Batch, TabState } from '../../messages';
import { countWords } from '../words';

interface PanesProps {
  readonly tab: TabState;
  readonly batch: Batch;
  readonly shown: 'tab' | 'batch';
  onShow(pane: 'tab' | 'batch'): void;
}

/** Two lists in one popup: what this tab shows, and the newest batch. */
export function Panes({ tab, batch, shown, onShow }: PanesProps) {
  return (
    <div class="segments" role="group" aria-label="What is listed">
      <button type="button" aria-pressed={shown === 'tab'} onClick={() => onShow('tab')}>
        This tab <b>{countWords(tab.found)}</b>
      </button>
      <button type="button" aria-pressed={shown === 'batch'} onClick={() => onShow('batch')}>
        Newest batch <b>{countWords(batch.count)}</b>
      </button>
    </div>
  );
}
