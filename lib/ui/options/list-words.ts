import type { FileState } from '../../messages';
import { ageWords, countWords, manyWords, untilWords } from '../words';

/** "1,640 entries, checked 3 h ago; next in 21 h". */
export function listWords({ entries, skipped, fetchedAt, nextAt }: FileState, now: number): string {
  const next = nextAt === null ? '' : `; next ${untilWords(nextAt, now)}`;
  if (fetchedAt === null) return `Not downloaded yet${next}`;
  const age = ageWords(fetchedAt, now);
  const refused =
    skipped === 0 ? '' : ` (${countWords(skipped)} ${skipped === 1 ? 'line' : 'lines'} not understood)`;
  const checked = age === 'now' ? 'checked just now' : `checked ${age} ago`;
  return `${manyWords(entries, 'entry', 'entries')}${refused}, ${checked}${next}`;
}

/** What keeps a source from answering from its lists, in a few words; null where nothing does. */
export function listsTrouble(files: readonly FileState[]): string | null {
  if (files.some(({ fetchedAt }) => fetchedAt === null)) {
    return files.some(({ why }) => why !== undefined) ? 'List not downloaded' : 'List on its way';
  }
  return files.some(({ old }) => old) ? 'List too old' : null;
}
