import type { ListEntry } from '../../core/ioc-list-entry';
import type { Context } from '../context';
import { atomically, type WriteTx } from '../db';
import { ListBuilder } from './builder';
import type { ListRow, PartRow } from './rows';
import { inSlices } from './slices';
import { type ListStore, listStores } from './shelf';

/** Parts written in one transaction. */
const together = 16;
/** Being written by this worker: no leftovers yet. */
const writing = new Set<string>();

export type NewList = Omit<ListRow, 'entries' | 'generation' | 'importedAt' | 'skipped'>;

/**
 * Replaces a list. Its parts are written beside those of the old one under a new generation; the last transaction makes
 * the new one count and removes the old. A worker that dies before leaves the old list whole, and parts that `sweep`
 * removes. Null in `read` stands for a line that was not understood. Null where `enough` refuses the whole, or where what
 * is stored of the list by then is not what it was.
 */
export async function storeList(
  ctx: Context,
  list: NewList,
  read: Iterable<ListEntry | null>,
  enough: (entries: number, skipped: number) => boolean,
  still: (stored: ListRow | undefined) => boolean = () => true,
): Promise<ListRow | null> {
  const generation = crypto.randomUUID();
  writing.add(generation);
  try {
    const builder = new ListBuilder(generation);
    let [entries, skipped] = [0, 0];
    await inSlices(read, (entry) => {
      if (entry === null) skipped += 1;
      else {
        entries += 1;
        builder.add(entry);
      }
    });
    if (!enough(entries, skipped)) return null;
    const written = await writeParts(ctx, builder);
    const row = await switchTo(ctx, list, { builder, generation, skipped, written, still });
    if (row === null) await forget(ctx, generation);
    return row;
  } catch (error) {
    // What cannot be removed now goes at the next start.
    await forget(ctx, generation).catch(() => undefined);
    throw error;
  } finally {
    writing.delete(generation);
  }
}

async function writeParts(ctx: Context, builder: ListBuilder): Promise<number> {
  let waiting: PartRow[] = [];
  let written = 0;
  const flush = async () => {
    const rows = waiting;
    waiting = [];
    written += rows.length;
    await atomically(await ctx.db(), ['listParts'], async (tx) => {
      await Promise.all(rows.map((row) => tx.objectStore('listParts').put(row)));
    });
  };
  await inSlices(builder.parts(), async (part) => {
    if (part !== null) waiting.push(part);
    if (waiting.length === together) await flush();
  });
  if (waiting.length > 0) await flush();
  return written;
}

interface Written {
  readonly builder: ListBuilder;
  readonly generation: string;
  readonly skipped: number;
  readonly written: number;
  readonly still: (stored: ListRow | undefined) => boolean;
}

async function switchTo(
  ctx: Context,
  list: NewList,
  { builder, generation, skipped, written, still }: Written,
): Promise<ListRow | null> {
  const row: ListRow = { ...list, entries: builder.size, skipped, importedAt: ctx.now(), generation };
  return atomically(await ctx.db(), listStores, async (tx) => {
    const kept = await tx.objectStore('listParts').count(partsOf(generation));
    if (kept !== written) throw new Error('Everything was forgotten while the list was read.');
    const old = await tx.objectStore('lists').get([list.owner, list.name]);
    if (!still(old)) return null;
    if (old?.generation) await removeGeneration(tx, old.generation);
    await tx.objectStore('listIndexes').put(builder.index());
    await tx.objectStore('lists').put(row);
    return row;
  });
}

const forget = async (ctx: Context, generation: string): Promise<void> =>
  atomically(await ctx.db(), listStores, (tx) => removeGeneration(tx, generation));

const partsOf = (generation: string): IDBKeyRange => IDBKeyRange.bound([generation], [generation, []]);

/** Takes the contents of a list away; its row is the caller's. */
export async function removeGeneration(tx: WriteTx<ListStore>, generation: string): Promise<void> {
  await tx.objectStore('listIndexes').delete(generation);
  await tx.objectStore('listParts').delete(partsOf(generation));
}

/** Removes what imports left that never ended. Call at every worker start. */
export async function sweep(ctx: Context): Promise<void> {
  await atomically(await ctx.db(), listStores, async (tx) => {
    const rows = await tx.objectStore('lists').getAll();
    const kept = new Set([...writing, ...rows.map(({ generation }) => generation)]);
    const [store, seen] = [tx.objectStore('listParts'), new Set<string>()];
    for (let after: IDBKeyRange | null = null; ;) {
      const [key] = await store.getAllKeys(after, 1);
      if (key === undefined) break;
      seen.add(key[0]);
      after = IDBKeyRange.lowerBound([key[0], []]);
    }
    for (const generation of seen) if (!kept.has(generation)) await removeGeneration(tx, generation);
  });
}
