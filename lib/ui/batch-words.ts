import type { Batch } from '../messages';
import { ageWords, countWords } from './words';

export const batchEnded = (batch: Batch): boolean =>
  batch.cancelled || (batch.running === 0 && batch.waiting === 0);

/** "about 2 min left", "cancelled, 12 not asked", "done". */
export function batchWords(batch: Batch, now: number): string {
  if (batch.cancelled) {
    const left = batch.count - batch.done;
    return left === 0 ? 'Cancelled' : `Cancelled; ${countWords(left)} not asked`;
  }
  if (batchEnded(batch)) return 'Done';
  if (batch.until === null) return 'Under way';
  return batch.until <= now ? 'Nearly done' : `about ${ageWords(now, batch.until)} left`;
}
