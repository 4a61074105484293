import { clip } from '../../lib/core/clip';
import { fail, ok, type Result } from '../../lib/core/failure';
import { readIocList } from '../../lib/core/ioc-list';
import type { ListEntry } from '../../lib/core/ioc-list-entry';
import type { Level } from '../../lib/core/verdict';
import type { Engine } from '../../lib/engine';
import { type ImportState, listPart } from '../../lib/messages';
import { push } from './panel';

const shownExamples = 5;
/** Lines between two words about the progress. */
const stride = 20_000;

interface Given {
  readonly name: string;
  readonly text: string;
  readonly level: Level;
}

/** Reads a list (CSV, text, STIX) and keeps it in this browser. Says how much of it was not understood. */
export async function importList(
  engine: Engine,
  { name, text, level }: Given,
  parts = 0,
): Promise<Result<ImportState>> {
  const before = await takeParts(engine, parts);
  if (before === null) return fail('rejected', 'A part of the list was lost on its way. Import it again.');
  const reading = new Reading(name, before + text);
  const list = await engine.importList({ name, level }, reading.entries());
  if (list !== null) return ok({ list, examples: reading.examples });
  return fail(
    'rejected',
    'No IOC was found in this list. CSV, plain text and STIX 2 bundles are understood.',
  );
}

/** The parts that came before, joined and no longer kept; null where one is missing. */
async function takeParts(engine: Engine, count: number): Promise<string | null> {
  const parts: string[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    parts.push(await engine.scratch(listPart(nth)));
    await engine.setScratch(listPart(nth), '');
  }
  return parts.includes('') ? null : parts.join('');
}

/** One list on its way into the engine. */
class Reading {
  readonly examples: string[] = [];
  readonly #name: string;
  readonly #text: string;

  constructor(name: string, text: string) {
    this.#name = name;
    this.#text = text;
  }

  /** Entries in their order, null for a line that was not understood; the first of those are noted. */
  *entries(): Generator<ListEntry | null> {
    let [lines, skipped] = [0, 0];
    for (const { source, entries } of readIocList(this.#text)) {
      lines += 1;
      if (lines % stride === 0) push({ push: 'importing', name: this.#name, lines, skipped });
      if (entries !== null) yield* entries;
      else {
        skipped += 1;
        if (skipped <= shownExamples) this.examples.push(clip(source, 120));
        yield null;
      }
    }
  }
}
