import type { ListState } from '../screens';
import type { Context } from './context';
import { atomically } from './db';
import type { ListEntry } from '../core/ioc-list-entry';
import { type ListRow, ownLists } from './shelf/rows';
import { listStores } from './shelf/shelf';
import { removeGeneration, storeList } from './shelf/store-list';

/** Replaces the list of that name: until the new one is whole, the old one answers. Null where nothing was understood. */
export async function importList(
  ctx: Context,
  { name, level }: Pick<ListState, 'name' | 'level'>,
  entries: Iterable<ListEntry | null>,
): Promise<ListState | null> {
  const row = await storeList(ctx, { owner: ownLists, name, level }, entries, (count) => count > 0);
  if (row === null) return null;
  ctx.feed.everything();
  return stateOf(row);
}

/** Forgets a list. */
export async function removeList(ctx: Context, name: string): Promise<void> {
  await atomically(await ctx.db(), listStores, async (tx) => {
    const row = await tx.objectStore('lists').get([ownLists, name]);
    if (row?.generation) await removeGeneration(tx, row.generation);
    await tx.objectStore('lists').delete([ownLists, name]);
  });
  ctx.feed.everything();
}

/** The analyst's own lists. */
export async function readLists(ctx: Context): Promise<readonly ListState[]> {
  const rows = await (await ctx.db()).getAll('lists', IDBKeyRange.bound([ownLists], [ownLists, []]));
  return rows.map(stateOf);
}

const stateOf = ({ name, level, entries, skipped, importedAt }: ListRow): ListState => ({
  name,
  level,
  entries,
  skipped,
  importedAt,
});
