import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Where answers recorded from the real systems lie beside the checkout (or beside its worktrees), if they do. */
export const recorded = [join(root, '../shared/fixtures'), join(root, '../../shared/fixtures')].find(
  existsSync,
);

export const readRecorded = (name: string): string => readFileSync(join(recorded ?? '', name), 'utf8');
