import { isShipped, type ListFile, type ShippedList } from '../../core/plugin';

export type KeptFile = ListFile | ShippedList;
import type { ListRow } from './rows';

/** Milliseconds after the first attempt that brought nothing; each further one waits four times as long. */
const firstPause = 300_000;

/** Has the file a copy that came from where it is now? */
export const hasCopy = (row: ListRow | undefined, { url }: KeptFile): row is ListRow =>
  row?.origin?.url === url && row.generation !== null;

/** Too old to tell what is not on it; a clock that was set back makes no copy younger. */
export const isOld = (row: ListRow, file: KeptFile, now: number): boolean =>
  !isShipped(file) && Math.abs(now - (row.origin?.fetchedAt ?? 0)) > file.oldAfter;

/**
 * When the file may and should be asked for next: `every` after the copy at hand, sooner after an attempt that brought
 * nothing, never within `atMost` of the last request and never before a date that was told.
 */
export function dueAt(row: ListRow | undefined, file: KeptFile, now: number): number {
  const origin = row?.origin;
  if (origin?.url !== file.url) return now;
  if (isShipped(file)) return hasCopy(row, file) ? Infinity : now;
  const { fetchedAt, triedAt, failures, failure } = origin;
  const wanted =
    failures === 0
      ? fetchedAt + file.every
      : triedAt + Math.min(file.every, firstPause * 4 ** (failures - 1));
  const due = Math.max(wanted, triedAt === 0 ? 0 : triedAt + file.atMost, failure?.retryAt ?? 0);
  // A clock that was set back must not stop refreshes for years.
  return Math.min(due, now + Math.max(file.every, file.atMost, (failure?.retryAt ?? now) - now));
}
