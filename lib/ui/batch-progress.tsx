import type { Batch } from '../messages';
import { Icon } from './icons';
import { send } from './send';
import { batchEnded, batchWords } from './batch-words';
import { countWords, manyWords } from './words';

/** Where a batch stands: progress, what sets the pace, cancel. It goes on when this page is closed. */
export function BatchProgress({ batch, now }: { batch: Batch; now: number }) {
  const all = batch.done + batch.running + batch.waiting;
  const share = all === 0 ? 100 : (batch.done / all) * 100;
  return (
    <section class="batch-progress" aria-label="Batch">
      <div class="batch-line">
        <b class="cut">{`${batch.title}: ${manyWords(batch.count, 'IOC')}`}</b>
        <span class="end">{batchWords(batch, now)}</span>
      </div>
      <div
        class="progress"
        role="progressbar"
        aria-label="IOCs done"
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={batch.done}
      >
        <span style={{ inlineSize: `${share}%` }} />
      </div>
      <div class="batch-line" aria-live="polite">
        <span>
          <b>{countWords(batch.done)}</b> done
        </span>
        {batchEnded(batch) ? null : (
          <>
            <span>
              <b>{countWords(batch.running)}</b> being asked
            </span>
            <span>
              <b>{countWords(batch.waiting)}</b> waiting
            </span>
            <button
              type="button"
              class="button plain short end"
              onClick={() => void send('batch.cancel', { id: batch.id })}
            >
              Cancel
            </button>
          </>
        )}
      </div>
      {batchEnded(batch) || batch.pace === '' ? null : (
        <p class="pace">
          <Icon name="clock" />
          {batch.pace}
        </p>
      )}
    </section>
  );
}
