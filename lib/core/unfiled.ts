import type { Enrichment } from './enrichment';
import type { Level } from './verdict';

/** Is it malicious, with no Investigation and none under way? */
export function isUnfiled(row: {
  readonly level: Level | null;
  readonly running: boolean;
  readonly enrichment?: Enrichment;
}): boolean {
  const state = row.enrichment?.filing?.state;
  const filed = state === 'filed' || state === 'queued' || state === 'filing';
  return row.level === 'malicious' && !row.running && !filed;
}
