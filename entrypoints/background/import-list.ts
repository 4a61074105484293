import { fail, ok, type Result } from '../../lib/core/failure';
import { parseIocList } from '../../lib/core/ioc-list';
import type { Level } from '../../lib/core/verdict';
import type { Engine } from '../../lib/engine';
import type { ImportState } from '../../lib/messages';

/** Reads a list (CSV, text, STIX) and keeps it in this browser. Says how much of it was not understood. */
export async function importList(
  engine: Engine,
  name: string,
  text: string,
  level: Level,
): Promise<Result<ImportState>> {
  const { entries, skipped, examples } = parseIocList(text);
  if (entries.length === 0) {
    return fail(
      'rejected',
      'No IOC was found in this list. CSV, plain text and STIX 2 bundles are understood.',
    );
  }
  const list = await engine.importList({ name, level }, entries);
  return ok({ list, skipped, examples });
}
