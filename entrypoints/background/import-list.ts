import { clip } from '../../lib/core/clip';
import { fail, ok, type Result } from '../../lib/core/failure';
import { readIocList } from '../../lib/core/ioc-list';
import type { ListEntry } from '../../lib/core/ioc-list-entry';
import type { Level } from '../../lib/core/verdict';
import type { Engine } from '../../lib/engine';
import type { ImportState } from '../../lib/messages';

const shownExamples = 5;

/** Reads a list (CSV, text, STIX) and keeps it in this browser. Says how much of it was not understood. */
export async function importList(
  engine: Engine,
  name: string,
  text: string,
  level: Level,
): Promise<Result<ImportState>> {
  const examples: string[] = [];
  const list = await engine.importList({ name, level }, entriesOf(text, examples));
  if (list !== null) return ok({ list, examples });
  return fail(
    'rejected',
    'No IOC was found in this list. CSV, plain text and STIX 2 bundles are understood.',
  );
}

/** Entries in their order, null for a line that was not understood; the first of those are noted. */
function* entriesOf(text: string, examples: string[]): Generator<ListEntry | null> {
  for (const { source, entries } of readIocList(text)) {
    if (entries !== null) yield* entries;
    else {
      if (examples.length < shownExamples) examples.push(clip(source, 120));
      yield null;
    }
  }
}
